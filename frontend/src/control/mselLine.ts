/** Where each inject stands on the time line. Percent of its width; no screen. */
import type { MselShape, TimerShape } from "../contract";
import { type Moment, secondsBefore, turnSeconds } from "./moments";

/** Turns in sight at once. */
export const WINDOW = 5;
/** Two marks never stand closer than this. */
const APART = 1.9;
/** The part for what has no time of its own: so much for each mark, within limits. */
const WHENEVER = { each: 7, least: 18, most: 42 };

/** So far into its turn a mark may stand: the next turn's first second is not its place. */
const LAST = 0.97;

interface Band {
  turn: number;
  from: number;
  width: number;
}

export interface Placed {
  id: string;
  inject: MselShape;
  lane: 0 | 1 | 2;
  x: number;
  /** Until the next mark of its lane, or the edge. */
  room: number;
}

export interface Line {
  bands: Band[];
  /** Where "whenever it comes" begins; 100 if nothing stands there. */
  whenever: number;
  marks: Placed[];
  now: number | undefined;
}

type Entry = [id: string, inject: MselShape];

export function lane({ kind }: Pick<MselShape, "kind">): 0 | 1 | 2 {
  if (kind === "condition") return 1;
  return kind === "scheduled" || kind === "not_done_by" ? 0 : 2;
}

/** The first turn in sight, so that the present one has the past on its left and more of the future on its right. */
export function firstTurn(timer: Pick<TimerShape, "turn" | "turns">): number {
  return Math.max(1, Math.min(timer.turn - 2, timer.turns.length - WINDOW + 1));
}

export function lastFirst(timer: Pick<TimerShape, "turns">): number {
  return Math.max(1, timer.turns.length - WINDOW + 1);
}

export function line(entries: Entry[], timer: TimerShape, from: number, second: number): Line {
  const loose = entries.filter(([, inject]) => turnOf(inject) === 0);
  const whenever = 100 - wheneverWidth(loose);
  const bands = bandsFrom(from, timer.turns.length, whenever);
  const marks = [0, 1, 2].flatMap((one) => {
    const own = entries.filter(([, inject]) => lane(inject) === one);
    return spaced([...timed(own, bands, timer), ...untimed(own, whenever)], one as 0 | 1 | 2);
  });
  return { bands, whenever, marks, now: nowAt(bands, timer, second) };
}

/** 0: it has no time of its own. */
function turnOf(inject: MselShape): number {
  if (inject.status === "fired") return inject.fired_turn ?? inject.turn ?? 0;
  return inject.turn ?? 0;
}

function wheneverWidth(loose: Entry[]): number {
  if (!loose.length) return 0;
  const most = Math.max(...[0, 1, 2].map((one) => loose.filter(([, inject]) => lane(inject) === one).length));
  return Math.min(WHENEVER.most, Math.max(WHENEVER.least, most * WHENEVER.each));
}

function bandsFrom(from: number, turns: number, end: number): Band[] {
  const count = Math.min(WINDOW, turns);
  return Array.from({ length: count }, (_, n) => ({ turn: from + n, from: (n * end) / count, width: end / count }));
}

function timed(own: Entry[], bands: Band[], timer: TimerShape): [number, Entry][] {
  return bands.flatMap((band) => {
    const here = own.filter(([, inject]) => turnOf(inject) === band.turn);
    const loose = here.filter(([, inject]) => !hasPlace(inject)).sort(([, a], [, b]) => since(a) - since(b));
    return here.map((entry): [number, Entry] => {
      const place = hasPlace(entry[1])
        ? planned(entry[1], timer)
        : (loose.indexOf(entry) + 0.5) / Math.max(1, loose.length);
      return [band.from + band.width * Math.min(LAST, place), entry];
    });
  });
}

function since(inject: MselShape): number {
  return inject.fired_at ?? 0;
}

/** The pack says when in its turn. */
function hasPlace({ kind }: MselShape): boolean {
  return kind === "scheduled" || kind === "not_done_by";
}

function planned(inject: MselShape, timer: TimerShape): number {
  const phase = inject.phase ?? "planning";
  const own = timer.phases.find((one) => one.phase === phase)?.seconds ?? 0;
  const offset = inject.kind === "not_done_by" ? own : (inject.offset ?? 0);
  return (secondsBefore(timer, phase) + offset) / turnSeconds(timer);
}

function untimed(own: Entry[], whenever: number): [number, Entry][] {
  const loose = own.filter(([, inject]) => turnOf(inject) === 0);
  return loose.map((entry, n) => [whenever + 1.5 + ((100 - whenever - 1.5) * n) / loose.length, entry]);
}

function spaced(placed: [number, Entry][], own: 0 | 1 | 2): Placed[] {
  const sorted = placed.sort(([a], [b]) => a - b);
  let last = -APART;
  const xs = sorted.map(([x]) => {
    last = Math.max(x, last + APART);
    return last;
  });
  return sorted.map(([, [id, inject]], n) => {
    const x = xs[n] ?? 0;
    return { id, inject, lane: own, x, room: (xs[n + 1] ?? 100) - x };
  });
}

/** Where a moment lies, if its turn is in sight. */
export function placeOf({ turn, phase, offset }: Moment, { bands }: Pick<Line, "bands">, timer: TimerShape) {
  const band = bands.find((one) => one.turn === turn);
  const place = (secondsBefore(timer, phase) + offset) / turnSeconds(timer);
  return band && band.from + band.width * Math.min(LAST, place);
}

function nowAt(bands: Band[], timer: TimerShape, second: number): number | undefined {
  const band = bands.find((one) => one.turn === timer.turn);
  if (!band) return undefined;
  const own = timer.phases.find((one) => one.phase === timer.phase)?.seconds ?? 0;
  const run = timer.paused ? own - (timer.remaining ?? own) : second - timer.opened_at;
  const passed = secondsBefore(timer, timer.phase) + Math.min(Math.max(0, run), own);
  return band.from + band.width * Math.min(1, passed / turnSeconds(timer));
}
