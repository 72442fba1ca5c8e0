import type { ActorShape, TeamShape } from "../contract";
import { pageFact } from "../live/page";
import { useView } from "../store";

export interface Mine {
  seat: string;
  team: string;
  /** May submit and sign: the seat leads, or the pack names no lead. */
  leads: boolean;
  /** Titles of those who lead. */
  leaders: string[];
  /** The actors that my team plays. */
  actors: string[];
  shape: TeamShape | undefined;
}

/** Until control confirms the seat, the view does not say who looks; the page does. */
export function useMine(): Mine {
  const you = useView((view) => view.you);
  const team = you?.team ?? pageFact("team");
  const shape = useView((view) => view.teams?.[team]);
  const leaders = Object.values(shape?.seats ?? {}).filter((seat) => seat.leads);
  return {
    seat: you?.seat ?? pageFact("seat"),
    team,
    leads: (you?.leads ?? false) || !leaders.length,
    leaders: leaders.map((seat) => seat.title),
    actors: shape?.actors ?? [],
    shape,
  };
}

/** Entries of a map in their own order. */
export function ordered<Shape extends { order: number }>(map: Record<string, Shape> | undefined): [string, Shape][] {
  return Object.entries(map ?? {}).sort(([, a], [, b]) => a.order - b.order);
}

export function actorLabel(actors: Record<string, ActorShape> | undefined, id: string): string {
  return actors?.[id]?.name ?? id;
}
