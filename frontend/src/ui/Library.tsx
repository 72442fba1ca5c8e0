/** What ids mean: teams, actors, facts, sources. A screen lays it out once; plates and chips look names up in it. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ActorShape, FactShape, Part, SourceShape, TeamShape, VariableShape } from "../contract";
import { t } from "../text/t";

interface LibraryOf {
  teams: Record<string, TeamShape>;
  actors: Record<string, ActorShape>;
  facts: Record<string, FactShape>;
  sources: Record<string, SourceShape>;
}

const Library = createContext<LibraryOf>({ teams: {}, actors: {}, facts: {}, sources: {} });

export function LibraryProvider({ view, children }: { view: Part; children: ReactNode }) {
  const { teams, actors, facts, sources } = view;
  const library = useMemo(
    () => ({ teams: teams ?? {}, actors: actors ?? {}, facts: facts ?? {}, sources: sources ?? {} }),
    [teams, actors, facts, sources],
  );
  return <Library value={library}>{children}</Library>;
}

export function useLibrary(): LibraryOf {
  return useContext(Library);
}

/** Name of a team by id; "control" and "team:x" are understood. */
export function teamName({ teams }: LibraryOf, id: string): string {
  const team = id.replace(/^team:/, "");
  return team === "control" ? t("team.control") : (teams[team]?.name ?? team);
}

export function seatTitle({ teams }: LibraryOf, id: string): string {
  if (id === "control") return t("team.control");
  if (id.startsWith("observer.")) return t("watch.observer", { n: id.replace("observer.", "") });
  for (const team of Object.values(teams)) if (team.seats[id]) return team.seats[id].title;
  return id;
}

export function seatInitials({ teams }: LibraryOf, id: string): string {
  for (const team of Object.values(teams)) if (team.seats[id]) return team.seats[id].initials;
  return "?";
}

export function teamOfSeat({ teams }: LibraryOf, id: string): string {
  return Object.keys(teams).find((team) => teams[team]?.seats[id]) ?? "control";
}

/** "Work crews, Merrow": a variable that runs over a set says whose it is, unless its name does. */
export function variableName({ name, member = "" }: VariableShape, { actors }: Pick<LibraryOf, "actors">): string {
  const whose = actors[member]?.name ?? member;
  return !whose || name.includes(whose) ? name : t("effect.name_of", { name, whose });
}

export function actorName({ actors }: LibraryOf, id: string): string {
  return actors[id]?.name ?? id;
}
