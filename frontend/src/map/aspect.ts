/** What can be said of a sheet before the map itself is loaded. */
import type { MapShape } from "../contract";

/** Of a pack's window in Mercator: how wide it is for its height. */
export function aspect(window: MapShape["window"]): number {
  const [west = 0, south = 0, east = 1, north = 1] = window;
  return radians(east - west) / (mercator(north) - mercator(south));
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

export function mercator(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2));
}
