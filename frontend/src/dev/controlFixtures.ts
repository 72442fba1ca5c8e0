/** The same second of the same exercise as control sees it, and what the HTTP door says: for dev-control.html and tests. */
import type {
  InjectShape,
  LogLine,
  MselShape,
  Part,
  Present,
  QueueShape,
  RulingShape,
  TeamShape,
  VariableShape,
} from "../contract";
import type { ExerciseLine, LobbyShape, ReportShape, ScenarioShape } from "../shapes";
import { NOW } from "./fixtures";

const J = { kind: "judgement" } as const;
const F = { kind: "facilitator" } as const;
const S = (fact: string) => ({ kind: "sourced" as const, facts: [fact] });

type SeatRow = [initials: string, title: string, state: Present["state"]];
const TEAMS: [id: string, letters: string, name: string, submitted: number, seats: SeatRow[]][] = [
  [
    "ua",
    "UA",
    "Ukraine",
    2,
    [
      ["P", "President", "here"],
      ["F", "Foreign minister", "here"],
      ["C", "Chief of staff", "here"],
      ["E", "Economy", "here"],
      ["Pa", "Parliament, public", "here"],
    ],
  ],
  [
    "uk",
    "UK",
    "United Kingdom",
    1,
    [
      ["PM", "Prime Minister", "here"],
      ["D", "Defence", "here"],
      ["F", "Foreign", "here"],
      ["T", "Treasury, Parliament", "away"],
    ],
  ],
  [
    "fr",
    "FR",
    "France",
    2,
    [
      ["P", "President", "here"],
      ["D", "Defence", "here"],
      ["G", "Chief of defence", "here"],
    ],
  ],
  [
    "de",
    "DE",
    "Germany",
    1,
    [
      ["C", "Chancellor", "here"],
      ["D", "Defence", "here"],
      ["F", "Finance, Bundestag", "here"],
    ],
  ],
  [
    "fl",
    "FL",
    "Flank",
    0,
    [
      ["W", "Warsaw", "here"],
      ["N", "Nordic-Baltic", "here"],
      ["B", "Baltic defence", "here"],
      ["R", "Bucharest", "bot"],
    ],
  ],
  [
    "he",
    "HE",
    "Hesitant Europe",
    1,
    [
      ["NL", "Netherlands, PM", "here"],
      ["W", "Parliamentary whip", "dropped"],
      ["IT", "Italy, PM", "here"],
      ["L", "Legal counsel", "here"],
    ],
  ],
  [
    "us",
    "US",
    "United States",
    0,
    [
      ["P", "President", "here"],
      ["D", "Defence", "here"],
      ["E", "Envoy", "here"],
      ["C", "Congress", "here"],
    ],
  ],
  [
    "ru",
    "RU",
    "Russia",
    2,
    [
      ["L", "Leadership", "here"],
      ["F", "Foreign", "here"],
      ["G", "General staff", "here"],
    ],
  ],
];

const seatKey = (team: string, initials: string) => `${team}.${initials.toLowerCase()}`;

const teams: Record<string, TeamShape> = Object.fromEntries(
  TEAMS.map(([id, letters, name, submitted, seats], order) => [
    id,
    {
      name,
      letters,
      slot: order + 1,
      aim: "",
      order,
      actors: [letters],
      submitted,
      seats: Object.fromEntries(
        seats.map(([initials, title], place) => [
          seatKey(id, initials),
          { title, initials, leads: place === 0, order: place },
        ]),
      ),
    },
  ]),
);

export const controlPresence: Record<string, Present> = Object.fromEntries(
  TEAMS.flatMap(([id, , , , seats]) =>
    seats.map(([initials, title, state]) => [
      seatKey(id, initials),
      {
        state,
        editing: "",
        waits: false,
        name: state === "bot" ? "" : (title.split(/[ ,]/)[0] ?? ""),
        policy: state === "bot" ? "cautious" : "",
      },
    ]),
  ),
);

let placed = 0;
function variable(name: string, unit: string, high: number, history: number[], rest: Partial<VariableShape> = {}) {
  const shape: VariableShape = {
    name,
    unit,
    group: name,
    kind: "number",
    low: 0,
    high,
    places: 0,
    definition: `${name}, as the model counts it at the end of each turn.`,
    provenance: J,
    key: true,
    order: placed++,
    value: history.at(-1) ?? 0,
    history: Object.fromEntries(history.slice(0, -1).map((value, turn) => [String(turn), value])),
    public: "the same",
    ...rest,
  };
  return shape;
}

