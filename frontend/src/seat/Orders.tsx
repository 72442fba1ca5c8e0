import type { OrderShape } from "../contract";
import { useText } from "../live/texts";
import { useLive, useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { seatTitle, useLibrary } from "../ui/Library";
import { OrderCard } from "../ui/OrderCard";
import { Budgets } from "./Budgets";
import { DraftCard } from "./DraftCard";
import { open, useDesk } from "./desk";
import { costWords, saidWords } from "./orderWords";
import { usePlaces, useSeenTurn } from "./places";
import { whenPlanned } from "./planning";
import { RefusalBox, useCommand } from "./useCommand";
import { ordered, useMine } from "./you";

export function Orders() {
  const turn = useSeenTurn();
  const ended = useView((view) => view.exercise?.status === "ended");
  const orders = useOwnOrders();
  const drafts = useLive((live) => live.drafts);
  const now = Object.fromEntries(orders.filter(([, order]) => order.turn >= turn));
  const { places, room, list } = usePlaces([...Object.keys(now), ...ordered(drafts).map(([id]) => id)], turn);
  const earlier = orders.filter(([, order]) => order.turn < turn).reverse();
  const openId = useOpenDraft();
  const confirmed = useView((view) => view.you !== undefined);
  return (
    <section className="zone orders" id="zone-orders" tabIndex={-1} aria-label={t("seat.orders")}>
      <div className="zhead">
        <h2>{t("seat.orders")}</h2>
      </div>
      <Budgets />
      {!places.length && confirmed && <NoOrders ended={ended} />}
      <ul ref={list}>
        {places.map((id) => {
          const [order, draft] = [now[id], drafts[id]];
          if (order) return <GivenOrder key={id} id={id} order={order} room={room(id)} />;
          if (draft) return <DraftCard key={id} id={id} draft={draft} open={!ended && id === openId} />;
          return <li key={id} style={{ height: room(id) }} />;
        })}
      </ul>
      {!ended && confirmed && <New />}
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{t("orders.earlier", { n: earlier.length })}</summary>
          <ul>
            {earlier.map(([id, order]) => (
              <GivenOrder key={id} id={id} order={order} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Its words say when the order can be submitted; it keeps its place in every phase. */
function New() {
  const timer = useView((view) => view.timer);
  const when = timer ? whenPlanned(timer) : "now";
  return (
    <button type="button" className="btn wide" disabled={when === "never"} onClick={() => open({ kind: "new_order" })}>
      {when !== "never" && <Icon name="plus" />}
      {t(when === "now" ? "orders.new" : when === "later" ? "orders.ahead" : "orders.over")}
      {when !== "never" && <span className="kbd">N</span>}
    </button>
  );
}

/** Of the present turn; after EndEx it keeps the room that it had, so that nothing below it moves up. */
function NoOrders({ ended }: { ended: boolean }) {
  if (ended) return <Empty title={t("orders.over")}>{t("orders.over_text")}</Empty>;
  return <Empty title={t("orders.empty")}>{t("orders.empty_text")}</Empty>;
}

/** My team's, oldest first. */
export function useOwnOrders(): [string, OrderShape][] {
  const { team } = useMine();
  const orders = useView((view) => view.orders);
  const own = Object.entries(orders ?? {}).filter(([, order]) => order.team === team);
  return own.sort(([, a], [, b]) => (a.at ?? 0) - (b.at ?? 0));
}

/** The one chosen, or the first unready one that this seat began. */
function useOpenDraft(): string {
  const chosen = useDesk((desk) => desk.draft);
  const drafts = useLive((live) => live.drafts);
  const { seat } = useMine();
  if (chosen !== undefined) return chosen;
  return ordered(drafts).find(([, draft]) => draft.seat === seat && !draft.ready)?.[0] ?? "";
}

function GivenOrder({ id, order, room = 0 }: { id: string; order: OrderShape; room?: number }) {
  const budget = useView((view) => view.budget?.[order.actor]);
  const action = useText(order.action);
  const reason = useText(order.reason);
  const library = useLibrary();
  const several = useMine().actors.length > 1;
  const actor = useView((view) => view.actors?.[order.actor]?.name ?? order.actor);
  const title = several ? `${order.title} ${t("order.for", { actor })}` : order.title;
  const by = { who: seatTitle(library, order.seat), turn: order.turn, clock: clock(order.at ?? 0) };
  return (
    <OrderCard
      id={`order-${id}`}
      state={order.status}
      title={title}
      cost={costWords(order.cost, budget)}
      line={action || saidWords(order)}
      quiet={order.status === "withdrawn"}
      room={room}
    >
      {reason && <p className="flag">{t("orders.reason", { reason })}</p>}
      <footer>
        <span>{t("orders.by", by)}</span>
        <span className="grow" />
        <OrderActs id={id} order={order} />
      </footer>
    </OrderCard>
  );
}

function OrderActs({ id, order }: { id: string; order: OrderShape }) {
  const { run, sending, refusal, word } = useCommand();
  const { leads } = useMine();
  const planning = useView((view) => view.timer?.phase === "planning" && view.timer.turn === order.turn);
  const ruling = useView((view) => (view.rulings?.[order.ruling ?? ""] ? order.ruling : undefined));
  return (
    <>
      {ruling && (
        <button type="button" className="lnk" onClick={() => open({ kind: "ruling", id: ruling })}>
          {t("ruling.ruling")}
        </button>
      )}
      {order.status === "submitted" && planning && leads && (
        <button
          type="button"
          className="btn small"
          disabled={sending}
          onClick={() => void run({ type: "withdraw_order", order: id })}
        >
          {word(t("orders.withdraw"))}
        </button>
      )}
      <RefusalBox refusal={refusal} />
    </>
  );
}
