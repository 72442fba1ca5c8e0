/** Items about time: the clock stands, a phase waits to be closed, a team has no order yet. */
import { secondsLeft } from "../live/LiveTimer";
import { useSecond } from "../live/second";
import { useLive, useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { teamName, useLibrary } from "../ui/Library";
import { PresenceDots } from "../ui/PresenceDots";
import { TeamPlate } from "../ui/TeamPlate";
import { useAnswer } from "./answering";
import { open } from "./desk";
import { HandPanel, RefusedHere } from "./HandPanel";
import { SeeAsMenu } from "./SeeAs";

export function HandTimer() {
  const timer = useView((view) => view.timer);
  const second = useSecond();
  const { answer, sending, refusal } = useAnswer();
  if (!timer) return null;
  return (
    <HandPanel title={timer.paused ? t("clock.stands") : t("clock.yours", { phase: t(`phase.${timer.phase}`) })}>
      <p className="verdict">{timer.paused ? t("clock.stands_text") : whenOver(secondsLeft(timer, second))}</p>
      <div className="decide">
        {timer.paused ? (
          <button
            type="button"
            className="btn primary"
            disabled={sending}
            onClick={() => void answer({ type: "resume" })}
          >
            <Icon name="play" />
            {t("clock.resume")}
          </button>
        ) : (
          <button type="button" className="btn primary" onClick={() => open({ kind: "close" })}>
            {t(`clock.close.${timer.phase}`)}
          </button>
        )}
      </div>
      <RefusedHere refusal={refusal} />
    </HandPanel>
  );
}

/** `left`: of the planned time, in seconds; undefined without any. */
function whenOver(left: number | undefined): string {
  if (left === undefined) return t("clock.no_end");
  return left > 0 ? t("clock.ends_in", { time: clock(left) }) : t("clock.over");
}

const MORE = 120;

export function HandIdle({ team }: { team: string }) {
  const shape = useView((view) => view.teams?.[team]);
  const timer = useView((view) => view.timer);
  const presence = useLive((live) => live.presence);
  const library = useLibrary();
  const { run, sending, refusal } = useAnswer();
  if (!shape || !timer) return null;
  const extend = () => void run({ type: "extend", turn: timer.turn, phase: timer.phase, seconds: MORE, team });
  return (
    <HandPanel title={t("idle.title", { team: teamName(library, team) })}>
      <p className="row">
        <TeamPlate team={team} /> <PresenceDots seats={shape.seats} presence={presence} />
      </p>
      <p className="verdict">{t("idle.text")}</p>
      <div className="decide">
        <button type="button" className="btn" disabled={sending} onClick={extend}>
          {t("idle.extend")}
        </button>
        <button type="button" className="btn" onClick={() => open({ kind: "write" })}>
          <Icon name="pen" />
          {t("idle.write")}
        </button>
        <SeeAsMenu team={team} className="btn" face={t("see.as")} />
      </div>
      <RefusedHere refusal={refusal} />
    </HandPanel>
  );
}
