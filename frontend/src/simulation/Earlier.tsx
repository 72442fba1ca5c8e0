import { useMemo, useState } from "react";
import { useFetched } from "../fetched";
import { simulations as readSimulations } from "../rest";
import type { ScenarioShape, SimulationLine } from "../shapes";
import { day, number } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { FieldError } from "../ui/Field";
import type { IconName } from "../ui/Icons";
import { Status, type Tone } from "../ui/Status";

const EVERY = 5_000;

/** The newest simulations of a scenario. */
export function Earlier({ scenario }: { scenario: ScenarioShape }) {
  const { data, error } = useEarlier(scenario.id);
  return (
    <section aria-labelledby="earlier">
      <div className="zhead">
        <h2 id="earlier">{t("sim.earlier")}</h2>
      </div>
      {error && <FieldError text={error.message} />}
      {data && !data.length && <Empty title={t("sim.none")}>{t("sim.none_text")}</Empty>}
      <ul className="sim-list">
        {data?.map((one) => (
          <li key={one.id}>
            <SimulationState line={one} />
            <span className="sim-what">
              <b>{playsWord(one)}</b>
              <span className="hint">{cardsWord(one)}</span>
            </span>
            <span className="hint">{day(one.asked_at)}</span>
            <a className="btn small" href={`#${one.id}`}>
              {isOver(one) ? t("sim.read") : t("sim.watch")} <span className="said">{playsWord(one)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function useEarlier(scenario: string, every = EVERY) {
  const [id] = useState(scenario);
  return useFetched(
    useMemo(() => () => readSimulations(id), [id]),
    every,
  );
}

const LOOK: Record<SimulationLine["state"], { tone: Tone; icon: IconName }> = {
  waiting: { tone: "", icon: "clock" },
  running: { tone: "warn", icon: "play" },
  done: { tone: "ok", icon: "check" },
  failed: { tone: "bad", icon: "stop" },
  cancelled: { tone: "", icon: "stop" },
};

export function SimulationState({ line: { state } }: { line: SimulationLine }) {
  return (
    <Status tone={LOOK[state].tone} icon={LOOK[state].icon}>
      {t(`sim.state.${state}`)}
    </Status>
  );
}

export const isOver = ({ state }: SimulationLine) => state !== "waiting" && state !== "running";

/** "400 games, Sustained leverage". */
export function playsWord({ runs, plan, plays }: SimulationLine): string {
  return `${t("sim.games", { n: runs, runs: number(runs) })}, ${plan || botsWord(plays)}`;
}

export function cardsWord({ start_card, rule_card, team_set, clock, seed }: SimulationLine): string {
  return [start_card, rule_card, team_set, clock, t("sim.seeded", { seed })].join(" · ");
}

function botsWord(plays: string): string {
  const known = (["cautious", "ambitious", "opportunist", "noise"] as const).find((one) => one === plays);
  return known ? t(`sim.bots.${known}`) : plays;
}
