import { geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
import { aspect } from "./aspect";
import { borders, coast, states } from "./base";
import { at, meridians, neatLine, parallels, sheet, tickStep, wound } from "./sheet";

const WINDOW = [12, 42.7, 42.6, 53.8];

describe("the base land", () => {
  const towns: [string, [number, number]][] = [
    ["Simferopol", [34.1, 44.95]],
    ["Sevastopol", [33.55, 44.6]],
    ["Kerch", [36.45, 45.34]],
    ["Kyiv", [30.52, 50.45]],
    ["Donetsk", [37.8, 48.0]],
    ["Odesa", [30.7, 46.5]],
  ];
  it.each(towns)("shows %s in Ukraine", (_, place) => {
    const holders = [...states].filter(([, state]) => geoContains(state, place)).map(([code]) => code);
    expect(holders).toEqual(["UKR"]);
  });
  it("has borders and a coast", () => {
    expect(borders.coordinates.length).toBeGreaterThan(20);
    expect(coast.coordinates.length).toBeGreaterThan(10);
  });
});

describe("the sheet", () => {
  const on = sheet(WINDOW, 850, 850 / aspect(WINDOW));
  it("is as wide as the window", () => {
    expect(at(on, [12, 50])[0]).toBeCloseTo(0, 3);
    expect(at(on, [42.6, 50])[0]).toBeCloseTo(850, 3);
    expect(at(on, [20, 53.8])[1]).toBeCloseTo(0, 3);
    expect(at(on, [20, 42.7])[1]).toBeCloseTo(on.height, 3);
  });
  it("keeps the middle when there is less height", () => {
    const low = sheet(WINDOW, 850, 300);
    expect(at(low, [12, 50])[0]).toBeCloseTo(0, 3);
    expect(at(on, [20, 48.6])[1] - on.height / 2).toBeCloseTo(at(low, [20, 48.6])[1] - 150, 3);
  });
  it("has ticks at whole degrees", () => {
    expect(meridians(on, 5).map(({ degrees }) => degrees)).toEqual([15, 20, 25, 30, 35, 40]);
    expect(parallels(on, 2).map(({ degrees }) => degrees)).toEqual([44, 46, 48, 50, 52]);
    expect([tickStep(6), tickStep(31), tickStep(360)]).toEqual([1, 5, 30]);
  });
  it("frames itself in bars of a degree", () => {
    expect(neatLine(on).match(/H/g)).toHaveLength(2 * 16);
    expect(neatLine(on)).not.toContain("NaN");
  });
  it("takes rings that run either way", () => {
    const ring = [
      [30, 46],
      [34, 46],
      [34, 48],
      [30, 46],
    ];
    const [one, other] = [ring, [...ring].reverse()].map((coordinates) =>
      on.path(wound({ type: "Polygon", coordinates: [coordinates] })),
    );
    expect(one?.length).toBeLessThan(200);
    expect(other?.length).toBeLessThan(200);
    const both = on.path(wound({ type: "MultiPolygon", coordinates: [[ring], [[...ring].reverse()]] }));
    expect(both.length).toBeLessThan(400);
  });
});