const others = [
  "Strikes",
  "Escalation",
  "Coalition cohesion",
  "Supporters",
  "Contributors",
  "Air closure",
  "Stocks, Poland",
];
const variables: Record<string, VariableShape> = {
  us_backstop: variable("US backstop", "of 5", 5, [1, 1, 2], { public: "the same", kind: "whole" }),
  deterrence: variable("Deterrence", "", 100, [18, 17, 20], { public: "each team’s own estimate" }),
  ru_cost: variable("Russian cost felt", "", 100, [40, 42, 46], { public: "each team’s own estimate" }),
  ru_resolve: variable("Russian resolve", "", 100, [80, 80, 82], { public: "nothing", secret: "control" }),
  consent: variable("Kyiv’s consent", "", 100, [24, 25, 26], { public: "nothing", secret: "team" }),
  patience: variable("US patience", "", 10, [8, 7, 6], { public: "nothing", secret: "team" }),
  front: variable("Front", "", 5, [0, 0, -1], { low: -5, public: "a word" }),
  "mandate.NL": variable("Dutch mandate", "", 0, [0], {
    kind: "choice",
    value: "requested",
    choices: ["none", "requested", "granted", "refused"],
    history: { "1": "none", "2": "none" },
  }),
  "pledge.NL": variable("Pledge, Netherlands", "thousand", 10, [0, 0, 0], { places: 1, provenance: S("002") }),
  ceasefire: variable("Ceasefire in force", "", 0, [0], { kind: "flag", value: false, history: { "1": false } }),
  ...Object.fromEntries(others.map((name, n) => [`other${n}`, variable(name, "", 100, [40 + n, 41 + n, 41 + n])])),
};

const ruling: RulingShape = {
  kind: "order",
  title: "Dutch mandate",
  subject: "o14",
  rule: "nl_mandate",
  version: 1,
  turn: 3,
  month: 7,
  actor: "HE",
  status: "proposed",
  outcome: "granted",
  sentence: "The chamber grants the mandate, by 3.8 points.",
  outcomes: [
    { id: "granted", label: "Granted", share: 0.525 },
    { id: "refused", label: "Refused", share: 0.475 },
  ],
  terms: [
    { id: "base", label: "Base", value: -2.5, input: "", unit: "", provenance: J },
    { id: "support", label: "Public support, Netherlands", value: 1.95, input: 39, unit: "%", provenance: J },
    { id: "ceasefire", label: "Ceasefire in force", value: 0, input: false, unit: "", provenance: S("002") },
    { id: "nato", label: "Link to NATO", value: 0.4, input: "coordination", unit: "", provenance: S("003") },
    { id: "roe", label: "Rules of engagement above 1", value: 0, input: 1, unit: "", provenance: J },
    {
      id: "hearing",
      label: "Hearing: 3 of 5 questions answered",
      value: 0.25,
      input: "umpire",
      unit: "",
      provenance: F,
    },
  ],
  hidden_terms: false,
  probability: 0.525,
  draw: 0.487,
  changes: [
    { path: "mandate.NL", name: "Dutch mandate", before: "requested", after: "granted" },
    { path: "pledge.NL", name: "Pledge, Netherlands", before: 0, after: 1.5, unit: "thousand" },
  ],
  order: 22,
};

type Waiting = Partial<QueueShape> & Pick<QueueShape, "kind" | "title" | "detail" | "ref">;
const waiting = (item: Waiting): QueueShape => ({ since: NOW - 80, ...item });

const queue: Record<string, QueueShape> = {
  "call:c1": waiting({
    kind: "call",
    title: "Calls control",
    detail: "President",
    team: "ua",
    ref: "c1",
    since: NOW - 35,
  }),
  "ruling:r23": waiting({
    kind: "ruling",
    title: "Dutch mandate",
    detail: "The chamber grants the mandate, by 3.8 points.",
    team: "he",
    ref: "r23",
  }),
  "inject:i9": waiting({
    kind: "inject",
    title: "Berlin: too early, NATO first",
    detail: "Held: fire or skip it",
    ref: "i9",
    due: NOW + 42,
  }),
  "answer:d7": waiting({
    kind: "answer",
    title: "Writes to control",
    detail: "Congress",
    team: "us",
    ref: "d7",
    since: NOW - 185,
  }),
  "free:o15": waiting({
    kind: "free",
    title: "Free-form order",
    detail: "Ordered for France",
    team: "fr",
    ref: "o15",
    since: NOW - 60,
  }),
  "idle:us": waiting({
    kind: "idle",
    title: "United States has no order yet",
    detail: "Turn 3",
    team: "us",
    ref: "us",
    due: NOW + 402,
  }),
  "idle:fl": waiting({
    kind: "idle",
    title: "Flank has no order yet",
    detail: "Turn 3",
    team: "fl",
    ref: "fl",
    due: NOW + 402,
  }),
};

