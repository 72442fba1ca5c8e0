/** What the charts need beside the server's numbers. No screen. */
import type { MeasureShape, SimulationLine, SpreadShape } from "../shapes";

/** 97.5th percentile of the normal distribution: 19 of 20 lie within it on both sides. */
const Z = 1.96;

/** Where a share found in `n` games would lie in 19 of 20 such simulations (Wilson's interval); from 0 to 1. */
export function interval(share: number, n: number): [number, number] {
  if (n < 1) return [0, 1];
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Something that a game has or has not, rather than an amount. */
export function happens({ take, unit, spread, share }: MeasureShape): boolean {
  if (take === "ever") return true;
  if (take !== "last" || unit || !spread) return false;
  return spread.low >= 0 && spread.high <= 1 && Math.abs(spread.mean - share) < 1e-5;
}

/** From where to where a chart of these spreads goes: round numbers, with 0 unless all lie far from it. */
export function scale(spreads: Pick<SpreadShape, "low" | "high">[]): [number, number] {
  const low = Math.min(...spreads.map((one) => one.low));
  const high = Math.max(...spreads.map((one) => one.high));
  const step = 10 ** Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high), 1e-6)));
  const from = Math.min(0, Math.floor(low / step) * step);
  const to = Math.max(0, Math.ceil(high / step) * step);
  return from === to ? [from, from + 1] : [from, to];
}

/** Games a second so far, and the seconds that the others will take; none before there is something to go by. */
export function pace({ games, runs, seconds }: SimulationLine): { rate: number; left: number } | undefined {
  if (!games || seconds < 1) return undefined;
  const rate = games / seconds;
  return { rate, left: (runs - games) / rate };
}

/** The entries of several results, matched by id, in the order in which they first come. */
export function matched<T extends { id: string }>(lists: T[][]): { first: T; of: (T | undefined)[] }[] {
  const found = new Map(lists.flat().map((one) => [one.id, one]));
  for (const one of [...lists].reverse().flat()) found.set(one.id, one);
  return [...found.values()].map((first) => ({
    first,
    of: lists.map((list) => list.find((one) => one.id === first.id)),
  }));
}
