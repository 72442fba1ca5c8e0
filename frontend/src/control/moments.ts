/** Moments of the turns as seconds of the planned whole, and back: where things lie on the time line. No screen. */
import type { MselShape, TimerShape } from "../contract";

export type Phase = TimerShape["phase"];

export interface Moment {
  turn: number;
  phase: Phase;
  /** Seconds after the phase opens. */
  offset: number;
}

/** Longer turns are moved through in whole minutes, shorter ones in quarters of a minute. */
const LONG = 900;

/** Planned seconds of a whole turn; never 0. */
export function turnSeconds(timer: Pick<TimerShape, "phases">): number {
  return timer.phases.reduce((sum, phase) => sum + phase.seconds, 0) || 1;
}

/** Planned seconds of its turn before this phase. */
export function secondsBefore(timer: Pick<TimerShape, "phases">, phase: string): number {
  const place = timer.phases.findIndex((one) => one.phase === phase);
  return timer.phases.slice(0, Math.max(0, place)).reduce((sum, one) => sum + one.seconds, 0);
}

/** The moment of an inject that the clock brings. */
export function momentOf({ turn, phase, offset }: Pick<MselShape, "turn" | "phase" | "offset">): Moment {
  return { turn: turn ?? 1, phase: (phase || "planning") as Phase, offset: offset ?? 0 };
}

/** Whether control may still put it elsewhere. */
export function movable({ kind, status }: Pick<MselShape, "kind" | "status">): boolean {
  return kind === "scheduled" && (status === "armed" || status === "held");
}

export function same(one: Moment, other: Moment): boolean {
  return one.turn === other.turn && one.phase === other.phase && one.offset === other.offset;
}

/** Phases that something can be put into: adjudication takes as long as it takes. */
export function open(timer: Pick<TimerShape, "phases">): { phase: Phase; seconds: number }[] {
  return timer.phases.filter((one) => one.phase !== "adjudication" && (one.seconds > 0 || one.phase === "planning"));
}

export function step(timer: Pick<TimerShape, "phases">): number {
  return turnSeconds(timer) > LONG ? 60 : 15;
}

/** So many seconds later, or earlier if negative, at most to the ends of the exercise and never into the past. */
export function shifted(moment: Moment, by: number, timer: TimerShape, second: number): Moment {
  return placed(Math.max(inOpen(moment, timer) + by, earliest(timer, second)), timer);
}

/** The moment that lies at `place` turns from the start of the exercise (1.5: half of the second), on a whole step. */
export function momentAt(place: number, timer: TimerShape, second: number): Moment {
  const turn = Math.min(Math.max(1, Math.floor(place) + 1), timer.turns.length);
  let rest = (place - (turn - 1)) * turnSeconds(timer);
  let before = (turn - 1) * openSeconds(timer);
  for (const { phase, seconds } of timer.phases) {
    const counts = open(timer).some((one) => one.phase === phase);
    if (counts) before += Math.min(Math.max(0, rest), seconds);
    rest -= seconds;
  }
  const whole = Math.round(before / step(timer)) * step(timer);
  return placed(Math.max(whole, earliest(timer, second)), timer);
}

function openSeconds(timer: TimerShape): number {
  return open(timer).reduce((sum, one) => sum + one.seconds, 0) || 1;
}

/** Seconds of open phases from the start of the exercise. */
function inOpen({ turn, phase, offset }: Moment, timer: TimerShape): number {
  const place = open(timer).findIndex((one) => one.phase === phase);
  const before = open(timer).slice(0, Math.max(0, place));
  return (turn - 1) * openSeconds(timer) + before.reduce((sum, one) => sum + one.seconds, 0) + offset;
}

/** The next whole step from now on. */
function earliest(timer: TimerShape, second: number): number {
  const all = open(timer);
  if (timer.phase === "adjudication") {
    const next = all.find((one) => one.phase === "feedback");
    return next ? inOpen({ turn: timer.turn, phase: next.phase, offset: 0 }, timer) : timer.turn * openSeconds(timer);
  }
  const own = all.find((one) => one.phase === timer.phase)?.seconds ?? 0;
  const run = timer.paused ? own - (timer.remaining ?? own) : second - timer.opened_at;
  const whole = Math.ceil((Math.max(0, run) + 1) / step(timer)) * step(timer);
  return inOpen({ turn: timer.turn, phase: timer.phase, offset: whole }, timer);
}

function placed(inOpenSeconds: number, timer: TimerShape): Moment {
  const whole = openSeconds(timer);
  const last = timer.turns.length * whole - step(timer);
  const at = Math.min(Math.max(0, inOpenSeconds), Math.max(0, last));
  const turn = Math.floor(at / whole) + 1;
  let offset = at - (turn - 1) * whole;
  for (const { phase, seconds } of open(timer)) {
    if (offset < seconds) return { turn, phase, offset };
    offset -= seconds;
  }
  return { turn, phase: "planning", offset: 0 };
}
