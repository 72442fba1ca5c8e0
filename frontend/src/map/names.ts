/** Which names the sheet has room for, and where: none lies on another; what finds no room is told in words below. */
import type { FeatureShape, MapShape } from "../contract";
import { at, type Sheet } from "./sheet";
import { type Box, overlap } from "./spread";

export interface Name extends Box {
  /** Where the text is drawn from. */
  anchor: "start" | "middle" | "end";
}

/** Letters of this narrow face are a little over half as wide as high; capitals set apart are wider. */
const WIDE = 0.56;
const CAPITALS = 0.82;
const AWAY = 6;
/** At the foot, for the degrees. */
const TICKS = 20;

/**
 * By feature id. `taken` is where plates and zone numbers stand; zones are named before places, places before states.
 * `letter` is the height of the letters in pixels.
 */
export function names(map: MapShape, sheet: Sheet, letter: number, taken: Box[]): Map<string, Name> {
  const placed: Box[] = [...taken];
  const found = new Map<string, Name>();
  for (const [id, feature] of inTurn(map)) {
    const free = choices(feature, sheet, letter).find(
      (one) => within(one, sheet) && !placed.some((b) => overlap(b, one)),
    );
    if (!free) continue;
    placed.push(free);
    found.set(id, free);
  }
  return found;
}

/** The number of a zone, which is always drawn. */
export function number(
  zone: FeatureShape,
  id: string,
  position: readonly unknown[],
  sheet: Sheet,
  letter: number,
): Box {
  const [x, y] = at(sheet, position);
  const width = id.length * letter * 0.6;
  return { x: zone.side === "left" ? x - width / 2 : x, y: y - letter * 0.35, width, height: letter * 1.1 };
}

const TURN: FeatureShape["kind"][] = ["zone", "place", "label"];

function inTurn({ features }: MapShape): [string, FeatureShape][] {
  const named = Object.entries(features).filter(([, one]) => TURN.includes(one.kind) && one.geometry.type === "Point");
  const rank = (one: FeatureShape) => TURN.indexOf(one.kind) * 2 + Number(one.minor);
  return named.sort(([, a], [, b]) => rank(a) - rank(b) || a.order - b.order);
}

/** The places where a name may stand, the best first. */
function choices(feature: FeatureShape, sheet: Sheet, letter: number): Name[] {
  const [x, y] = at(sheet, feature.geometry.coordinates);
  const capitals = feature.kind === "label";
  const width = feature.name.length * letter * (capitals ? CAPITALS : WIDE);
  const name = (anchor: Name["anchor"], left: number, middle: number): Name => ({
    anchor,
    x: left + width / 2,
    y: middle,
    width,
    height: letter * 1.2,
  });
  const middled = (dy: number) => name("middle", x - width / 2, y + dy * letter);
  if (feature.kind === "zone" && feature.side === "left") return [name("end", x - width, y + 0.85 * letter)];
  if (feature.kind === "zone") return [middled(0.85), middled(-1.6)];
  if (capitals) return [-0.35, 1, -1.7, 2.4, -3].map(middled);
  const right = name("start", x + AWAY, y - 3 - 0.35 * letter);
  const left = name("end", x - AWAY - width, y - 3 - 0.35 * letter);
  const sides = feature.side === "left" ? [left, right] : [right, left];
  return [...sides, middled(1), middled(-1)];
}

function within({ x, y, width, height }: Box, sheet: Sheet): boolean {
  const low = sheet.height - TICKS;
  return x - width / 2 >= 0 && x + width / 2 <= sheet.width && y - height / 2 >= 0 && y + height / 2 <= low;
}
