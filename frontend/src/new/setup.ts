/** The choices of set-up, and what they come to. No screen. */
import type { ClockChoice, NewExercise, ScenarioShape } from "../shapes";

export const PHASES = ["briefing", "planning", "adjudication", "feedback"] as const;
export type Phase = (typeof PHASES)[number];

/** The first of everything; control decides on what the engine proposes. */
export function firstChoice(scenario: ScenarioShape): NewExercise {
  return {
    scenario: scenario.id,
    title: scenario.title,
    clock: scenario.clocks[0]?.id ?? "",
    start_card: scenario.start_cards[0]?.id ?? "",
    rule_card: scenario.rule_cards[0]?.id ?? "",
    team_set: scenario.team_sets[0]?.id ?? "",
    mode: "umpire",
    auto_advance: true,
    show_readiness: false,
    practice: false,
    seconds: {},
    treatments: {},
  };
}

export function clockOf(scenario: ScenarioShape, setup: NewExercise): ClockChoice | undefined {
  return scenario.clocks.find((clock) => clock.id === setup.clock);
}

/** The phases of this clock, in the order of a turn, each with its planned seconds. */
export function lengths(clock: ClockChoice, setup: NewExercise): [Phase, number][] {
  const own = PHASES.filter((phase) => clock.seconds[phase] !== undefined);
  return own.map((phase) => [phase, setup.seconds?.[phase] ?? clock.seconds[phase] ?? 0]);
}

/** The treatments with one of them set to this arm; to none, as usual. */
export function treated(setup: NewExercise, treatment: string, arm: string): Record<string, string> {
  const { [treatment]: _, ...others } = setup.treatments ?? {};
  return arm ? { ...others, [treatment]: arm } : others;
}

export interface Sum {
  turns: number;
  /** Minutes. */
  turn: number;
  total: number;
  /** Some phase has no planned end. */
  open: boolean;
}

export function sum(clock: ClockChoice, setup: NewExercise): Sum {
  const planned = lengths(clock, setup).map(([, seconds]) => seconds);
  const turn = planned.reduce((total, seconds) => total + seconds, 0) / 60;
  const turns = clock.turns.length;
  return { turns, turn, total: turn * turns, open: planned.some((seconds) => !seconds) };
}

/** Only the lengths that differ from the clock's own. */
export function trimmed(clock: ClockChoice | undefined, setup: NewExercise): NewExercise {
  const { seconds = {}, ...rest } = setup;
  const changed = Object.entries(seconds).filter(([phase, length]) => length !== clock?.seconds[phase]);
  return changed.length ? { ...rest, seconds: Object.fromEntries(changed) } : rest;
}
