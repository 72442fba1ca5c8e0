import { expect, it } from "vitest";
import type { MarkShape, VariableShape } from "../contract";
import { inWords, name, plates, plateText, told } from "./marks";
import { spread } from "./spread";

const PLAIN = {
  unit: "",
  kind: "number",
  low: 0,
  high: 10,
  places: 1,
  definition: "",
  provenance: { kind: "judgement" },
  key: false,
  order: 0,
} as const;

function value(name: string, more: Partial<VariableShape>): VariableShape {
  return { ...PLAIN, name, group: name, ...more };
}

const VALUES = {
  stock: value("Stocks", { value: 2 }),
  none: value("Nothing", { value: 0 }),
  base: value("Base", { value: true, kind: "flag" }),
  no_base: value("Base", { value: false, kind: "flag" }),
  army: value("Army", { estimate: { low: 40, high: 55 }, high: 100 }),
  mood: value("Mood", { word: "doubtful", kind: "derived" }),
  "force.UK": value("Force", { value: 3, unit: "thousand", member: "UK" }),
  "force.FR": value("Force", { value: 1.5, unit: "thousand", member: "FR" }),
  "force.DE": value("Force", { value: 0, unit: "thousand", member: "DE" }),
};

let placed = 0;
function mark(paths: string[], more: Partial<MarkShape> = {}): MarkShape {
  return { paths, word: "word", at: [30, 50], layer: "forces", order: placed++, ...more };
}

const MARKS = {
  stock: mark(["stock"]),
  none: mark(["none"]),
  base: mark(["base"]),
  no_base: mark(["no_base"]),
  army: mark(["army"]),
  mood: mark(["mood"]),
  force: mark(["force.UK", "force.FR", "force.DE"], { name: "In the field" }),
  hidden: mark(["secret"]),
};

const ALL = told(MARKS, VALUES);

it("draws a plate where there is something of it, and nothing of what is not known", () => {
  expect(plates(ALL).map((one) => [one.id, plateText(one)])).toEqual([
    ["stock", "word 2"],
    ["base", "word"],
    ["army", "word 40–55"],
    ["mood", "word doubtful"],
    ["force", "word 4.5"],
  ]);
});

it("tells the same in words, each member of a set by its letters", () => {
  expect(ALL.map((one) => `${name(one)}: ${inWords(one, (actor) => actor)}`)).toEqual([
    "Stocks: 2 of 10",
    "Base: yes",
    "Army: 40–55 of 100, estimate",
    "Mood: doubtful",
    "In the field: UK\u00a03, FR\u00a01.5 thousand",
  ]);
});

it("tells of nothing too where no plate would show it", () => {
  const { at: _, word: __, ...inZone } = mark(["none"], { zone: "Z1" });
  const [one] = told({ none: inZone }, VALUES);
  expect(one && inWords(one, String)).toBe("0 of 10");
  const { at: ___, word: ____, ...set } = mark(["force.DE", "none"], { zone: "Z1" });
  const [none] = told({ set }, VALUES);
  expect(none && inWords(none, String)).toBe("none");
});

it("moves plates apart, downwards, and leaves the others", () => {
  const at = (x: number, y: number) => ({ x, y, width: 40, height: 20 });
  expect(spread([at(0, 5), at(10, 0), at(100, 0), at(5, 6)]).map(({ y }) => y)).toEqual([23, 0, 0, 46]);
});
