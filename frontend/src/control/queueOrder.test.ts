import { expect, it } from "vitest";
import type { QueueShape } from "../contract";
import { nextOf, sorted, urgency } from "./queueOrder";

const item = (kind: QueueShape["kind"], since: number, due?: number): QueueShape => ({
  kind,
  title: kind,
  detail: "",
  ref: "x",
  since,
  ...(due === undefined ? {} : { due }),
});

it("puts overdue first, then what is due within a minute, then the oldest, then teams without orders", () => {
  const queue = {
    idle: item("idle", 0, 900),
    old: item("call", 10),
    young: item("ruling", 50),
    soon: item("inject", 90, 140),
    over: item("inject", 95, 99),
  };
  expect(sorted(queue, 100)).toEqual(["over", "soon", "old", "young", "idle"]);
});

it("treats a team without an order as urgent once its time is nearly up", () => {
  expect(sorted({ call: item("call", 10), idle: item("idle", 0, 130) }, 100)).toEqual(["idle", "call"]);
});

it("asks for a phase to be closed once its planned time is up, or if it has none", () => {
  const asked = (due?: number) => sorted({ "timer:close": item("timer", 0, due) }, 100);
  expect([asked(), asked(100), asked(101)]).toEqual([["timer:close"], ["timer:close"], []]);
});

it("says how near an item is to being due", () => {
  expect([urgency({}, 0), urgency({ due: 60 }, 0), urgency({ due: 61 }, 0), urgency({ due: 0 }, 0)]).toEqual([
    "",
    "soon",
    "",
    "over",
  ]);
});

it("hands nobody what was just answered or is in another's hand", () => {
  const queue = { first: item("call", 10), second: item("call", 20), third: item("call", 30) };
  expect(nextOf(queue, 100, "first", new Set(["second"]))).toBe("third");
  expect(nextOf(queue, 100, "first", new Set(["second", "third"]))).toBe("");
});
