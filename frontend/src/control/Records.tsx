/** What was ordered, ruled, written, agreed and noted: one page each. */
import { useState } from "react";
import type { DispatchShape, OrderShape, RulingShape } from "../contract";
import { useText } from "../live/texts";
import { useTemplates } from "../seat/AgreementForms";
import { saidWords } from "../seat/orderWords";
import { useCommand } from "../seat/useCommand";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { actorName, seatTitle, teamName, useLibrary } from "../ui/Library";
import { OrderCard } from "../ui/OrderCard";
import { Dialog } from "../ui/Overlays";
import { Status } from "../ui/Status";
import { Tabs } from "../ui/Tabs";
import { ActorPlate, TeamPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { close, open, type RecordsPage } from "./desk";
import { FreeWords } from "./HandFree";
import { RefusedHere } from "./HandPanel";
import { Observations } from "./Observations";
import { useOwnActors } from "./ownActors";

const PAGES: RecordsPage[] = ["orders", "rulings", "dispatches", "agreements", "observations"];
const PANEL = "records-page";

export function Records({ page }: { page: RecordsPage }) {
  return (
    <Dialog title={t("records.title")} size="wide" onClose={close}>
      <Tabs
        label={t("records.title")}
        panel={PANEL}
        chosen={page}
        tabs={PAGES.map((id) => ({ id, face: t(`records.${id}`) }))}
        onChoose={(chosen) => open({ kind: "records", page: chosen })}
      />
      <div id={PANEL} role="tabpanel" className="records">
        <Page page={page} />
      </div>
    </Dialog>
  );
}

function Page({ page }: { page: RecordsPage }) {
  switch (page) {
    case "orders":
      return <Orders />;
    case "rulings":
      return <Rulings />;
    case "dispatches":
      return <Dispatches />;
    case "agreements":
      return <Agreements />;
    case "observations":
      return <Observations />;
  }
}

function Orders() {
  const orders = Object.entries(useView((view) => view.orders) ?? {});
  const sorted = orders.sort(([, a], [, b]) => b.turn - a.turn || (b.at ?? 0) - (a.at ?? 0));
  if (!sorted.length) return <Empty title={t("records.no_orders")}>{t("records.no_orders_text")}</Empty>;
  return (
    <ul>
      {sorted.map(([id, order]) => (
        <Order key={id} id={id} order={order} />
      ))}
    </ul>
  );
}

function Order({ id, order }: { id: string; order: OrderShape }) {
  const [whole, setWhole] = useState(false);
  const [returning, setReturning] = useState(false);
  const reason = useText(order.reason);
  const title = (
    <>
      <ActorPlate actor={order.actor} /> {order.title}
    </>
  );
  return (
    <OrderCard state={order.status} title={title} cost={t("phase.turn", { turn: order.turn })} line={saidWords(order)}>
      {whole && <FreeWords order={order} />}
      {reason && <p className="hint">{t("orders.reason", { reason })}</p>}
      <footer>
        <button type="button" className="lnk" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t("records.less") : t("records.words")}
        </button>
        {order.ruling && (
          <button type="button" className="lnk" onClick={() => open({ kind: "ruling", id: order.ruling ?? "" })}>
            {t("ruling.ruling")}
          </button>
        )}
        <span className="grow" />
        {order.status === "submitted" && !returning && (
          <button type="button" className="btn small" onClick={() => setReturning(true)}>
            {t("hand.return")}
          </button>
        )}
      </footer>
      {returning && order.status === "submitted" && <ReturnHere id={id} onDone={() => setReturning(false)} />}
    </OrderCard>
  );
}

