/** What is public so far, told in order: news, rulings and agreements, turn by turn. */
import type { AgreementShape, InjectShape, Part, RulingShape } from "../contract";
import { t } from "../text/t";
import { told } from "../ui/RulingTicket";

export interface Entry {
  id: string;
  kind: "news" | "ruling" | "agreement";
  /** Actor of a ruling; "" for none. */
  actor: string;
  text: string;
  /** Of a text outside the view that stands in place of `text`. */
  ref: string;
}

/** The newest turn first; within a turn news, then what was ruled, then what was signed, each in its own order. */
export function timeLine({ injects, rulings, agreements }: Part): [turn: number, entries: Entry[]][] {
  const turns = new Map<number, Entry[]>();
  const add = (turn: number, entry: Entry) => turns.set(turn, [...(turns.get(turn) ?? []), entry]);
  for (const [id, inject] of inOrder(injects)) add(inject.turn, news(id, inject));
  for (const [id, one] of inOrder(rulings)) if (isStory(one)) add(one.turn, ruling(id, one));
  for (const [id, text] of inOrder(agreements)) if (text.status !== "proposed") add(text.turn, agreement(id, text));
  return [...turns].sort(([a], [b]) => b - a);
}

function inOrder<Shape extends { order: number }>(map: Record<string, Shape> | undefined): [string, Shape][] {
  return Object.entries(map ?? {}).sort(([, a], [, b]) => a.order - b.order);
}

/** What merely drifts from month to month is told by the numbers. */
function isStory(one: RulingShape): boolean {
  return one.status === "issued" && one.kind !== "drift" && !!told(one);
}

function news(id: string, { headline, headline_ref }: InjectShape): Entry {
  return { id, kind: "news", actor: "", text: headline ?? "", ref: headline_ref ?? "" };
}

function ruling(id: string, one: RulingShape): Entry {
  return { id, kind: "ruling", actor: one.actor, text: told(one), ref: "" };
}

function agreement(id: string, { title, status }: AgreementShape): Entry {
  return { id, kind: "agreement", actor: "", text: `${title}: ${AGREED[status]}`, ref: "" };
}

const AGREED = {
  proposed: t("agreement.proposed"),
  in_force: t("agreement.in_force"),
  ended: t("agreement.ended"),
  rejected: t("agreement.rejected"),
};
