/** When what is drafted now can be submitted. */
import type { TimerShape } from "../contract";

export type When = "now" | "later" | "never";

export function whenPlanned({ phase, turn, turns }: Pick<TimerShape, "phase" | "turn" | "turns">): When {
  if (phase === "planning") return "now";
  return phase === "briefing" || turn < turns.length ? "later" : "never";
}
