import { expect, it } from "vitest";
import type { ScenarioShape } from "../shapes";
import { firstChoice, lengths, sum, treated, trimmed } from "./setup";

const clock = {
  id: "day",
  title: "A day",
  turns: ["spring", "summer"],
  seconds: { planning: 720, briefing: 300, adjudication: 0 },
  minutes: 34,
};
const scenario = { id: "x", title: "X", clocks: [clock], start_cards: [], rule_cards: [], team_sets: [] };
const setup = firstChoice(scenario as unknown as ScenarioShape);

it("tells the phases in the order of a turn", () => {
  expect(lengths(clock, setup).map(([phase]) => phase)).toEqual(["briefing", "planning", "adjudication"]);
});

it("sums what was changed, and says that a phase has no planned end", () => {
  expect(sum(clock, { ...setup, seconds: { planning: 1200 } })).toEqual({ turns: 2, turn: 25, total: 50, open: true });
});

it("sends only the lengths that differ from the clock's", () => {
  expect(trimmed(clock, { ...setup, seconds: { planning: 720 } }).seconds).toBeUndefined();
  expect(trimmed(clock, { ...setup, seconds: { planning: 600 } }).seconds).toEqual({ planning: 600 });
});

it("sets a treatment to an arm, and back to as usual", () => {
  const chosen = treated(setup, "threshold", "low");
  expect(chosen).toEqual({ threshold: "low" });
  expect(treated({ ...setup, treatments: chosen }, "first", "europe")).toEqual({ threshold: "low", first: "europe" });
  expect(treated({ ...setup, treatments: chosen }, "threshold", "")).toEqual({});
});
