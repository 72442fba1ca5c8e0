import type { RulingShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import { RulingTicket, told } from "../ui/RulingTicket";
import { ActorPlate } from "../ui/TeamPlate";
import { Turns } from "../ui/Turns";
import { close, open } from "./desk";
import { saidWords } from "./orderWords";
import { markRead, useRead } from "./read";
import { useMine } from "./you";

/** Turn by turn; within a turn first what the own side ordered, then the rest as it was told. */
export function Rulings() {
  const { actors } = useMine();
  const turns = byTurn(
    useView((view) => view.rulings),
    actors,
  );
  const read = useRead((marks) => marks.ids);
  if (!turns.length) return <Empty title={t("rulings.empty")}>{t("rulings.empty_text")}</Empty>;
  return (
    <Turns turns={turns.map(([turn]) => turn)}>
      {(shown) => (
        <ul key={shown} className="mail rulings" aria-label={t("phase.turn", { turn: shown })}>
          {turns
            .filter(([turn]) => turn === shown)
            .flatMap(([, rulings]) => rulings)
            .map(([id, ruling]) => (
              <RulingRow key={id} id={id} ruling={ruling} unread={!read.has(id)} />
            ))}
        </ul>
      )}
    </Turns>
  );
}

function RulingRow({ id, ruling, unread }: { id: string; ruling: RulingShape; unread: boolean }) {
  const show = () => {
    markRead(id);
    open({ kind: "ruling", id });
  };
  return (
    <li className={unread ? "unread" : ""}>
      <button type="button" onClick={show}>
        {ruling.actor ? <ActorPlate actor={ruling.actor} /> : <Icon name="draw" />}
        <b>{ruling.title}</b>
        <span className="mail-x">{told(ruling)}</span>
        <time>{ruling.month > 0 && t("rulings.month", { month: ruling.month })}</time>
      </button>
    </li>
  );
}

export function Ruling({ id }: { id: string }) {
  const ruling = useView((view) => view.rulings?.[id]);
  const order = useView((view) => view.orders?.[ruling?.subject ?? ""]);
  const reason = useText(ruling?.decision?.reason);
  const expected = useText(order?.expected);
  const action = useText(order?.action);
  if (!ruling) return null;
  const asked = order && (
    <>
      <p className="read pre">{action || saidWords(order)}</p>
      {expected && <p className="hint">{t("rulings.expected", { expected })}</p>}
    </>
  );
  const print = (
    <button type="button" className="btn" onClick={() => window.print()}>
      {t("act.print")}
    </button>
  );
  return (
    <Dialog title={ruling.title} onClose={close} size="wide" foot={print}>
      <RulingTicket ruling={ruling} reason={reason ?? ""} asked={asked} />
    </Dialog>
  );
}

export function useUnreadRulings(): number {
  const rulings = useView((view) => view.rulings);
  const read = useRead((marks) => marks.ids);
  return Object.keys(rulings ?? {}).filter((id) => !read.has(id)).length;
}

/** The latest turn first; in each the rulings for these actors first. */
export function byTurn(
  rulings: Record<string, RulingShape> | undefined,
  own: string[] = [],
): [number, [string, RulingShape][]][] {
  const turns = new Map<number, [string, RulingShape][]>();
  const theirs = ({ actor }: RulingShape) => Number(!own.includes(actor ?? ""));
  const told = Object.entries(rulings ?? {}).sort(([, a], [, b]) => theirs(a) - theirs(b) || a.order - b.order);
  for (const one of told) turns.set(one[1].turn, [...(turns.get(one[1].turn) ?? []), one]);
  return [...turns].sort(([a], [b]) => b - a);
}
