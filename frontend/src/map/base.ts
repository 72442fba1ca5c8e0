/** The land beneath: states, their borders and the coast of one clipped corner of the world (see scripts/base-land.sh). */
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import europe from "./europe.json";

const topology = europe as unknown as Topology<{ countries: GeometryCollection }>;

const { countries } = topology.objects;

/** By ISO code. */
export const states = new Map(feature(topology, countries).features.map((one) => [String(one.id), one]));
export const land = feature(topology, countries);
export const borders = mesh(topology, countries, (a, b) => a !== b);
export const coast = mesh(topology, countries, (a, b) => a === b);

/** Several states as one shape. */
export function together(codes: string[]) {
  return { type: "FeatureCollection" as const, features: codes.flatMap((code) => states.get(code) ?? []) };
}
