import { expect, it } from "vitest";
import { fixture } from "../dev/mapFixtures";
import { names } from "./names";
import { sheet } from "./sheet";
import { overlap } from "./spread";

const theatre = fixture.map;

it.each([360, 460, 850])("lets no name touch another on a sheet of %d pixels", (width) => {
  const paper = sheet(theatre.window, width, width * 0.55);
  const plate = { x: width / 2, y: width * 0.2, width: 60, height: 20 };
  const placed = [...names(theatre, paper, 13, [plate]).values(), plate];
  const touching = placed.flatMap((one, n) => placed.slice(n + 1).filter((other) => overlap(one, other)));
  expect(touching).toEqual([]);
});

it("names every zone before a place, and more where there is more room", () => {
  const small = names(theatre, sheet(theatre.window, 300, 165), 13, []);
  const large = names(theatre, sheet(theatre.window, 1200, 660), 13, []);
  expect(large.size).toBeGreaterThan(small.size);
  const zones = Object.entries(theatre.features).filter(([, { kind }]) => kind === "zone");
  expect(zones.every(([id]) => large.has(id))).toBe(true);
});
