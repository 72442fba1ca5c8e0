import type { TimerShape } from "../contract";
import { useLive } from "../store";
import { Timer } from "../ui/Timer";
import { useSecond } from "./second";

const ADRIFT_AFTER = 30_000;

/** Whole seconds left of the phase, this team's extra time in; undefined without a planned end. */
export function secondsLeft(timer: TimerShape, second: number): number | undefined {
  const extra = timer.extra ?? 0;
  if (timer.paused) return timer.remaining === undefined ? undefined : Math.ceil(timer.remaining + extra);
  return timer.ends_at === undefined ? undefined : Math.max(0, Math.ceil(timer.ends_at + extra - second));
}

/** How much of the phase has passed, 0 to 1. */
export function progress(timer: TimerShape, second: number): number {
  const left = secondsLeft(timer, second);
  if (left === undefined) return 0;
  const passed = timer.paused ? plannedLength(timer) - left : second - timer.opened_at;
  return Math.min(1, Math.max(0, passed / Math.max(1, passed + left)));
}

function plannedLength(timer: TimerShape): number {
  return timer.phases.find((phase) => phase.phase === timer.phase)?.seconds ?? 0;
}

/** The timer of this exercise, by the server's clock. */
export function LiveTimer({ timer }: { timer: TimerShape }) {
  const second = useSecond();
  const adrift = useLive((live) => live.line === "reconnecting" && Date.now() - live.lineSince > ADRIFT_AFTER);
  return (
    <Timer
      left={secondsLeft(timer, second)}
      phase={timer.phase}
      paused={timer.paused}
      extra={timer.extra ?? 0}
      adrift={adrift}
    />
  );
}