let order = 0;
const inject = (headline: string, rest: Partial<MselShape>): MselShape => ({
  headline,
  kind: "scheduled",
  when: "Turn 3, planning, 6 min in",
  status: "armed",
  to: ["all"],
  note: "Does the coalition hold when the largest member hesitates?",
  body: "The government in Berlin says that a mission is premature while NATO has not planned for it.",
  order: order++,
  ...rest,
});
const clocked = (turn: number, phase: string, offset: number) => ({ turn, phase, offset });
const fired = (turn: number, at: number) => ({
  status: "fired" as const,
  by: "system",
  fired_turn: turn,
  fired_at: at,
});

const msel: Record<string, MselShape> = {
  i1: inject("Talks in Riyadh", { ...clocked(1, "briefing", 120), ...fired(1, 120) }),
  i2: inject("100,000 at the line", { ...clocked(1, "planning", 420), ...fired(1, 720) }),
  i4: inject("Moscow: any soldier is inadmissible", { ...clocked(2, "planning", 60), ...fired(2, 2160) }),
  i9: inject("Berlin: too early, NATO first", { ...clocked(3, "planning", 540), status: "held", due_at: NOW + 42 }),
  i12: inject("Summit in The Hague", clocked(4, "planning", 180)),
  i14: inject("No pledge from Rome", {
    kind: "not_done_by",
    turn: 4,
    when: "If “Pledge” was not ordered by the end of planning in turn 4",
  }),
  i3: inject("Enforcement", { kind: "condition", ...fired(2, 2400) }),
  i5: inject("Letter of 2 June", { kind: "condition", ...fired(3, 3700) }),
  i10: inject("Farmers and rail unions", {
    kind: "condition",
    when: "When basing.PL > 1",
    status: "held",
    to: ["team:fl"],
  }),
  i6: inject("Leak: 5,000", { kind: "condition", when: "When pledge.UK > 4" }),
  i13: inject("Pledge conference", { kind: "condition", when: "When contributors > 5" }),
  c1: inject("Call: reporter", { kind: "improvised", when: "Improvised", ...fired(2, 2300) }),
  i7: inject("Drone over a port", { kind: "manual", when: "By hand", status: "skipped" }),
  i8: inject("Contingency", { kind: "manual", when: "By hand" }),
};

const news: InjectShape = {
  channel: "flash",
  persona: "the press persona",
  headline: "Moscow: any soldier is inadmissible",
  body: "The foreign ministry repeats that troops from NATO countries are unacceptable.",
  turn: 2,
  at: 2160,
  provenance: S("000"),
  wants_answer: true,
  answers: { "uk.pm": { choice: "", text: "t.answer" } },
  to: ["all"],
  order: 0,
};

export const controlTexts: Record<string, string> = {
  "t.call": "May we publish the freeze before Warsaw answers?",
  "t.subject": "Contest of ruling 21: tariffs",
  "t.body":
    "The Congress seat had not spoken when the ruling was issued. We ask that the tariffs be suspended until it has.",
  "t.action":
    "The foreign minister flies to Ankara to ask for passage of two mine hunters, offering a share of the reconstruction contracts.",
  "t.why": "Turkey guards the straits and wants a part in what follows.",
  "t.expected": "Passage is granted by the end of the turn, in silence.",
  "t.nl_why": "1,500 soldiers, training and logistics, west of Kyiv, eighteen months, self-defence only.",
  "t.nl_expected": "A narrow yes, and Rome follows.",
  "t.answer": "We note the statement.",
  "t.note": "London read its red line aloud before Paris had asked.",
  "t.wash": "We learnt of the Dutch vote too late to use it.",
  "t.letter_subject": "How many, where, and what if?",
  "t.letter": "We need zones and a response time before the 14th.",
  "t.prose": "The parties will meet each quarter.",
};

