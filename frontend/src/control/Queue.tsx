import { useEffect, useRef, useState } from "react";
import type { QueueShape } from "../contract";
import { useSecond } from "../live/second";
import { useText } from "../live/texts";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon, type IconName } from "../ui/Icons";
import { TeamPlate } from "../ui/TeamPlate";
import { useRest } from "./AcceptRest";
import { useHolders } from "./colleagues";
import { open, take, useDesk } from "./desk";
import { KeyButton } from "./KeyButton";
import { Later } from "./Later";
import { type Urgency, urgency, useShownOrder } from "./queueOrder";
import { useWaiting, Waiting } from "./Waiting";

const ICONS: Record<QueueShape["kind"], IconName> = {
  ruling: "draw",
  free: "pen",
  inject: "bolt",
  call: "hand",
  answer: "talk",
  timer: "hold",
  idle: "clock",
};
const NOTHING: Record<string, QueueShape> = {};
const DIGITS = 9;

/** What waits for control. A digit opens an item. */
export function Queue() {
  const queue = useView((view) => view.queue ?? NOTHING);
  const second = useSecond();
  const [held, setHeld] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // An item that had the focus, or lay under the pointer, may be gone; no browser says that it left.
    const still = list.current?.matches(":hover") || list.current?.contains(document.activeElement);
    if (held && queue && !still) setHeld(false);
  }, [held, queue]);
  const waiting = useWaiting().length;
  const { keys, newer, refresh } = useShownOrder(queue, second, held);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  return (
    <section className="zone queue" id="zone-queue" aria-label={t("queue.title")} tabIndex={-1}>
      <div className="zhead">
        <h2>{t("queue.title")}</h2>
        {keys.length + waiting > 0 && <span className="count">{keys.length + waiting}</span>}
        <span className="grow" />
        {newer > 0 ? (
          <button type="button" className="btn small" onClick={refresh}>
            {t("queue.newer", { n: newer })}
          </button>
        ) : (
          <span className="hint">{keys.length > 1 ? t("queue.order") : ""}</span>
        )}
      </div>
      <Rest />
      <Waiting />
      {!keys.length && !waiting && <Empty title={t("queue.empty")}>{t("queue.empty_text")}</Empty>}
      <ol
        className="qlist"
        ref={list}
        {...hold}
        onFocus={() => setHeld(true)}
        onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHeld(false)}
      >
        {keys.map((key, place) => (
          <Item key={key} id={key} item={queue[key]} place={place} second={second} />
        ))}
      </ol>
      <Later />
    </section>
  );
}

/** From two proposals on, one act for all of them. */
function Rest() {
  const rest = useRest();
  if (rest.length < 2) return null;
  return (
    <KeyButton keyName="A" face="⇧A" className="small" onPress={() => open({ kind: "accept" })}>
      {t("accept.do", { n: rest.length })}
    </KeyButton>
  );
}

interface ItemProps {
  id: string;
  item: QueueShape | undefined;
  place: number;
  second: number;
}

function Item({ id, item, place, second }: ItemProps) {
  const chosen = useDesk((desk) => desk.hand === id);
  const said = useSaid(item);
  const holders = useHolders(id, "queue.holders");
  if (!item) return null;
  const look = tone(item, urgency(item, second));
  return (
    <li className={`qi ${look}${chosen ? " on" : ""}`}>
      <button type="button" data-queue={id} aria-current={chosen || undefined} onClick={() => take(id)}>
        <span className="qi-i">
          <Icon name={ICONS[item.kind]} />
        </span>
        <b>{said ? `${item.title}: ${said}` : item.title}</b>
        <time>{timeWords(item, second)}</time>
        <span className="qi-s">
          {item.team && <TeamPlate team={item.team} />} {holders ? <i>{holders}</i> : item.detail}
        </span>
        <span className="qi-h">
          {place < DIGITS && (
            <span className="kbd" aria-hidden="true">
              {place + 1}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** The words of a call or a dispatch stand in its title: they are the question. */
function useSaid(item: QueueShape | undefined): string {
  const call = useView((view) => (item?.kind === "call" ? view.calls?.[item.ref]?.text : undefined));
  const letter = useView((view) => (item?.kind === "answer" ? view.dispatches?.[item.ref]?.subject : undefined));
  return useText(call ?? letter) ?? "";
}

function tone(item: QueueShape, urgent: Urgency): string {
  if (urgent === "over") return "bad";
  return urgent === "soon" || item.kind === "ruling" || item.kind === "free" ? "warn" : "";
}

/** Its age; or how long until it is due. */
function timeWords(item: QueueShape, second: number): string {
  if (item.due === undefined) return clock(second - item.since);
  if (item.due <= second) return t("queue.over", { time: clock(second - item.due) });
  return t("queue.due", { time: clock(item.due - second) });
}
