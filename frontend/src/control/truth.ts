/** What changed in the present turn. No screen. */
import type { VariableShape } from "../contract";
import { signed, type Value } from "../text/format";

/** The value at the end of the turn before, if it is known. */
export function before({ history }: Pick<VariableShape, "history">, turn: number): Value | undefined {
  const past = Object.keys(history ?? {})
    .map(Number)
    .filter((then) => then < turn);
  return past.length ? history?.[String(Math.max(...past))] : undefined;
}

/** The amount for numbers, true for other changes; 0 for none, or none that its decimal places would show. */
export function change(variable: Pick<VariableShape, "history" | "value" | "places">, turn: number): number | true | 0 {
  const [was, now] = [before(variable, turn), variable.value];
  if (was === undefined || now === undefined || was === now) return 0;
  if (typeof was !== "number" || typeof now !== "number") return true;
  return signed(now - was, variable.places) === "0" ? 0 : now - was;
}
