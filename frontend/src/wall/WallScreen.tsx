import { useEffect } from "react";
import { LineBanner } from "../live/LineBanner";
import { progress, secondsLeft } from "../live/LiveTimer";
import { connect } from "../live/line";
import { pageFact } from "../live/page";
import { useSecond } from "../live/second";
import { LazyTheatre, useHasMap } from "../map/LazyTheatre";
import { useLive, useView } from "../store";
import { clock, signed } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { indicatorUnit, indicatorValue, trend } from "../ui/IndicatorTile";
import { LibraryProvider } from "../ui/Library";
import { ExerciseMark } from "../ui/TopBar";
import { News } from "./News";
import "./wall.css";

/** Read from eight metres: the time, the phase, the public numbers, two lines of news. Nothing to press. */
export default function WallScreen() {
  useEffect(() => void connect(), []);
  return <WallFace />;
}

export function WallFace() {
  const view = useLive((live) => live.view);
  const { exercise, timer } = view;
  return (
    <LibraryProvider view={view}>
      <div className="wall">
        <header className="ptop">
          <ExerciseMark mark={exercise?.mark ?? "EXERCISE"} />
          <b>{pageFact("exerciseTitle") || exercise?.title}</b>
          <span className="grow" />
          {timer && timer.turn > 0 && (
            <span className="pturn">
              {t("phase.turn", { turn: timer.turn })} {t("phase.of", { turns: timer.turns.length })}
              <span>{timer.turns[timer.turn - 1]?.label}</span>
            </span>
          )}
        </header>
        <LineBanner />
        <main className="pmain">
          <Face />
        </main>
        <Numbers />
      </div>
    </LibraryProvider>
  );
}

/** News fills the wall; where there is a map they stand below the clock. */
function Face() {
  const mapped = useHasMap();
  if (!mapped)
    return (
      <>
        <News />
        <Clock />
      </>
    );
  return (
    <>
      <LazyTheatre size="wall" />
      <div className="pcolumn">
        <Clock />
        <News lines={2} />
      </div>
    </>
  );
}

function Clock() {
  const timer = useView((view) => view.timer);
  const status = useView((view) => view.exercise?.status);
  const second = useSecond();
  if (!timer || status !== "running")
    return <p className="pwait">{status === "ended" ? t("wall.ended") : t("wall.lobby")}</p>;
  const left = secondsLeft(timer, second);
  return (
    <section className="pside" aria-label={t("phase.region")}>
      <div className="pclock">
        <span>{timer.paused ? t("timer.paused") : t(`timer.closes.${timer.phase}`)}</span>
        <time className={`clock${left !== undefined && left <= 120 && !timer.paused ? " warn" : ""}`}>
          {left === undefined ? "––:––" : clock(left)}
        </time>
        <i className="pbar" style={{ "--p": progress(timer, second) }} />
      </div>
      <Phases />
    </section>
  );
}

function Phases() {
  const timer = useView((view) => view.timer);
  const at = timer?.phases.findIndex((one) => one.phase === timer.phase) ?? 0;
  return (
    <ol className="pphases">
      {timer?.phases.map(({ phase }, place) => (
        <li
          key={phase}
          className={place === at ? "cur" : place < at ? "done" : ""}
          aria-current={place === at ? "step" : undefined}
        >
          {place < at && <Icon name="check" />}
          {t(`phase.${phase}`)}
        </li>
      ))}
    </ol>
  );
}

const NUMBERS = 5;

function Numbers() {
  const variables = useView((view) => view.variables);
  const shown = Object.entries(variables ?? {})
    .filter(([, variable]) => variable.key)
    .sort(([, a], [, b]) => a.order - b.order)
    .slice(0, NUMBERS);
  return (
    <ul className="pind">
      {shown.map(([path, variable]) => {
        const points = trend(variable);
        const change = (points.at(-1) ?? 0) - (points.at(-2) ?? points.at(-1) ?? 0);
        return (
          <li key={path}>
            <span>{variable.name}</span>
            <b>
              {indicatorValue(variable)}
              <small>{indicatorUnit(variable)}</small>
            </b>
            <em>{points.length > 1 && change !== 0 && signed(change, variable.places)}</em>
          </li>
        );
      })}
      <OrdersIn />
    </ul>
  );
}

/** Only where the exercise's setting lets the wall see it. */
function OrdersIn() {
  const teams = Object.values(useView((view) => view.teams) ?? {});
  if (!teams.some((team) => team.submitted !== undefined)) return null;
  return (
    <li>
      <span>{t("wall.orders_in")}</span>
      <b>
        {teams.filter((team) => (team.submitted ?? 0) > 0).length}
        <small>{t("wall.of_teams", { n: teams.length })}</small>
      </b>
    </li>
  );
}