function ReturnHere({ id, onDone }: { id: string; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const { run, sending, refusal } = useCommand();
  const send = async () => {
    if (await run({ type: "return_order", order: id, reason })) onDone();
  };
  return (
    <div className="stack-s">
      <TextField label={t("hand.reason")} hint={t("hand.return_hint")} value={reason} onChange={setReason} />
      <RefusedHere refusal={refusal} />
      <div className="btns">
        <button type="button" className="btn primary" disabled={!reason.trim() || sending} onClick={() => void send()}>
          {t("hand.return")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("act.cancel")}
        </button>
      </div>
    </div>
  );
}

function Rulings() {
  const rulings = ordered(useView((view) => view.rulings)).reverse();
  if (!rulings.length) return <Empty title={t("rulings.empty")}>{t("rulings.empty_text")}</Empty>;
  return (
    <ul className="mail">
      {rulings.map(([id, ruling]) => (
        <RulingRow key={id} id={id} ruling={ruling} />
      ))}
    </ul>
  );
}

function RulingRow({ id, ruling }: { id: string; ruling: RulingShape }) {
  const proposed = ruling.status === "proposed";
  return (
    <li className={proposed ? "unread" : ""}>
      <button type="button" onClick={() => open({ kind: "ruling", id })}>
        {ruling.actor ? <ActorPlate actor={ruling.actor} /> : <Icon name="draw" />}
        <b>{ruling.title}</b>
        <span className="mail-x">{ruling.sentence}</span>
        <time>{proposed ? t("ruling.proposed") : t("phase.turn", { turn: ruling.turn })}</time>
      </button>
    </li>
  );
}

function Dispatches() {
  const letters = ordered(useView((view) => view.dispatches)).reverse();
  const running = useView((view) => view.exercise?.status === "running");
  return (
    <>
      {running && (
        <p>
          <button type="button" className="btn small" onClick={() => open({ kind: "write" })}>
            <Icon name="pen" />
            {t("inbox.write")}
          </button>
        </p>
      )}
      {!letters.length && <Empty title={t("records.no_dispatches")}>{t("records.no_dispatches_text")}</Empty>}
      <ul className="mail">
        {letters.map(([id, letter]) => (
          <Letter key={id} letter={letter} />
        ))}
      </ul>
    </>
  );
}

function Letter({ letter }: { letter: DispatchShape }) {
  const [whole, setWhole] = useState(false);
  const library = useLibrary();
  const subject = useText(letter.subject);
  const body = useText(letter.body);
  const teams = letter.to.map((team) => teamName(library, team)).join(", ");
  const line = body === null ? t("dispatch.erased") : (body ?? t("dispatch.loading"));
  return (
    <li>
      <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        <TeamPlate team={letter.team} />
        <b>{subject ?? t("dispatch.loading")}</b>
        <span className="mail-x">{whole ? t("dispatch.to", { teams }) : line}</span>
        <time>{t("time.turn_at", { turn: letter.turn, clock: clock(letter.at) })}</time>
      </button>
      {whole && (
        <div className="letter-whole">
          <p className="hint">{seatTitle(library, letter.seat)}</p>
          <p className="read pre">{line}</p>
        </div>
      )}
    </li>
  );
}

const TONE = { proposed: "warn", in_force: "ok", ended: "", rejected: "bad" } as const;

function Agreements() {
  const agreements = ordered(useView((view) => view.agreements)).reverse();
  const running = useView((view) => view.exercise?.status === "running");
  const templates = useTemplates(useOwnActors());
  const library = useLibrary();
  return (
    <>
      {running && templates.length > 0 && (
        <p>
          <button type="button" className="btn small" onClick={() => open({ kind: "propose" })}>
            <Icon name="plus" />
            {t("records.propose")}
          </button>
        </p>
      )}
      {!agreements.length && <Empty title={t("agreements.empty")}>{t("records.no_agreements_text")}</Empty>}
      <ul className="mail">
        {agreements.map(([id, agreement]) => (
          <li key={id}>
            <button type="button" onClick={() => open({ kind: "agreement", id })}>
              <Status tone={TONE[agreement.status]} icon={agreement.status === "in_force" ? "check" : "doc"}>
                {t(`agreement.${agreement.status}`)}
              </Status>
              <b>{agreement.title}</b>
              <span className="mail-x">{agreement.parties.map((actor) => actorName(library, actor)).join(", ")}</span>
              <time>{t("phase.turn", { turn: agreement.turn })}</time>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
