import { ordered } from "../seat/you";
import { useView } from "../store";
import { t } from "../text/t";
import { teamName, useLibrary } from "../ui/Library";
import { TeamPlate } from "../ui/TeamPlate";

interface AudienceProps {
  legend: string;
  /** "all", "team:x", "seat:x.y". */
  chosen: string[];
  onChange: (chosen: string[]) => void;
  /** Offer "all teams". */
  all?: boolean;
}

/** Who shall see it: all, or some teams. A single seat that the pack named stays as it is until a team is chosen. */
export function Audience({ legend, chosen, onChange, all = false }: AudienceProps) {
  const teams = ordered(useView((view) => view.teams));
  const library = useLibrary();
  const everybody = chosen.includes("all");
  const toggle = (team: string) => {
    const named = chosen.filter((who) => who !== "all");
    onChange(named.includes(team) ? named.filter((who) => who !== team) : [...named, team]);
  };
  return (
    <fieldset className="recipients">
      <legend>{legend}</legend>
      <div className="chips">
        {all && (
          <button type="button" className="chip" aria-pressed={everybody} onClick={() => onChange(["all"])}>
            {t("audience.all")}
          </button>
        )}
        {teams.map(([id]) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(`team:${id}`)}
            onClick={() => toggle(`team:${id}`)}
          >
            <TeamPlate team={id} /> {teamName(library, id)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** An audience in words: "all teams", plates, or seats by title. */
export function AudienceWords({ to }: { to: string[] }) {
  const teams = useView((view) => view.teams);
  if (to.includes("all")) return <>{t("audience.all")}</>;
  return to.map((who) => {
    if (!who.startsWith("seat:")) return <TeamPlate key={who} team={who} />;
    const seat = who.slice("seat:".length);
    const team = Object.entries(teams ?? {}).find(([, shape]) => shape.seats[seat]);
    return (
      <span key={who}>
        {team && <TeamPlate team={team[0]} />} {team?.[1].seats[seat]?.title ?? seat}
      </span>
    );
  });
}
