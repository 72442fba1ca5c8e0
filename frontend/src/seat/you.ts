import type { ActorShape, TeamShape } from "../contract";
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

export function useMine(): Mine {
  const you = useView((view) => view.you);
  const shape = useView((view) => view.teams?.[you?.team ?? ""]);
  const leaders = Object.values(shape?.seats ?? {}).filter((seat) => seat.leads);
  return {
    seat: you?.seat ?? "",
    team: you?.team ?? "",
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
