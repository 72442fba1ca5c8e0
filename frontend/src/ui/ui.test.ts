import { expect, it } from "vitest";
import type { VariableShape } from "../contract";
import { clock, number, signed, withUnit } from "../text/format";
import { t } from "../text/t";
import { indicatorUnit, indicatorValue, trend } from "./IndicatorTile";
import { niceStep, waterfall } from "./Terms";

const variable = (part: Partial<VariableShape>) =>
  ({ unit: "", low: 0, high: 100, places: 0, kind: "number", name: "x", ...part }) as VariableShape;

it("fills holes and chooses the plural by the count", () => {
  expect(t("phase.turn", { turn: 3 })).toBe("Turn 3");
  expect(t("line.waiting", { n: 1 })).toBe("One request is waiting to be sent.");
  expect(t("line.waiting", { n: 2 })).toBe("2 requests are waiting to be sent.");
});

it("writes numbers and times as people read them", () => {
  expect(number(-1234.5, 1)).toBe("−1,234.5");
  expect([signed(2), signed(-0.5), signed(0.001)]).toEqual(["+2", "−0.5", "0"]);
  expect([clock(402), clock(3858), clock(-5)]).toEqual(["06:42", "1:04:18", "00:00"]);
  expect([withUnit(5, "thousand"), withUnit(true, "x"), withUnit("slow_advance", "")]).toEqual([
    "5\u00a0thousand",
    "yes",
    "slow advance",
  ]);
});

it("has one word for one of a unit and another for more, as its pack says", () => {
  const [one, many] = [1, 2].map((points) => withUnit(points, "point|points"));
  expect([one, many, withUnit(1, "thousand")]).toEqual(["1\u00a0point", "2\u00a0points", "1\u00a0thousand"]);
  expect(indicatorUnit(variable({ value: 1, high: 12, unit: "month|months" }))).toBe("of 12 months");
  expect(indicatorUnit(variable({ value: 1, low: -3, high: 3, unit: "step|steps" }))).toBe("step");
});

it("never lets a value stand alone", () => {
  expect(indicatorUnit(variable({ value: 24 }))).toBe("of 100");
  expect(indicatorUnit(variable({ value: 9, high: 30, unit: "thousand" }))).toBe("of 30 thousand");
  expect(indicatorUnit(variable({ value: 52, unit: "%" }))).toBe("%");
  expect(indicatorUnit(variable({}))).toBe("not known");
  expect(indicatorValue(variable({ estimate: { low: 10, high: 30 } }))).toBe("10–30");
});

it("draws one point a turn, and the present where it differs", () => {
  expect(trend(variable({ history: { "1": 4, "0": 3, "2": 6 }, value: 6 }))).toEqual([3, 4, 6]);
  expect(trend(variable({ history: { "0": 3 }, value: 5 }))).toEqual([3, 5]);
  expect(trend(variable({ history: { "0": "low" }, value: "high" }))).toEqual([]);
});

it("begins each term where the one before ended", () => {
  expect(waterfall([{ value: -2.5 }, { value: 1.95 }, { value: 0 }])).toEqual([
    { from: 0, to: -2.5 },
    { from: -2.5, to: -0.55 },
    { from: -0.55, to: -0.55 },
  ]);
  expect([niceStep(3.2), niceStep(0.7), niceStep(40)]).toEqual([1, 0.2, 10]);
});
