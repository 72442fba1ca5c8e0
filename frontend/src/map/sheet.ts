/** The plotting sheet: Mercator, as wide as the pack's window, in CSS pixels. Pure reckoning, no drawing. */
import { type GeoPermissibleObjects, geoArea, geoMercator, geoPath, type GeoProjection as Projection } from "d3-geo";
import type { GeometryShape, MapShape } from "../contract";
import { mercator, radians } from "./aspect";

export interface Sheet {
  width: number;
  height: number;
  projection: Projection;
  /** `d` of a path; "" where nothing of it is on the sheet. */
  path: (shape: GeoPermissibleObjects) => string;
}

type Window = MapShape["window"];

/** The window's width fills the sheet's; its middle stands in the middle, and the height shows what it can. */
export function sheet(window: Window, width: number, height: number): Sheet {
  const [west = 0, south = 0, east = 1, north = 1] = window;
  const middle = inverse((mercator(south) + mercator(north)) / 2);
  const projection = geoMercator()
    .center([(west + east) / 2, middle])
    .scale(width / radians(east - west))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-50, -50],
      [width + 50, height + 50],
    ]);
  const path = geoPath(projection).digits(1);
  return { width, height, projection, path: (shape) => path(shape) ?? "" };
}

/** Where a position lies on the sheet; outside if the sheet does not show it. */
export function at({ projection }: Sheet, position: readonly unknown[]): [number, number] {
  return projection([Number(position[0]), Number(position[1])]) ?? [-1000, -1000];
}

/** GeoJSON rings may run either way; d3 takes what lies to the right of them. The smaller side is meant. */
export function wound({ type, coordinates }: GeometryShape): GeoPermissibleObjects {
  const shape = { type, coordinates } as GeoPermissibleObjects;
  if (type === "Polygon") return tooLarge(shape) ? polygon((coordinates as Ring[]).map(reversed)) : shape;
  if (type !== "MultiPolygon") return shape;
  const each = (coordinates as Ring[][]).map((rings) => (tooLarge(polygon(rings)) ? rings.map(reversed) : rings));
  return { type, coordinates: each } as GeoPermissibleObjects;
}

type Ring = number[][];

function polygon(rings: Ring[]): GeoPermissibleObjects {
  return { type: "Polygon", coordinates: rings };
}

function reversed(ring: Ring): Ring {
  return [...ring].reverse();
}

function tooLarge(shape: GeoPermissibleObjects): boolean {
  return geoArea(shape) > 2 * Math.PI;
}

export interface Tick {
  degrees: number;
  /** Pixels from the left, or from the top. */
  at: number;
}

/** Whole degrees of longitude and latitude on the sheet, `step` apart. */
export function meridians(on: Sheet, step: number): Tick[] {
  const { projection, width, height } = on;
  return ticks(
    projection.invert?.([0, height])?.[0],
    projection.invert?.([width, height])?.[0],
    step,
    (degrees) => at(on, [degrees, 0])[0],
  );
}

export function parallels(on: Sheet, step: number): Tick[] {
  const { projection, height } = on;
  const east = projection.center()[0];
  return ticks(
    projection.invert?.([0, height])?.[1],
    projection.invert?.([0, 0])?.[1],
    step,
    (degrees) => at(on, [east, degrees])[1],
  );
}

function ticks(from = 0, to = 0, step: number, place: (degrees: number) => number): Tick[] {
  const found: Tick[] = [];
  for (let degrees = Math.ceil(from / step) * step; degrees <= to; degrees += step)
    found.push({ degrees, at: round(place(degrees)) });
  return found;
}

/** The frame of the sheet: every second degree is a dark bar. */
export function neatLine(on: Sheet): string {
  const { width, height } = on;
  const [left, right, top, bottom] = [2, width - 2, 2, height - 2];
  const across = bars(meridians(on, 1), left, right).map(([a, b]) => `M${a},${top}H${b}M${a},${bottom}H${b}`);
  const down = bars(parallels(on, 1), top, bottom).map(([a, b]) => `M${left},${a}V${b}M${right},${a}V${b}`);
  return [...across, ...down].join("");
}

/** From each even degree to the next, within the frame. */
function bars(marks: Tick[], low: number, high: number): [number, number][] {
  const ends = new Map(marks.map((tick) => [tick.degrees, tick.at]));
  const first = (marks[0]?.degrees ?? 0) - 1;
  const last = (marks.at(-1)?.degrees ?? 0) + 1;
  const edge = (degrees: number) => ends.get(degrees);
  const rising = (marks.at(-1)?.at ?? 0) >= (marks[0]?.at ?? 0);
  const [before, after] = rising ? [low, high] : [high, low];
  const found: [number, number][] = [];
  for (let degrees = first; degrees <= last; degrees++) {
    if (degrees % 2 !== 0) continue;
    const [a, b] = [edge(degrees) ?? before, edge(degrees + 1) ?? after];
    const pair: [number, number] = a < b ? [a, b] : [b, a];
    if (pair[1] > low && pair[0] < high) found.push([Math.max(pair[0], low), Math.min(pair[1], high)]);
  }
  return found;
}

/** How far apart the ticks stand, so that there are a handful. */
export function tickStep(degrees: number): number {
  return [1, 2, 5, 10, 20].find((step) => degrees / step <= 8) ?? 30;
}

function inverse(y: number): number {
  return ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
