import { type KeyboardEvent, useState } from "react";
import type { TimerShape } from "../contract";
import { useSecond } from "../live/second";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { open, take, useDesk } from "./desk";
import { KeyButton } from "./KeyButton";
import { firstTurn, type Line, lastFirst, line, type Placed } from "./mselLine";

const SHAPES = ["rnd", "dia", "sq"] as const;
const LEGEND = ["fired", "armed", "held", "cond", "skipped"] as const;
/** Percent of the line below which a label has no room. */
const TIGHT = 8;
const SOON = 60;

/** The list of injects on a time line: lane says how each starts, its shape too; fill says how it stands. */
export function Msel({ timer }: { timer: TimerShape }) {
  const entries = ordered(useView((view) => view.msel));
  const running = useView((view) => view.exercise?.status === "running");
  const [from, setFrom] = useState<number>();
  const second = useSecond();
  const first = Math.min(from ?? firstTurn(timer), lastFirst(timer));
  return (
    <section className="zone msel" aria-label={t("msel.title")}>
      <div className="zhead">
        <h2>{t("msel.title")}</h2>
        <span className="legend">
          {LEGEND.map((look) => (
            <span key={look}>
              <i className={`k ${look}`} />
              {t(`msel.${look}`)}
            </span>
          ))}
        </span>
        <span className="grow" />
        {lastFirst(timer) > 1 && <Shift first={first} last={lastFirst(timer)} onShift={setFrom} />}
        {running && (
          <KeyButton keyName="i" className="small" onPress={() => open({ kind: "improvise" })}>
            <Icon name="plus" />
            {t("improvise.short")}
          </KeyButton>
        )}
      </div>
      <TimeLine laid={line(entries, timer, first, second)} timer={timer} second={second} />
    </section>
  );
}

function Shift({ first, last, onShift }: { first: number; last: number; onShift: (first: number) => void }) {
  return (
    <>
      <button
        type="button"
        className="btn small"
        aria-label={t("msel.earlier")}
        disabled={first <= 1}
        onClick={() => onShift(first - 1)}
      >
        <Icon name="chev" className="flip" />
      </button>
      <button
        type="button"
        className="btn small"
        aria-label={t("msel.later")}
        disabled={first >= last}
        onClick={() => onShift(first + 1)}
      >
        <Icon name="chev" />
      </button>
    </>
  );
}

function TimeLine({ laid, timer, second }: { laid: Line; timer: TimerShape; second: number }) {
  return (
    <div className="line-s">
      <div className="line">
        <div className="bands" aria-hidden="true">
          {laid.bands.map((band) => (
            <span
              key={band.turn}
              className={band.turn === timer.turn ? "cur" : ""}
              style={{ "--a": `${band.from}%`, "--w": `${band.width}%` }}
            >
              {t("phase.turn", { turn: band.turn })}
            </span>
          ))}
          {laid.whenever < 100 && (
            <span style={{ "--a": `${laid.whenever}%`, "--w": `${100 - laid.whenever}%` }}>{t("msel.whenever")}</span>
          )}
        </div>
        <div className="lanes" aria-hidden="true">
          <span>{t("msel.lane.clock")}</span>
          <span>{t("msel.lane.condition")}</span>
          <span>{t("msel.lane.hand")}</span>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the marks, which are buttons */}
        <div onKeyDown={rove}>
          {laid.marks.map((mark, n) => (
            <Mark key={mark.id} mark={mark} first={n === 0} second={second} />
          ))}
        </div>
        {laid.now !== undefined && (
          <i className="nowline" style={{ "--now": `${laid.now}%` }} aria-hidden="true">
            <b className={leftOfNow(laid) ? "left" : ""}>{t("msel.now", { time: clock(second) })}</b>
          </i>
        )}
      </div>
    </div>
  );
}

/** Where the edge takes the room on the right. */
function leftOfNow({ now = 0 }: Line): boolean {
  return now > 88;
}

function Mark({ mark, first, second }: { mark: Placed; first: boolean; second: number }) {
  const { id, inject, lane, x, room } = mark;
  const chosen = useDesk((desk) => desk.hand === `inject:${id}`);
  const soon = inject.status === "armed" && inject.due_at !== undefined && inject.due_at - second <= SOON;
  const looks = [SHAPES[lane], inject.status, soon && "soon", chosen && "on", room < TIGHT && "tight"];
  const label = t("msel.mark", {
    headline: inject.headline,
    status: t(`msel.${inject.status}`),
    when: inject.when,
  });
  return (
    <button
      type="button"
      className={`mk ${looks.filter(Boolean).join(" ")}`}
      style={{ "--x": `${x}%`, "--l": lane, "--room": `${room}%` }}
      aria-label={label}
      title={label}
      tabIndex={first ? 0 : -1}
      onClick={() => take(`inject:${id}`)}
    >
      <i />
      <span>{inject.headline}</span>
    </button>
  );
}

/** Arrows, Home and End move between the marks. */
function rove(event: KeyboardEvent<HTMLElement>): void {
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>(".mk")];
  const at = marks.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 };
  const next = marks[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
