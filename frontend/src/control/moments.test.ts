import { expect, it } from "vitest";
import type { TimerShape } from "../contract";
import { type Moment, momentAt, movable, shifted } from "./moments";

const timer: TimerShape = {
  turn: 1,
  turns: [
    { months: 1, label: "a" },
    { months: 1, label: "b" },
  ],
  phase: "briefing",
  phases: [
    { phase: "briefing", seconds: 120 },
    { phase: "planning", seconds: 600 },
    { phase: "adjudication", seconds: 300 },
    { phase: "feedback", seconds: 180 },
  ],
  opened_at: 1000,
  ends_at: 1120,
  paused: false,
};
const at = (turn: number, phase: Moment["phase"], offset: number): Moment => ({ turn, phase, offset });

it("moves by minutes through the phases and over the turns, leaving adjudication out", () => {
  expect(shifted(at(1, "planning", 60), 60, timer, 1000)).toEqual(at(1, "planning", 120));
  expect(shifted(at(1, "planning", 0), -60, timer, 1000)).toEqual(at(1, "briefing", 60));
  expect(shifted(at(1, "planning", 540), 60, timer, 1000)).toEqual(at(1, "feedback", 0));
  expect(shifted(at(1, "feedback", 120), 60, timer, 1000)).toEqual(at(2, "briefing", 0));
});

it("never moves into the past, nor beyond the last turn", () => {
  expect(shifted(at(1, "planning", 0), -6000, timer, 1000)).toEqual(at(1, "briefing", 60));
  expect(shifted(at(2, "feedback", 0), 6000, timer, 1000)).toEqual(at(2, "feedback", 120));
  const ruling: TimerShape = { ...timer, phase: "adjudication" };
  expect(shifted(at(2, "planning", 0), -6000, ruling, 1000)).toEqual(at(1, "feedback", 0));
});

it("finds the moment under the pointer, on a whole minute", () => {
  expect(momentAt((120 + 200) / 1200, timer, 1000)).toEqual(at(1, "planning", 180));
  expect(momentAt((120 + 600 + 100) / 1200, timer, 1000)).toEqual(at(1, "feedback", 0));
  expect(momentAt(1 + 130 / 1200, timer, 1000)).toEqual(at(2, "planning", 0));
  expect(momentAt(0, timer, 1000)).toEqual(at(1, "briefing", 60));
});

it("moves only what the clock brings and has not brought", () => {
  expect(movable({ kind: "scheduled", status: "held" })).toBe(true);
  expect(movable({ kind: "scheduled", status: "fired" })).toBe(false);
  expect(movable({ kind: "manual", status: "armed" })).toBe(false);
});
