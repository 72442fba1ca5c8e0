import { expect, it } from "vitest";
import { before, change } from "./truth";

it("compares with the end of the last turn that is over", () => {
  expect(before({ history: { "0": 1, "1": 2, "2": 5, "3": 9 } }, 3)).toBe(5);
  expect(before({ history: {} }, 3)).toBeUndefined();
});

it("tells an amount for numbers, a change for the rest, and nothing where nothing moved", () => {
  expect(change({ value: 4, places: 2, history: { "2": 6 } }, 3)).toBe(-2);
  expect(change({ value: "granted", places: 2, history: { "2": "none" } }, 3)).toBe(true);
  expect(change({ value: false, places: 2, history: { "2": false } }, 3)).toBe(0);
  expect(change({ value: 20.04, places: 1, history: { "2": 20 } }, 3)).toBe(0);
});
