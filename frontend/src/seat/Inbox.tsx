import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CallShape, DispatchShape, RewindShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { DispatchRow } from "../ui/DispatchRow";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { RewindNotice, useRewindWords } from "../ui/RewindNotice";
import { open, useDesk } from "./desk";
import { Inject, InjectRow } from "./Inject";
import { type Item, isUnread, items } from "./mailbox";
import { useSeenTurn } from "./places";
import { markRead, useRead, useReadInSight } from "./read";
import { useMine } from "./you";

export function Inbox() {
  const all = useItems();
  const mine = useMine();
  const turn = useSeenTurn();
  const running = useView((view) => view.exercise?.status === "running");
  const read = useRead((marks) => marks.ids);
  const zone = useRef<HTMLElement>(null);
  const { shown, waiting, show } = useStill(all, zone);
  const unread = all.filter((one) => isUnread(one, mine, read)).length;
  const standsOpen = (one: Item) =>
    (one.kind === "inject" && one.inject.turn >= turn) || (one.kind === "rewind" && one.rewind.turn >= turn);
  return (
    <section ref={zone} className="zone inbox" id="zone-inbox" tabIndex={-1} aria-label={t("seat.inbox")}>
      <div className="zhead">
        <h2>{t("seat.inbox")}</h2>
        <span aria-live="polite">{unread > 0 && <span className="count">{t("inbox.new", { n: unread })}</span>}</span>
        {waiting > 0 && (
          <button type="button" className="btn small strong" onClick={show}>
            <Icon name="up" />
            {t("inbox.show", { n: waiting })}
          </button>
        )}
        <span className="grow" />
        {running && (
          <button type="button" className="btn small" onClick={() => open({ kind: "write" })}>
            <Icon name="pen" />
            {t("inbox.write")}
          </button>
        )}
      </div>
      {!all.length && <Empty title={t("inbox.empty")}>{t("inbox.empty_text")}</Empty>}
      {shown.filter(standsOpen).map((one) => (
        <Card key={one.id} item={one} />
      ))}
      <ul className="mail">
        {shown
          .filter((one) => !standsOpen(one))
          .map((one) => (
            <Row key={one.id} item={one} unread={isUnread(one, mine, read)} />
          ))}
      </ul>
    </section>
  );
}

function useItems(): Item[] {
  const injects = useView((view) => view.injects);
  const dispatches = useView((view) => view.dispatches);
  const calls = useView((view) => view.calls);
  const rewinds = useView((view) => view.rewinds);
  return useMemo(() => {
    const letters = { ...(dispatches && { dispatches }), ...(calls && { calls }) };
    return items({ ...(injects && { injects }), ...letters, ...(rewinds && { rewinds }) });
  }, [injects, dispatches, calls, rewinds]);
}

export function useUnread(): number {
  const mine = useMine();
  const read = useRead((marks) => marks.ids);
  return useItems().filter((one) => isUnread(one, mine, read)).length;
}

/**
 * The list stands still under the eye: what comes while it is scrolled waits behind a count, until the reader asks for
 * it, comes here from elsewhere, or wrote it. At its beginning it shows what comes, and gathers what follows closely, so
 * that a month full of news moves it once. On a phone it always waits: there it would push the whole screen.
 */
function useStill(
  all: Item[],
  zone: RefObject<HTMLElement | null>,
): { shown: Item[]; waiting: number; show: () => void } {
  const { team } = useMine();
  const asked = useDesk((desk) => desk.showNew);
  const [since, setSince] = useState({ asked, ids: new Set(all.map((one) => one.id)) });
  const isMine = (one: Item) => one.kind === "call" || (one.kind === "thread" && one.letters.at(-1)?.[1].team === team);
  const atOnce = (one: Item) => one.kind === "rewind" || isMine(one); // after a rewind nothing stands as it did
  const show = () => setSince({ asked, ids: new Set(all.map((one) => one.id)) });
  const moved = useRef(Number.NEGATIVE_INFINITY);
  const stale = since.asked !== asked || !all.some((one) => since.ids.has(one.id));
  useLayoutEffect(() => {
    if (!all.length || (!stale && all.every((one) => since.ids.has(one.id)))) return;
    const take = () => {
      if (!stale && !atTop(zone.current)) return;
      moved.current = performance.now();
      setSince({ asked, ids: new Set(all.map((one) => one.id)) });
    };
    const calm = stale ? 0 : moved.current + CALM - performance.now();
    if (calm <= 0) return take();
    const later = setTimeout(take, calm);
    return () => clearTimeout(later);
  }, [stale, asked, all, since, zone]);
  const shown = stale ? all : all.filter((one) => since.ids.has(one.id) || atOnce(one));
  return { shown, waiting: all.length - shown.length, show };
}

