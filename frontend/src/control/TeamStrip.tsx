import type { TeamShape } from "../contract";
import { useAct } from "../fetched";
import { changeSeat, exerciseId, putBot } from "../rest";
import { ordered } from "../seat/you";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { type BotPolicy, botName, POLICIES } from "../ui/bots";
import { FieldError } from "../ui/Field";
import { Icon } from "../ui/Icons";
import { Menu } from "../ui/Overlays";
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
      <span className="tc-acts">
        <BotsMenu team={team} />
        <SeeAsMenu team={id} className="lnk" face={<Icon name="eye" />} label={t("see.as_team", { team: team.name })} />
      </span>
    </li>
  );
}

/** A bot for each free seat, and out again; nothing where people sit everywhere. */
function BotsMenu({ team }: { team: TeamShape }) {
  const presence = useLive((live) => live.presence);
  const { error, run } = useAct();
  const choices = ordered(team.seats).flatMap(([id, seat]) => {
    const state = presence[id]?.state;
    if (state === "free")
      return POLICIES.map((policy) => ({
        id: `${policy} ${id}`,
        word: t("teams.bot_in", { bot: botName(policy), seat: seat.title }),
      }));
    return state === "bot" ? [{ id: `free ${id}`, word: t("teams.bot_out", { seat: seat.title }) }] : [];
  });
  if (!choices.length) return null;
  const choose = (chosen: string) => {
    const [act, seat] = chosen.split(" ") as [BotPolicy | "free", string];
    const id = exerciseId();
    void run(chosen, () => (act === "free" ? changeSeat(id, seat, act) : putBot(id, seat, act)));
  };
  return (
    <>
      {error && <FieldError text={error.message} />}
      <Menu
        className="lnk"
        label={t("teams.bots", { team: team.name })}
        face={<Icon name="people" />}
        choices={choices}
        onChoose={choose}
      />
    </>
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