export const controlPart: Part = {
  exercise: {
    scenario: "reassurance_force",
    title: "Reassurance force · group B",
    version: "1.0.0",
    mark: "EXERCISE",
    status: "running",
    mode: "umpire",
    start_card: "February 2025",
    rule_card: "K1 leverage",
    content_note: "War, casualties in numbers.",
    briefing: "",
    limits: [],
    commitment: "5b1e07aa93c14d5f8a02bb61e7c0d2f95b1e07aa93c14d5f8a02bb61e7c0c94d",
    pack_hash: "9f3c41d2a7b870e19f3c41d2a7b870e1",
    rules_hash: "1d2a7b870e19f3c41d2a7b870e19f3c4",
  },
  timer: {
    turn: 3,
    turns: ["Feb–Mar", "Apr–Jun", "Jul–Aug", "Sep–Oct", "Nov–Dec", "Jan–Feb", "Mar–Apr", "May–Jun"].map((label) => ({
      months: 2,
      label: `${label} 2025`,
    })),
    phase: "planning",
    phases: [
      { phase: "briefing", seconds: 300 },
      { phase: "planning", seconds: 720 },
      { phase: "adjudication", seconds: 480 },
      { phase: "feedback", seconds: 300 },
    ],
    opened_at: NOW - 318,
    ends_at: NOW + 402,
    paused: false,
  },
  teams,
  actors: Object.fromEntries(TEAMS.map(([id, letters, name], n) => [letters, { name, letters, team: id, order: n }])),
  variables,
  facts: { "002": { text: "Twenty-six states said in September that they would contribute.", sources: ["s1"] } },
  sources: { s1: { title: "Communiqué", date: "2025-09-04" } },
  red_lines: {
    R1: {
      owner: "RU",
      title: "No NATO-country soldiers, any flag",
      consequence: "Strikes on ports.",
      status: "near",
      binds_owner: false,
      facts: [],
      order: 0,
    },
    R4: {
      owner: "US",
      title: "No American ground troops",
      consequence: "The backstop is withdrawn.",
      status: "open",
      binds_owner: true,
      facts: [],
      order: 1,
    },
    R7: {
      owner: "UK",
      title: "No deployment before a ceasefire",
      consequence: "Parliament withdraws.",
      status: "open",
      binds_owner: true,
      facts: [],
      order: 2,
      secret: "team",
    },
  },
  budget: Object.fromEntries(TEAMS.map(([, letters]) => [letters, { stores: {}, orders: 1, limit: 2 }])),
  orders: {
    o14: {
      kind: "mandate",
      title: "Ask for a mandate",
      actor: "HE",
      seat: "he.nl",
      team: "he",
      turn: 3,
      at: 3500,
      status: "submitted",
      form: {},
      said: [],
      cost: {},
      rationale: "t.nl_why",
      expected: "t.nl_expected",
    },
    o15: {
      kind: "free",
      title: "Free-form order",
      actor: "FR",
      seat: "fr.p",
      team: "fr",
      turn: 3,
      at: 3700,
      status: "submitted",
      form: {},
      said: [],
      cost: {},
      action: "t.action",
      rationale: "t.why",
      expected: "t.expected",
    },
  },
  rulings: {
    r23: ruling,
    r22: {
      ...ruling,
      title: "Tariffs",
      status: "issued",
      order: 21,
      turn: 2,
      decision: { kind: "accepted", at: 3000 },
    },
  },
  injects: { i4: news },
  dispatches: {
    d7: {
      team: "us",
      seat: "us.c",
      to: ["control"],
      subject: "t.subject",
      body: "t.body",
      at: NOW - 185,
      turn: 3,
      order: 6,
    },
    d6: {
      team: "ua",
      seat: "ua.f",
      to: ["team:uk"],
      subject: "t.letter_subject",
      body: "t.letter",
      at: NOW - 300,
      turn: 3,
      order: 5,
    },
  },
  calls: { c1: { seat: "ua.p", text: "t.call", at: NOW - 35 } },
  agreements: {
    a1: {
      template: "basing",
      title: "Basing and transit",
      parties: ["UK", "UA"],
      terms: { troops: 5, until: "2026" },
      prose: "t.prose",
      text_hash: "9f3c41d2a7b870e19f3c41d2a7b870e1",
      version: 2,
      author: "UK",
      turn: 3,
      signed: { UK: true },
      status: "proposed",
      order: 0,
    },
  },
  templates: {
    basing: {
      title: "Basing and transit",
      summary: "",
      parties: [["UK"], ["UA"]],
      clauses: [
        { id: "troops", label: "Soldiers", kind: "number", unit: "thousand", required: true },
        {
          id: "until",
          label: "Until",
          kind: "choice",
          required: true,
          choices: [{ value: "2026", label: "end of 2026" }],
        },
      ],
      prose: true,
      facts: [],
      order: 0,
    },
  },
  objectives: {
    o1: "Teams state the conditions of their guarantee before they are asked",
    o2: "Teams notice when a red line is near",
  },
  observations: { n1: { seat: "control", objective: "o2", team: "uk", text: "t.note", at: 3400, turn: 3 } },
  you: { role: "control", title: "Control", initials: "C" },
  now: { sentence: "Dutch mandate: The chamber grants the mandate, by 3.8 points.", to: "queue", ref: "r23" },
  queue,
  msel,
  later: { l1: { title: "Swedish air group arrives", month: 9 } },
};

