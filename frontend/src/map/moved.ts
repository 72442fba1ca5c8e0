/** What lies elsewhere because a value says so: the line of contact, its belt, and the land behind it. */
import type { FeatureShape, MapShape, MarkShape } from "../contract";
import type { Variables } from "./marks";

/** The map as it lies now; the same object where nothing moves. */
export function moved(map: MapShape, marks: Record<string, MarkShape>, variables: Variables): MapShape {
  const features = Object.values(marks)
    .filter(({ moves }) => moves?.length)
    .reduce((all, mark) => withMoved(all, mark, amount(mark, variables)), map.features);
  return features === map.features ? map : { ...map, features };
}

/** The value, or the middle of its estimate; 0 if it is not known. */
function amount({ paths }: MarkShape, variables: Variables): number {
  const { value, estimate } = variables[paths[0] ?? ""] ?? {};
  if (typeof value === "number") return value;
  return estimate ? (estimate.low + estimate.high) / 2 : 0;
}

type Features = Record<string, FeatureShape>;

function withMoved(features: Features, { moves = [], by = [] }: MarkShape, value: number): Features {
  if (!value) return features;
  const on = linePoints(moves.map((id) => features[id]));
  const shift = (point: number[]) =>
    on.has(point.join()) ? [(point[0] ?? 0) + value * (by[0] ?? 0), (point[1] ?? 0) + value * (by[1] ?? 0)] : point;
  const changed = moves.flatMap((id) => {
    const feature = features[id];
    return feature ? [[id, { ...feature, geometry: through(feature.geometry, shift) }] as const] : [];
  });
  return { ...features, ...Object.fromEntries(changed) };
}

/** The points of the lines among these; an area moves only where it meets them. */
function linePoints(features: (FeatureShape | undefined)[]): Set<string> {
  const lines = features.flatMap((one) => (one?.geometry.type === "LineString" ? [one.geometry.coordinates] : []));
  return new Set(lines.flatMap((points) => (points as number[][]).map((point) => point.join())));
}

function through(geometry: FeatureShape["geometry"], shift: (point: number[]) => number[]): FeatureShape["geometry"] {
  const walk = (part: unknown[]): unknown[] =>
    typeof part[0] === "number" ? shift(part as number[]) : part.map((one) => walk(one as unknown[]));
  return { ...geometry, coordinates: walk(geometry.coordinates) };
}
