import type { TimerShape } from "../contract";
import { PhaseBar } from "../ui/PhaseBar";
import { LiveTimer, progress } from "./LiveTimer";
import { useSecond } from "./second";

/** Phase bar and timer, moving. */
export function LivePhaseBar({ timer }: { timer: TimerShape }) {
  const second = useSecond();
  return (
    <PhaseBar timer={timer} progress={progress(timer, second)}>
      <LiveTimer timer={timer} />
    </PhaseBar>
  );
}
