import { t } from "../text/t";
import { teamName, useLibrary } from "./Library";

/** Letters, outline and colour of one of eight slots; above eight the slots come again, hollow. */
export function Plate({ letters, slot, name }: { letters: string; slot: number; name: string }) {
  const shape = slot ? `t${((slot - 1) % 8) + 1}${slot > 8 ? " again" : ""}` : "ctl";
  return (
    <span className={`team ${shape}`} role="img" aria-label={name} title={name}>
      {letters}
    </span>
  );
}

/** A team's plate by id, "team:x" or "control". */
export function TeamPlate({ team }: { team: string }) {
  const library = useLibrary();
  const found = library.teams[team.replace(/^team:/, "")];
  if (!found) return <Plate letters="C" slot={0} name={t("team.control")} />;
  return <Plate letters={found.letters} slot={found.slot} name={teamName(library, team)} />;
}

/** An actor's letters in the outline and colour of the team that plays it. */
export function ActorPlate({ actor }: { actor: string }) {
  const { actors, teams } = useLibrary();
  const found = actors[actor];
  const slot = teams[found?.team ?? ""]?.slot ?? 0;
  return <Plate letters={found?.letters ?? "?"} slot={slot} name={found?.name ?? actor} />;
}