/** Milliseconds for which the list keeps still once it has moved. */
const CALM = 2_000;

/** Where zones scroll by themselves side by side, as seat.css has it. */
const ZONES_SCROLL = "(min-width: 1100px) and (min-height: 640px)";

/** Its beginning is in sight, beside the other zones. */
function atTop(zone: HTMLElement | null): boolean {
  return !!zone && window.matchMedia(ZONES_SCROLL).matches && zone.scrollTop === 0;
}

/** What concerns the present turn stands open. */
function Card({ item }: { item: Item }) {
  if (item.kind === "inject") return <Inject id={item.id} inject={item.inject} />;
  return item.kind === "rewind" ? <Rewind id={item.id} rewind={item.rewind} /> : null;
}

function Rewind({ id, rewind }: { id: string; rewind: RewindShape }) {
  const unread = useRead((marks) => !marks.ids.has(id));
  return <RewindNotice rewind={rewind} unread={unread} place={useReadInSight(id)} />;
}

function Row({ item, unread }: { item: Item; unread: boolean }) {
  switch (item.kind) {
    case "inject":
      return <InjectRow id={item.id} inject={item.inject} unread={unread} />;
    case "thread":
      return <ThreadRow id={item.id} letters={item.letters} unread={unread} />;
    case "call":
      return <CallRow id={item.id} call={item.call} unread={unread} />;
    case "rewind":
      return <RewindRow id={item.id} rewind={item.rewind} unread={unread} />;
  }
}

function ThreadRow({ id, letters, unread }: { id: string; letters: [string, DispatchShape][]; unread: boolean }) {
  const last = letters.at(-1)?.[1];
  const subject = useText(last?.subject);
  const body = useText(last?.body);
  if (!last) return null;
  const read = () => {
    markRead(...letters.map(([letter]) => letter));
    open({ kind: "thread", id });
  };
  return (
    <DispatchRow
      team={last.team}
      subject={subject ?? t("dispatch.loading")}
      line={firstLine(body)}
      time={t("time.turn_at", { turn: last.turn, clock: clock(last.at) })}
      unread={unread}
      onOpen={read}
    />
  );
}

function CallRow({ id, call, unread }: { id: string; call: CallShape; unread: boolean }) {
  const text = useText(call.text);
  const answer = useText(call.answer);
  const [whole, setWhole] = useState(false);
  const toggle = () => {
    markRead(`${id}!`);
    setWhole(!whole);
  };
  return (
    <>
      <DispatchRow
        team="control"
        subject={call.answer ? t("inbox.call_answered") : t("inbox.call")}
        line={firstLine(answer || text)}
        time={clock(call.at)}
        unread={unread}
        onOpen={toggle}
      />
      {whole && (
        <li className="call-whole">
          <p className="pre">{text}</p>
          {answer && <p className="answered pre">{answer}</p>}
        </li>
      )}
    </>
  );
}

function RewindRow({ id, rewind, unread }: { id: string; rewind: RewindShape; unread: boolean }) {
  const { headline, body, reason } = useRewindWords(rewind);
  return (
    <DispatchRow
      team="control"
      subject={headline}
      line={reason || body}
      time={clock(rewind.at)}
      unread={unread}
      onOpen={() => markRead(id)}
    />
  );
}

function firstLine(text: string | null | undefined): string {
  if (text === null) return t("dispatch.erased");
  return text?.split("\n").find((line) => line.trim()) ?? "";
}
