import type { TeamShape } from "../contract";
import { ordered } from "../seat/you";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { PresenceDots } from "../ui/PresenceDots";
import { TeamPlate } from "../ui/TeamPlate";
import { SeeAsMenu } from "./SeeAs";

/** One card a team: who is there, how many orders are in, and the way to look through its eyes. */
export function TeamStrip() {
  const teams = ordered(useView((view) => view.teams));
  return (
    <ul className="teams" aria-label={t("teams.title")} style={{ "--teams": Math.max(1, teams.length) }}>
      {teams.map(([id, team]) => (
        <TeamCard key={id} id={id} team={team} />
      ))}
    </ul>
  );
}

function TeamCard({ id, team }: { id: string; team: TeamShape }) {
  const presence = useLive((live) => live.presence);
  const orders = useOrdersIn(team);
  return (
    <li className="tcard">
      <span className="tc-h">
        <TeamPlate team={id} />
        <b>{team.name}</b>
      </span>
      <PresenceDots seats={team.seats} presence={presence} />
      <span className={`tc-o ${orders.tone}`}>{orders.words}</span>
      <SeeAsMenu team={id} className="lnk" face={<Icon name="eye" />} label={t("see.as_team", { team: team.name })} />
    </li>
  );
}

/** "2 of 2", "1 of 2", "no orders": those of this turn, and the limit where the rules set one. */
function useOrdersIn(team: TeamShape): { words: string; tone: "" | "ok" | "warn" } {
  const planning = useView((view) => view.timer?.phase === "planning");
  const limit = useView((view) => sumOfLimits(team, view.budget));
  const n = team.submitted ?? 0;
  if (!n) return { words: t("teams.no_orders"), tone: planning ? "warn" : "" };
  if (!limit) return { words: t("teams.orders", { n }), tone: "ok" };
  return { words: t("teams.orders_of", { n, limit }), tone: n >= limit ? "ok" : "" };
}

function sumOfLimits(team: TeamShape, budget: Record<string, { limit?: number }> | undefined): number {
  return team.actors.reduce((sum, actor) => sum + (budget?.[actor]?.limit ?? 0), 0);
}
