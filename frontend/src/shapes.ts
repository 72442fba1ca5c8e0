/** The JSON of the HTTP door, by the names of `wargame/api/shapes.py`. */

export interface Choice {
  id: string;
  title: string;
  summary: string;
}

export interface ClockChoice {
  id: string;
  title: string;
  /** What each turn is called. */
  turns: string[];
  /** Planned length by phase. */
  seconds: Record<string, number>;
  /** Of all turns together. */
  minutes: number;
}

export interface TeamChoice {
  name: string;
  letters: string;
  slot: number;
  seats: number;
}

export interface TeamSetChoice {
  id: string;
  title: string;
  players: string;
  teams: TeamChoice[];
}

export interface ScenarioShape {
  id: string;
  title: string;
  version: string;
  summary: string;
  content_note: string;
  language: string;
  orders: number;
  injects: number;
  start_cards: Choice[];
  rule_cards: Choice[];
  team_sets: TeamSetChoice[];
  clocks: ClockChoice[];
}

export interface NewExercise {
  scenario: string;
  title: string;
  clock: string;
  start_card: string;
  rule_card: string;
  team_set: string;
  mode: "engine" | "umpire";
  auto_advance?: boolean;
  show_readiness?: boolean;
  practice?: boolean;
  seconds?: Record<string, number>;
}

export interface ExerciseLine {
  id: string;
  title: string;
  scenario: string;
  status: "lobby" | "running" | "ended";
  practice: boolean;
  turn: number;
  turns: number;
  phase: string;
  paused: boolean;
  seats_taken: number;
  seats: number;
  opened_at: string;
}

export interface JoinShape {
  code: string;
  link: string;
  /** SVG as a data URI. */
  qr: string;
  expires_at: string;
}

export interface LobbySeatShape {
  key: string;
  title: string;
  initials: string;
  leads: boolean;
  state: "free" | "taken" | "confirmed" | "bot";
  name: string;
}

export interface LobbyTeamShape {
  id: string;
  name: string;
  letters: string;
  slot: number;
  /** Opens a seat of this team without control's yes. */
  code: string;
  seats: LobbySeatShape[];
}

export interface MissingShape {
  text: string;
  remedy: string;
  done: boolean;
}

export interface LobbyShape {
  id: string;
  title: string;
  status: "lobby" | "running" | "ended";
  practice: boolean;
  /** Label and value, as rows. */
  setup: string[][];
  content_note: string;
  join: JoinShape;
  /** Path of the projector's page. */
  wall: string;
  teams: LobbyTeamShape[];
  missing: MissingShape[];
}

export interface NewReport {
  format: "pdf" | "jsonl";
  profile: "control" | "public";
}

export interface ReportShape extends NewReport {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  /** 0 to 1. */
  progress: number;
  text: string;
  asked_at: string;
  /** Where to download it, once it is done. */
  link: string;
}

export interface LinkShape {
  link: string;
}
