/** In which order the queue stands: overdue, due within a minute, oldest; held still while somebody points at it. */
import { useEffect, useState } from "react";
import type { QueueShape } from "../contract";

const SOON = 60;
const CLOSE = "timer:close";

export type Urgency = "over" | "soon" | "";

export function urgency({ due }: Pick<QueueShape, "due">, now: number): Urgency {
  if (due === undefined) return "";
  if (due <= now) return "over";
  return due - now <= SOON ? "soon" : "";
}

const RANK: Record<Urgency, number> = { over: 0, soon: 1, "": 2 };

/**
 * Keys, most urgent first. Teams without an order come last until they are due: that is news, not a task. A phase that
 * control closes is no task either while its planned time runs.
 */
export function sorted(queue: Record<string, QueueShape>, now: number): string[] {
  const rank = (item: QueueShape) => (item.kind === "idle" && !urgency(item, now) ? 3 : RANK[urgency(item, now)]);
  return Object.entries(queue)
    .filter(([key, item]) => key !== CLOSE || (item.due ?? now) <= now)
    .sort(([, a], [, b]) => rank(a) - rank(b) || a.since - b.since)
    .map(([key]) => key);
}

/** What to take up next, but for `answered` and what is in another's hand: a team without an order is asked after only
 * when somebody chooses to. */
export function nextOf(
  queue: Record<string, QueueShape>,
  now: number,
  answered: string,
  elsewhere: ReadonlySet<string> = new Set(),
): string {
  const free = (key: string) => key !== answered && !elsewhere.has(key);
  return sorted(queue, now).find((key) => free(key) && queue[key]?.kind !== "idle") ?? "";
}

export interface Shown {
  keys: string[];
  /** Came while the list was held still. */
  newer: number;
  /** Show them. */
  refresh: () => void;
}

/** The order on screen: follows the queue, but only lets go of what is gone while `held` and anything is left to hold. */
export function useShownOrder(queue: Record<string, QueueShape>, now: number, held: boolean): Shown {
  const fresh = sorted(queue, now);
  const [keys, setKeys] = useState(fresh);
  const kept = keys.filter((key) => queue[key]);
  const still = held && kept.length > 0;
  const wanted = fresh.join(" ");
  useEffect(() => {
    if (!still) setKeys(wanted ? wanted.split(" ") : []);
  }, [wanted, still]);
  return {
    keys: still ? kept : fresh,
    newer: still ? fresh.length - kept.length : 0,
    refresh: () => setKeys(fresh),
  };
}
