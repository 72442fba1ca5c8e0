import type { ReactNode } from "react";
import type { TimerShape } from "../contract";
import { length } from "../text/format";
import { t } from "../text/t";
import { Icon } from "./Icons";

/**
 * Turn and scenario time, the phases of the turn with their planned lengths (not of one that goes on without a planned
 * end), and at the right whatever is given: the timer.
 */
export function PhaseBar({ timer, progress, children }: { timer: TimerShape; progress: number; children: ReactNode }) {
  const open = timer.ends_at === undefined && timer.remaining === undefined;
  const current = timer.phases.findIndex((p) => p.phase === timer.phase);
  return (
    <section className="phasebar" aria-label={t("phase.region")}>
      <div className="turn">
        <b>
          {t("phase.turn", { turn: timer.turn })}
          <span className="of"> {t("phase.of", { turns: timer.turns.length })}</span>
        </b>
        <span>{timer.turns[timer.turn - 1]?.label}</span>
      </div>
      <ol className="phases">
        {timer.phases.map((phase, place) => (
          <li
            key={phase.phase}
            className={place < current ? "done" : place === current ? "cur" : ""}
            aria-current={place === current ? "step" : undefined}
          >
            {place < current && <Icon name="check" />}
            <b>{t(`phase.${phase.phase}`)}</b>
            {phase.seconds > 0 && !(place === current && open) && <span>{length(phase.seconds)}</span>}
            {place === current && <i className="bar" style={{ "--p": progress }} />}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}