export const endedControlPart: Part = {
  ...controlPart,
  exercise: {
    ...(controlPart.exercise as NonNullable<Part["exercise"]>),
    status: "ended",
    seed: "ab".repeat(32),
    nonce: "cd".repeat(32),
  },
  queue: {},
  hot_wash: { q1: "What did you learn too late?", q2: "Which number did you trust, and why?" },
  hot_wash_answers: { q1: { "uk.pm": "t.wash", "ua.p": "t.wash" } },
  scores: {
    "0": { actor: "UK", title: "Cabinet intact", value: 7 },
    "1": { actor: "UA", title: "Guarantee that binds", value: 4.5 },
  },
};

const SENTENCES: [team: string, sentence: string][] = [
  ["uk", "Draft edited: raise the British pledge"],
  ["ru", "Orders submitted (2)"],
  ["us", "Dispatch to United Kingdom"],
  ["", "Ruling on Dutch mandate proposed"],
  ["he", "Seat away: parliamentary whip"],
];
export const logLines: LogLine[] = Array.from({ length: 40 }, (_, n) => {
  const [team, sentence] = SENTENCES[n % SENTENCES.length] ?? ["", ""];
  return {
    seq: 412 - n,
    at: NOW - 6 - n * 22,
    turn: 3,
    kind: "event",
    sentence,
    void: n > 2 && n < 5,
    team,
    hash: "9f3c",
  };
});

// The HTTP door

const scenario = (id: string, title: string, summary: string, minutes: number, count: number): ScenarioShape => ({
  id,
  title,
  version: "1.0.0",
  rewritten: false,
  summary,
  content_note: id === "first-steps" ? "" : "War and its costs, in numbers and without pictures.",
  language: "en",
  orders: id === "first-steps" ? 6 : 38,
  injects: id === "first-steps" ? 3 : 24,
  start_cards: [
    { id: "feb", title: "February 2025", summary: "no backstop declared, plan 30 thousand" },
    { id: "aug", title: "August 2025", summary: "backstop 2 declared, plan 5 thousand" },
  ],
  rule_cards: [
    { id: "k1", title: "K1 leverage", summary: "pressure moves Moscow" },
    { id: "k2", title: "K2 resolve", summary: "presence moves Moscow" },
    { id: "k3", title: "K3 fatigue", summary: "patience moves both" },
  ],
  treatments: [
    {
      id: "threshold",
      title: "How sure before accusing",
      summary: "The confidence from which the coalition begins by accusing; the usual is 0.70.",
      arms: [
        { id: "low", title: "From 0.60", summary: "" },
        { id: "high", title: "From 0.80", summary: "" },
      ],
    },
  ],
  team_sets: [
    {
      id: "standard",
      title: `Standard, ${count} teams`,
      players: count > 2 ? "24–34" : "2–6",
      teams: TEAMS.slice(0, count).map(([, letters, name, , seats], n) => ({
        letters,
        name,
        slot: n + 1,
        seats: seats.length,
      })),
    },
  ],
  clocks: [
    {
      id: "day",
      title: "A day",
      turns: Array.from({ length: 8 }, (_, n) => `Turn ${n + 1}`),
      seconds: { briefing: 300, planning: 720, adjudication: 480, feedback: 300 },
      minutes,
    },
    {
      id: "half",
      title: "Half a day",
      turns: ["Turn 1", "Turn 2", "Turn 3"],
      seconds: { briefing: 300, planning: 720, adjudication: 0, feedback: 300 },
      minutes: 66,
    },
  ],
  plans: [
    {
      id: "leverage",
      title: "Sustained leverage",
      summary: "Pressure on Moscow every turn, and one text on the table.",
    },
    { id: "meetings", title: "Meetings and trainers", summary: "Summits, and 5,000 trainers far from the line." },
  ],
});

