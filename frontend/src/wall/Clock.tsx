import { progress, secondsLeft } from "../live/LiveTimer";
import { useSecond } from "../live/second";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { timerWords } from "../ui/Timer";

/** The time left, and which phase it is. */
export function Clock() {
  const timer = useView((view) => view.timer);
  const status = useView((view) => view.exercise?.status);
  const second = useSecond();
  if (!timer || status !== "running")
    return <p className="pwait">{status === "ended" ? t("wall.ended") : t("wall.lobby")}</p>;
  const left = secondsLeft(timer, second);
  return (
    <section className="pside" aria-label={t("phase.region")}>
      <div className="pclock">
        <span>{timerWords({ left, phase: timer.phase, paused: timer.paused })}</span>
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
