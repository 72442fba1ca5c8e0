import { type CSSProperties, type KeyboardEvent, useState } from "react";
import type { MselShape, TimerShape } from "../contract";
import { useSecond } from "../live/second";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { open, take, useDesk } from "./desk";
import { KeyButton } from "./KeyButton";
import { type Moment, movable } from "./moments";
import { type Mover, useMover } from "./moving";
import { firstTurn, type Line, lastFirst, line, type Placed, placeOf, WINDOW } from "./mselLine";

const SHAPES = ["rnd", "dia", "sq"] as const;
const LEGEND = ["fired", "armed", "held", "cond", "skipped"] as const;
/** Percent of the line below which a label has no room. */
const TIGHT = 8;
const SOON = 60;

const NONE: Record<string, MselShape> = {};

/** The list of injects on a time line: lane says how each starts, its shape too; fill says how it stands. What the clock
 * brings is moved there, by Alt and the arrows or by dragging. */
export function Msel({ timer }: { timer: TimerShape }) {
  const injects = useView((view) => view.msel) ?? NONE;
  const running = useView((view) => view.exercise?.status === "running");
  const [from, setFrom] = useState<number>();
  const second = useSecond();
  const mover = useMover(injects, timer, second);
  const first = inSight(Math.min(from ?? firstTurn(timer), lastFirst(timer)), mover.moving?.to);
  return (
    <section className="zone msel" aria-label={t("msel.title")}>
      <div className="zhead">
        <h2>{t("msel.title")}</h2>
        {mover.moving ? (
          <UnderWay headline={injects[mover.moving.id]?.headline ?? ""} to={mover.moving.to} />
        ) : (
          <Legend />
        )}
        <span className="grow" />
        {lastFirst(timer) > 1 && <Shift first={first} last={lastFirst(timer)} onShift={setFrom} />}
        {running && (
          <KeyButton keyName="i" className="small" onPress={() => open({ kind: "improvise" })}>
            <Icon name="plus" />
            {t("improvise.short")}
          </KeyButton>
        )}
      </div>
      <TimeLine laid={line(ordered(injects), timer, first, second)} timer={timer} second={second} mover={mover} />
    </section>
  );
}

/** The turns in sight follow a mark that leaves them. */
function inSight(first: number, to: Moment | undefined): number {
  return to ? Math.min(Math.max(first, to.turn - WINDOW + 1), to.turn) : first;
}

function Legend() {
  return (
    <span className="legend">
      {LEGEND.map((look) => (
        <span key={look}>
          <i className={`k ${look}`} />
          {t(`msel.${look}`)}
        </span>
      ))}
    </span>
  );
}

/** In the place of the legend: where the mark would come to stand. */
function UnderWay({ headline, to }: { headline: string; to: Moment }) {
  return (
    <output className="legend">
      <b>{t("msel.moving", { headline, when: momentWords(to) })}</b> {t("msel.moving_hint")}
    </output>
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

interface TimeLineProps {
  laid: Line;
  timer: TimerShape;
  second: number;
  mover: Mover;
}

function TimeLine({ laid, timer, second, mover }: TimeLineProps) {
  const [first] = laid.marks;
  const inOrder = [...laid.marks].sort((a, b) => a.inject.order - b.inject.order); // steady: the focused one is not moved
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
          {inOrder.map((mark) => (
            <Mark
              key={mark.id}
              mark={mark}
              to={mover.moving?.id === mark.id ? placeOf(mover.moving.to, laid, timer) : undefined}
              first={mark === first}
              second={second}
              laid={laid}
              mover={mover}
            />
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

interface MarkProps {
  mark: Placed;
  /** Under way: percent of the line. Its old place is shown until it is dropped. */
  to: number | undefined;
  first: boolean;
  second: number;
  laid: Line;
  mover: Mover;
}

function Mark({ mark, to, first, second, laid, mover }: MarkProps) {
  const { id, inject, lane, x, room } = mark;
  const chosen = useDesk((desk) => desk.hand === `inject:${id}`);
  const soon = inject.status === "armed" && inject.due_at !== undefined && inject.due_at - second <= SOON;
  const looks = [
    SHAPES[lane],
    inject.status,
    soon && "soon",
    chosen && "on",
    room < TIGHT && "tight",
    movable(inject) && "movable",
    to !== undefined && "moving",
  ];
  const label = t("msel.mark", {
    headline: inject.headline,
    status: t(`msel.${inject.status}`),
    when: inject.planned ? t("msel.moved", { when: inject.when, planned: inject.planned }) : inject.when,
  });
  const style: CSSProperties = { "--x": `${x}%`, "--l": lane, "--room": `${room}%`, "--by": `${(to ?? x) - x}cqw` };
  return (
    <>
      {to !== undefined && <i className="mk-old" style={style} aria-hidden="true" />}
      <button
        type="button"
        className={`mk ${looks.filter(Boolean).join(" ")}`}
        style={style}
        aria-label={label}
        title={label}
        tabIndex={first ? 0 : -1}
        aria-keyshortcuts={movable(inject) ? "Alt+ArrowLeft Alt+ArrowRight" : undefined}
        onClick={({ detail }) => (detail > 0 && mover.dragged()) || take(`inject:${id}`)}
        onKeyDown={(event) => {
          if (!mover.onKey(event, id, inject)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onPointerDown={(event) => mover.onPointerDown(event, id, inject)}
        onPointerMove={(event) => mover.onPointerMove(event, laid)}
        onPointerUp={mover.onPointerUp}
        onPointerCancel={mover.putBack}
      >
        <i />
        <span>{inject.headline}</span>
      </button>
    </>
  );
}

function momentWords({ turn, phase, offset }: Moment): string {
  return t("msel.moment", { turn, phase: t(`phase.${phase}`).toLowerCase(), time: clock(offset) });
}

/** Arrows, Home and End move between the marks, lane by lane from left to right. */
function rove(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>(".mk")].sort(
    (a, b) => a.offsetTop - b.offsetTop || a.offsetLeft - b.offsetLeft,
  );
  const at = marks.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 };
  const next = marks[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
