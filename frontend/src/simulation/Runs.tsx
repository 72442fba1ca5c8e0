import { useEffect, useMemo, useState } from "react";
import { useAct, useFetched } from "../fetched";
import { Failed } from "../home/HomeScreen";
import { cancelSimulation, simulation as readSimulation } from "../rest";
import type { ScenarioShape, SimulationShape } from "../shapes";
import { number, span } from "../text/format";
import { t } from "../text/t";
import { Loading } from "../ui/Empty";
import { FieldError } from "../ui/Field";
import { cardsWord, isOver, playsWord, SimulationState, useEarlier } from "./Earlier";
import { pace } from "./numbers";
import { Results } from "./Results";
import { SIDES } from "./sides";

/** While games are played. */
const EVERY = 1_000;

/** One simulation, or two side by side: how far they are, then what came of them. */
export function Runs({ ids, scenario }: { ids: string[]; scenario: ScenarioShape }) {
  const [playing, setPlaying] = useState(true);
  const read = useMemo(() => () => Promise.all(ids.map(readSimulation)), [ids]);
  const { data, error, again } = useFetched(read, playing ? EVERY : 0);
  useEffect(() => setPlaying(!data?.every(isOver)), [data]);
  const told = data?.filter((one) => one.told) ?? [];
  return (
    <>
      {error && !data && <Failed error={error} again={again} />}
      {!data && !error && <Loading what={t("sim.title")} lines={10} />}
      {data && (
        <section className="sim-runs" aria-label={t("sim.title")}>
          {data.map((one, n) => (
            <Run key={one.id} run={one} side={data.length > 1 ? n : undefined} again={again} />
          ))}
          <div className="btns">
            <a className="btn" href={window.location.pathname}>
              {t("sim.new")}
            </a>
            {data[0]?.told && <Compare scenario={scenario} first={data[0]} second={data[1]} />}
          </div>
        </section>
      )}
      {data && told.length === data.length && <Results runs={told} />}
    </>
  );
}

interface RunProps {
  run: SimulationShape;
  /** Which of two. */
  side: number | undefined;
  again: () => Promise<void>;
}

function Run({ run, side, again }: RunProps) {
  return (
    <div className="sim-run">
      <div className="sim-run-head">
        {side !== undefined && <span className={`sim-side side-${side}`}>{SIDES[side]}</span>}
        <h2>{playsWord(run)}</h2>
        <span role="status">
          <SimulationState line={run} />
        </span>
      </div>
      <p className="hint">{cardsWord(run)}</p>
      {!isOver(run) && <Playing run={run} again={again} />}
      {run.state === "done" && (
        <p className="sim-took">
          <span>{t("sim.took", { time: lasting(run.seconds) })}</span>
          <a className="btn small" href={run.link} download>
            {t("sim.download")}
          </a>
        </p>
      )}
      {run.state === "failed" && <FieldError text={run.text} />}
      {run.state === "cancelled" && (
        <p>{t("sim.was_cancelled", { games: number(run.games), runs: number(run.runs) })}</p>
      )}
    </div>
  );
}

function Playing({ run, again }: Pick<RunProps, "run" | "again">) {
  const { busy, error, run: act } = useAct();
  const cancel = async () => {
    await act("cancel", () => cancelSimulation(run.id));
    await again();
  };
  const now = pace(run);
  return (
    <>
      <progress className="sim-progress" max={run.runs} value={run.games} aria-label={t("sim.progress")} />
      <div className="sim-took">
        <span>
          {t("sim.done_of", { games: number(run.games), runs: number(run.runs) })}
          {" · "}
          {now ? t("sim.rate", { rate: number(now.rate, 1), left: lasting(now.left) }) : t("sim.waits")}
        </span>
        <button type="button" className="btn small" disabled={!!busy} onClick={() => void cancel()}>
          {t("sim.cancel_all")}
        </button>
      </div>
      {error && <FieldError text={error.message} />}
    </>
  );
}

/** "a few seconds", "40 s", "3 min". */
export function lasting(seconds: number): string {
  if (seconds < 5) return t("sim.left.soon");
  if (seconds < 100) return t("time.seconds", { n: Math.round(seconds / 5) * 5 });
  return span(Math.round(seconds / 60));
}

interface CompareProps {
  scenario: ScenarioShape;
  first: SimulationShape;
  second: SimulationShape | undefined;
}

/** Another one of the same scenario beside this one. */
function Compare({ scenario, first, second }: CompareProps) {
  const { data } = useEarlier(scenario.id, 0);
  const others = data?.filter((one) => one.state === "done" && one.id !== first.id) ?? [];
  const choose = (id: string) => {
    window.location.hash = id ? `${first.id}+${id}` : first.id;
  };
  return (
    <label className="sim-compare">
      {t("sim.compare")}
      <select value={second?.id ?? ""} disabled={!others.length} onChange={(event) => choose(event.target.value)}>
        <option value="">{t("sim.compare_none")}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {`${playsWord(one)} · ${cardsWord(one)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
