/** Turn, phases and timer, and control's hand on the clock. */
import type { TimerShape } from "../contract";
import { LiveTimer, progress } from "../live/LiveTimer";
import { useSecond } from "../live/second";
import { exerciseId } from "../rest";
import { useView } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { PhaseBar } from "../ui/PhaseBar";
import { Status } from "../ui/Status";
import { order } from "./answering";
import { open } from "./desk";
import { KeyButton } from "./KeyButton";

const MORE = 120;
/** The widest word keeps the button as wide as it is in every phase. */
const PHASES = ["briefing", "planning", "adjudication", "feedback"] as const;

export function ClockRow({ timer }: { timer: TimerShape }) {
  const second = useSecond();
  const running = useView((view) => view.exercise?.status === "running");
  return (
    <PhaseBar timer={timer} progress={progress(timer, second)}>
      {running && <LiveTimer timer={timer} />}
      {running ? <ClockControls timer={timer} /> : <Ended />}
    </PhaseBar>
  );
}

/** In the place of the clock's buttons, so that nothing moves at EndEx. */
function Ended() {
  return (
    <div className="clockctl ended">
      <Status icon="check">{t("phase.ended")}</Status>
      <a className="btn primary" href={`/e/${exerciseId()}/report`} title={t("control.ended")}>
        {t("now.go.report")}
      </a>
    </div>
  );
}

function ClockControls({ timer }: { timer: TimerShape }) {
  const { turn, phase } = timer;
  const planned = timer.ends_at !== undefined || timer.remaining !== undefined;
  const closing = phase !== "adjudication";
  return (
    <div className="clockctl" role="group" aria-label={t("clock.controls")}>
      <KeyButton keyName="p" onPress={() => void order({ type: timer.paused ? "resume" : "pause" })}>
        <Icon name={timer.paused ? "play" : "hold"} />
        <span className="same">
          <span aria-hidden={timer.paused}>{t("clock.pause")}</span>
          <span aria-hidden={!timer.paused}>{t("clock.resume")}</span>
        </span>
      </KeyButton>
      <KeyButton
        keyName="+"
        disabled={!planned}
        why={planned ? "" : t("timer.open")}
        onPress={() => void order({ type: "extend", turn, phase, seconds: MORE })}
      >
        {t("clock.more")}
      </KeyButton>
      <button
        type="button"
        className="btn"
        disabled={!planned}
        title={planned ? "" : t("timer.open")}
        onClick={() => open({ kind: "extend" })}
      >
        {t("clock.extend")}
      </button>
      <KeyButton
        keyName="C"
        face="⇧C"
        className="strong"
        disabled={!closing || timer.paused}
        why={closing ? (timer.paused ? t("clock.stands") : "") : t("close.text.adjudication")}
        onPress={() => open({ kind: isLast(timer) ? "end" : "close" })}
      >
        <span className="same">
          <span>{isLast(timer) ? t("clock.end") : t(`clock.close.${phase}`)}</span>
          {PHASES.map((one) => (
            <span key={one} aria-hidden="true">
              {t(`clock.close.${one}`)}
            </span>
          ))}
          <span aria-hidden="true">{t("clock.end")}</span>
        </span>
      </KeyButton>
    </div>
  );
}

function isLast({ turn, turns, phase }: Pick<TimerShape, "turn" | "turns" | "phase">): boolean {
  return phase === "feedback" && turn >= turns.length;
}
