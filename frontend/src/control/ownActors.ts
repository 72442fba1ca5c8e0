import { ordered } from "../seat/you";
import { useView } from "../store";

/** The actors that no team plays: control speaks for them. */
export function useOwnActors(): string[] {
  const actors = ordered(useView((view) => view.actors));
  return actors.filter(([, actor]) => actor.team === "").map(([id]) => id);
}
