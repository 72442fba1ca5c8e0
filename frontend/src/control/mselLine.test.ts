import { expect, it } from "vitest";
import type { MselShape, TimerShape } from "../contract";
import { firstTurn, line } from "./mselLine";

const timer: TimerShape = {
  turn: 3,
  turns: Array.from({ length: 8 }, (_, n) => ({ months: 1, label: `${n}` })),
  phase: "planning",
  phases: [
    { phase: "briefing", seconds: 100 },
    { phase: "planning", seconds: 300 },
  ],
  opened_at: 1000,
  ends_at: 1300,
  paused: false,
};

const inject = (rest: Partial<MselShape>): MselShape => ({
  headline: "x",
  kind: "scheduled",
  when: "",
  status: "armed",
  to: ["all"],
  note: "",
  body: "",
  order: 0,
  ...rest,
});

it("shows five turns, with the present one third where it can be", () => {
  expect([1, 3, 5, 8].map((turn) => firstTurn({ turn, turns: timer.turns }))).toEqual([1, 1, 3, 4]);
});

it("places a scheduled inject by its phase and offset, and now by what has run of the phase", () => {
  const laid = line([["a", inject({ turn: 3, phase: "planning", offset: 100 })]], timer, 1, 1100);
  expect(laid.marks[0]?.x).toBeCloseTo(50); // third of five turns, half of it
  expect(laid.now).toBeCloseTo(50);
  expect(laid.whenever).toBe(100);
});

it("stands still while paused", () => {
  const paused = { ...timer, paused: true, remaining: 200 };
  expect(line([], paused, 1, 9999).now).toBeCloseTo(50);
});

it("gives what has no time of its own a place at the end", () => {
  const laid = line([["a", inject({ kind: "condition" })]], timer, 1, 1000);
  expect(laid.whenever).toBeLessThan(100);
  expect(laid.marks[0]).toMatchObject({ lane: 1 });
  expect(laid.marks[0]?.x).toBeGreaterThan(laid.whenever);
});

it("keeps marks of one lane apart, and knows the room for each label", () => {
  const same = { turn: 2, phase: "planning", offset: 0 };
  const [a, b] = line(
    [
      ["a", inject(same)],
      ["b", inject(same)],
    ],
    timer,
    1,
    1000,
  ).marks;
  expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(1);
  expect(a?.room).toBeCloseTo((b?.x ?? 0) - (a?.x ?? 0));
});

it("leaves out turns that are not in sight", () => {
  expect(line([["a", inject({ turn: 8 })]], timer, 1, 1000).marks).toEqual([]);
});
