import { expect, test } from "vitest";
import type { MeasureShape, SimulationLine, SpreadShape } from "../shapes";
import { happens, interval, matched, pace, scale } from "./numbers";

const spread = (low: number, high: number, mean = low): SpreadShape => ({
  games: 10,
  mean,
  low,
  quarter: low,
  median: mean,
  three_quarters: high,
  high,
});

test("a share has the interval that Wilson gives it", () => {
  const [low, high] = interval(0.5, 100);
  expect(low).toBeCloseTo(0.4038, 3);
  expect(high).toBeCloseTo(0.5962, 3);
  expect(interval(0, 10)[0]).toBe(0);
  expect(interval(1, 10)[1]).toBe(1);
  expect(interval(0, 10)[1]).toBeCloseTo(0.2775, 3);
});

test("what a game has or has not is no amount", () => {
  const measure: MeasureShape = { id: "m", title: "M", unit: "", take: "ever", share: 0, spread: null, heaps: [] };
  expect(happens(measure)).toBe(true);
  expect(happens({ ...measure, take: "last", share: 0.4, spread: spread(0, 1, 0.4) })).toBe(true);
  expect(happens({ ...measure, take: "last", share: 0.9, spread: spread(0, 8, 4) })).toBe(false);
  expect(happens({ ...measure, take: "last", share: 0, spread: spread(0, 0) })).toBe(true);
  expect(happens({ ...measure, take: "last", unit: "%", share: 0.4, spread: spread(0, 1, 0.4) })).toBe(false);
});

test("a scale is round and holds zero", () => {
  expect(scale([spread(12, 73)])).toEqual([0, 80]);
  expect(scale([spread(-3, 4)])).toEqual([-3, 4]);
  expect(scale([spread(0, 0)])).toEqual([0, 1]);
});

test("the pace is what was played, and silent before that", () => {
  const line = { games: 100, runs: 400, seconds: 50 } as SimulationLine;
  expect(pace(line)).toEqual({ rate: 2, left: 150 });
  expect(pace({ ...line, games: 0 })).toBeUndefined();
});

test("two results are matched by id", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => ({ id }));
  if (!a || !b || !c) throw new Error("three");
  expect(
    matched([
      [a, b],
      [b, c],
    ]),
  ).toEqual([
    { first: a, of: [a, undefined] },
    { first: b, of: [b, b] },
    { first: c, of: [undefined, c] },
  ]);
});
