/** The map of the reassurance force as the British defence ministry sees it, laid over the other fixtures. */
import type { Part, Parts } from "../contract";
import theatre from "./theatre.json";

export const fixture = theatre as unknown as Required<Pick<Part, "map" | "marks" | "variables" | "facts">>;

export function mappedPart(part: Part): Part {
  return {
    ...part,
    map: fixture.map,
    marks: fixture.marks,
    variables: { ...part.variables, ...fixture.variables },
    facts: { ...part.facts, ...fixture.facts },
  };
}

export function mapped(parts: Parts): Parts {
  return parts.public ? { ...parts, public: mappedPart(parts.public) } : parts;
}