export const library: ScenarioShape[] = [
  scenario(
    "reassurance-force",
    "Reassurance force",
    "Europe plans a force for Ukraine after a ceasefire. Washington is unsure, Moscow objects, and nobody will deploy first. Eight teams negotiate guarantees, basing and a backstop.",
    240,
    8,
  ),
  scenario(
    "first-steps",
    "First steps",
    "Two fictional neighbours, one bridge, fifteen minutes. Teaches the screens: a brief, an order, a dispatch, an agreement, a ruling.",
    15,
    2,
  ),
];

const run = (title: string, rest: Partial<ExerciseLine>): ExerciseLine => ({
  id: title.replaceAll(" ", "-"),
  title,
  scenario: "Reassurance force",
  status: "running",
  practice: false,
  turn: 3,
  turns: 8,
  phase: "planning",
  paused: false,
  seats_taken: 26,
  seats: 30,
  opened_at: "2026-11-12T09:40:00Z",
  ...rest,
});
export const runs: ExerciseLine[] = [
  run("Reassurance force · group B", {}),
  run("Reassurance force · group A", { paused: true, seats_taken: 24 }),
  run("Reassurance force · group C", { status: "lobby", turn: 0, phase: "", seats_taken: 4 }),
  run("First steps · rehearsal", { status: "ended", practice: true, turn: 3, turns: 3, seats_taken: 4, seats: 4 }),
];

const STATE = { here: "confirmed", away: "confirmed", dropped: "taken", bot: "bot", free: "free" } as const;
export const lobbyShape: LobbyShape = {
  id: "dev",
  title: "Reassurance force · group B",
  status: "lobby",
  practice: false,
  setup: [
    ["Scenario", "Reassurance force 1.0.0"],
    ["Start card", "February 2025"],
    ["Rule card", "K1 leverage"],
    ["Turns", "8, each 30 min"],
  ],
  content_note: "War and its costs, in numbers and without pictures.",
  join: {
    code: "KD74MQ",
    link: "https://play.example.org/join/KD74MQ",
    qr: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 25"><path d="M2,2h7v7h-7zM16,2h7v7h-7zM2,16h7v7h-7zM12,12h3v3h-3zM18,18h4v4h-4zM11,4h2v6h-2z"/></svg>')}`,
    expires_at: "2026-11-12T11:40:00Z",
  },
  observers: {
    join: {
      code: "WX8QTM",
      link: "https://play.example.org/join/WX8QTM",
      qr: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M1 1h3v3H1z'/%3E%3C/svg%3E",
      expires_at: "2026-11-12T11:40:00Z",
    },
    here: [{ key: "observer.1", title: "Observer 1", name: "Olga" }],
  },
  wall: "/w/0123456789abcdef/",
  teams: TEAMS.map(([id, letters, name, , seats], n) => ({
    id,
    letters,
    name,
    slot: n + 1,
    code: `${letters}7X4${n + 2}`,
    qr: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
    seats: seats.map(([initials, title, state], place) => {
      const free = n > 5 && place > 0;
      return {
        key: seatKey(id, initials),
        title,
        initials,
        leads: place === 0,
        state: free ? "free" : STATE[state],
        name: free || state === "bot" ? "" : `Person ${place + 1}`,
        policy: !free && state === "bot" ? ("cautious" as const) : ("" as const),
      };
    }),
  })),
  missing: [
    { text: "Scenario passes its checks", remedy: "", done: true },
    {
      text: "1 person waits for your yes",
      remedy: "Confirm or free the seat; StartEx confirms everybody.",
      done: false,
    },
    { text: "Russia has two free seats", remedy: "Share its code, or give them to bots.", done: false },
  ],
};

export const reportLines: ReportShape[] = [
  {
    id: "r1",
    format: "pdf",
    profile: "public",
    state: "running",
    progress: 0.4,
    text: "Charts",
    asked_at: "2026-11-12T12:40:00Z",
    link: "",
  },
  {
    id: "r2",
    format: "jsonl",
    profile: "control",
    state: "done",
    progress: 1,
    text: "",
    asked_at: "2026-11-12T12:30:00Z",
    link: "/api/reports/r2/download",
  },
  {
    id: "r3",
    format: "pdf",
    profile: "control",
    state: "failed",
    progress: 0.2,
    text: "The typesetter stopped. Make it again.",
    asked_at: "2026-11-12T12:20:00Z",
    link: "",
  },
];
