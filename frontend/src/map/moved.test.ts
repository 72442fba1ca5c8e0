import { expect, it } from "vitest";
import type { FeatureShape, MapShape, MarkShape, VariableShape } from "../contract";
import { moved } from "./moved";

const line = {
  kind: "line",
  geometry: {
    type: "LineString",
    coordinates: [
      [10, 50],
      [10, 48],
    ],
  },
};
const area = {
  kind: "area",
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [10, 50],
        [10, 48],
        [14, 48],
        [10, 50],
      ],
    ],
  },
};
const map = { features: { line, area } as unknown as Record<string, FeatureShape> } as MapShape;
const mark: MarkShape = { paths: ["front"], layer: "forces", order: 0, moves: ["line", "area"], by: [0.5, -0.1] };
const known = (variable: Partial<VariableShape>) => ({ front: variable as VariableShape });
const points = (feature: string, variable: Partial<VariableShape>) =>
  moved(map, { mark }, known(variable)).features[feature]?.geometry.coordinates;

it("moves a line by its value, and of an area only what lies on the line", () => {
  expect(points("line", { value: 2 })).toEqual([
    [11, 49.8],
    [11, 47.8],
  ]);
  expect(points("area", { value: 2 })).toEqual([
    [
      [11, 49.8],
      [11, 47.8],
      [14, 48],
      [11, 49.8],
    ],
  ]);
});

it("takes the middle of an estimate, and stands still without a value", () => {
  expect(points("line", { estimate: { low: 0, high: 4 } })).toEqual([
    [11, 49.8],
    [11, 47.8],
  ]);
  expect(moved(map, { mark }, {})).toBe(map);
});
