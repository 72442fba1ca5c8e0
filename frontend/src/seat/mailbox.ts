/** What lies in the inbox, as one list: news, letters by thread, calls to control, rewinds. Newest first. */
import type { CallShape, DispatchShape, InjectShape, Part, RewindShape } from "../contract";
import type { Mine } from "./you";

export type Item =
  | { kind: "inject"; id: string; at: number; inject: InjectShape }
  | { kind: "thread"; id: string; at: number; letters: [string, DispatchShape][] }
  | { kind: "call"; id: string; at: number; call: CallShape }
  | { kind: "rewind"; id: string; at: number; rewind: RewindShape };

export function items(view: Pick<Part, "injects" | "dispatches" | "calls" | "rewinds">): Item[] {
  const news = Object.entries(view.injects ?? {}).map(([id, inject]) => item("inject", id, inject.at, { inject }));
  const calls = Object.entries(view.calls ?? {}).map(([id, call]) => item("call", id, call.at, { call }));
  const back = Object.entries(view.rewinds ?? {}).map(([id, rewind]) =>
    item("rewind", `rewind-${id}`, rewind.at, { rewind }),
  );
  return ([...news, ...threads(view.dispatches ?? {}), ...calls, ...back] as Item[]).sort((a, b) => b.at - a.at);
}

function item<K extends Item["kind"]>(kind: K, id: string, at: number, what: object) {
  return { kind, id, at, ...what };
}

/** Letters by their first one, oldest first in each. */
export function threads(dispatches: Record<string, DispatchShape>): Extract<Item, { kind: "thread" }>[] {
  const found = new Map<string, [string, DispatchShape][]>();
  const sorted = Object.entries(dispatches).sort(([, a], [, b]) => a.order - b.order);
  for (const [id, letter] of sorted) {
    const first = root(dispatches, id);
    found.set(first, [...(found.get(first) ?? []), [id, letter]]);
  }
  return [...found].map(([id, letters]) => ({ kind: "thread", id, letters, at: letters.at(-1)?.[1].at ?? 0 }));
}

function root(dispatches: Record<string, DispatchShape>, id: string): string {
  const above = dispatches[id]?.reply_to;
  return above && dispatches[above] ? root(dispatches, above) : id;
}

/** Ids whose reading counts: an inject's or a rewind's own, a thread's letters to my team from others, an answered call. */
export function readIds(one: Item, { team, seat }: Pick<Mine, "team" | "seat">): string[] {
  if (one.kind === "inject" || one.kind === "rewind") return [one.id];
  if (one.kind === "call") return one.call.answer ? [`${one.id}!`] : [];
  const toUs = one.letters.filter(([, letter]) => letter.to.includes(`team:${team}`) && letter.seat !== seat);
  return toUs.map(([id]) => id);
}

export function isUnread(one: Item, mine: Pick<Mine, "team" | "seat">, read: ReadonlySet<string>): boolean {
  return readIds(one, mine).some((id) => !read.has(id));
}
