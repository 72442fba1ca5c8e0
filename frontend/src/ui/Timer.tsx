import { useEffect, useRef, useState } from "react";
import { clock } from "../text/format";
import { type TextKey, t } from "../text/t";
import { Icon } from "./Icons";

interface TimerProps {
  /** Whole seconds; absent without a planned end. */
  left: number | undefined;
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  paused: boolean;
  /** Seconds that this team alone has more. */
  extra?: number;
  /** The line has been gone so long that the device's own clock is all we have. */
  adrift?: boolean;
}

const TWO_MINUTES = 120;
const LAST = 10;

/** Counts down in fixed width. Silent for screen readers, but for one sentence at two minutes. */
export function Timer({ left, phase, paused, extra = 0, adrift = false }: TimerProps) {
  return (
    <div className="timer">
      <span className={`timer-l${paused || extra || adrift ? " keep" : ""}`}>
        {paused && <Icon name="hold" />}
        {timerWords({ left, phase, paused, adrift })}
        {extra > 0 && <b> {t("timer.extra", { time: `+${clock(extra)}` })}</b>}
      </span>
      <time className={`clock ${look(left, paused, adrift)}`} role="timer" aria-live="off">
        {left === undefined ? "––:––" : clock(left)}
      </time>
      <TwoMinutes left={paused ? undefined : left} />
    </div>
  );
}

/** What the number beside it is. */
export function timerWords({ left, phase, paused, adrift }: Omit<TimerProps, "extra">): string {
  if (paused) return t("timer.paused");
  if (adrift) return t("timer.device");
  if (left === undefined) return t("timer.open");
  if (left <= 0) return t("timer.over");
  return t(`timer.closes.${phase}` satisfies TextKey);
}

function look(left: number | undefined, paused: boolean, adrift: boolean): string {
  if (adrift) return "device";
  if (left === undefined || paused) return "";
  if (left <= LAST) return "last";
  return left <= TWO_MINUTES ? "warn" : "";
}

/** Said once when the clock passes two minutes, not on every tick, and not on loading late. */
function TwoMinutes({ left }: { left: number | undefined }) {
  const before = useRef(left);
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const passed = (before.current ?? 0) > TWO_MINUTES && left !== undefined && left <= TWO_MINUTES;
    before.current = left;
    if (passed) setSaid(true);
    else if (left === undefined || left > TWO_MINUTES) setSaid(false);
  }, [left]);
  return (
    <span className="said" aria-live="assertive">
      {said ? t("timer.two_minutes") : ""}
    </span>
  );
}
