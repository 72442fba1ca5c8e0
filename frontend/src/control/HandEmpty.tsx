/** Empty hands: what comes next, and what the teams have ordered, so that control has something to watch. */
import type { MselShape, OrderShape, TimerShape } from "../contract";
import { useSecond } from "../live/second";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { ActorPlate } from "../ui/TeamPlate";
import { open, take } from "./desk";

/** As many as have room where the page scrolls. */
const MOST = 7;

export function HandEmpty() {
  return (
    <>
      <div className="zhead">
        <h2>{t("hand.empty")}</h2>
        <span className="hint">{t("hand.empty_text")}</span>
      </div>
      <div className="ahead">
        <Next />
        <Ordered />
      </div>
    </>
  );
}

/** The injects that this turn will bring; then those that wait for what teams do. After EndEx none comes. */
function Next() {
  const timer = useView((view) => (view.exercise?.status === "ended" ? undefined : view.timer));
  const entries = ordered(useView((view) => view.msel));
  const second = useSecond();
  const coming = entries.filter(([, inject]) => inject.status === "armed" && timer && mayCome(inject, timer));
  const soonest = coming.sort(([, a], [, b]) => when(a) - when(b)).slice(0, MOST);
  return (
    <section aria-labelledby="ahead-next">
      <h3 id="ahead-next">{t("hand.next")}</h3>
      {!soonest.length && <p className="hint">{t("hand.next_none")}</p>}
      <ol className="qlist quiet">
        {soonest.map(([id, inject]) => (
          <li key={id} className="qi">
            <button type="button" onClick={() => take(`inject:${id}`)}>
              <span className="qi-i">
                <Icon name="bolt" />
              </span>
              <b>{inject.headline}</b>
              <time>{dueWords(inject, second)}</time>
              <span className="qi-s">{inject.when}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** In this turn, and not in a phase that is over. */
function mayCome({ turn, phase, due_at }: MselShape, timer: TimerShape): boolean {
  if (turn === undefined || due_at !== undefined) return (turn ?? timer.turn) === timer.turn;
  const place = (name: string) => timer.phases.findIndex((one) => one.phase === name);
  return turn === timer.turn && place(phase ?? timer.phase) >= place(timer.phase);
}

function when({ due_at, turn }: MselShape): number {
  return due_at ?? (turn === undefined ? Number.POSITIVE_INFINITY : Number.MAX_VALUE);
}

function dueWords({ due_at }: MselShape, second: number): string {
  return due_at === undefined ? "" : t("queue.due", { time: clock(Math.max(0, due_at - second)) });
}

/** The newest first. */
function Ordered() {
  const turn = useView((view) => view.timer?.turn ?? 0);
  const orders = Object.entries(useView((view) => view.orders) ?? {}).filter(([, order]) => order.turn === turn);
  const newest = orders.sort(([, a], [, b]) => (b.at ?? 0) - (a.at ?? 0)).slice(0, MOST);
  return (
    <section aria-labelledby="ahead-orders">
      <h3 id="ahead-orders">{t("hand.orders")}</h3>
      {!newest.length && <p className="hint">{t("hand.orders_none")}</p>}
      <ul className="qlist quiet">
        {newest.map(([id, order]) => (
          <Order key={id} order={order} />
        ))}
      </ul>
      {orders.length > 0 && (
        <button type="button" className="lnk" onClick={() => open({ kind: "records", page: "orders" })}>
          {t("hand.orders_all")}
        </button>
      )}
    </section>
  );
}

function Order({ order }: { order: OrderShape }) {
  return (
    <li className="qi still">
      <span className="qi-i">
        <Icon name="list" />
      </span>
      <b>{order.title}</b>
      <time>{clock(order.at ?? 0)}</time>
      <span className="qi-s">
        <ActorPlate actor={order.actor} /> {t(`order.${order.status}`)}
      </span>
    </li>
  );
}
