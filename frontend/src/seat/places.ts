/** Where the orders of a list stand: nothing that others do moves what somebody reads or writes. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useView } from "../store";

/** Milliseconds for which a change counts as the person's own doing: within the half second that browsers allow. */
const OWN = 450;
const ACTS = ["click", "keyup", "resize"] as const;

export interface Places {
  /** In their order; also those that others took away, whose room stays until the person here does something. */
  places: string[];
  /** The pixels that one took: those that it keeps, though it is gone or has less to say now, until then. */
  room: (id: string) => number;
  list: RefObject<HTMLUListElement | null>;
}

/**
 * Each keeps the place where it first stood in its turn, and the new comes last. Every id must be drawn as one child of
 * `list`.
 */
export function usePlaces(ids: string[], turn: number): Places {
  const [places, setPlaces] = useState(ids);
  const heights = useRef(new Map<string, number>());
  const list = useRef<HTMLUListElement>(null);
  const acted = useLastAct(() => setPlaces((now) => now.filter((id) => latest.current.includes(id))));
  const latest = useRef(ids);
  const [since, setSince] = useState(turn);
  const own = performance.now() - acted.current < OWN;
  const stays = since === turn && !own;
  const kept = places.filter((id) => ids.includes(id) || (stays && heights.current.has(id)));
  const all = [...new Set([...kept, ...ids])];
  if (all.join() !== places.join()) setPlaces(all);
  if (since !== turn) setSince(turn);
  useLayoutEffect(() => {
    latest.current = ids;
    const drawn = [...(list.current?.children ?? [])] as HTMLElement[];
    heights.current = new Map(all.map((id, place) => [id, drawn[place]?.offsetHeight ?? 0]));
  });
  return { places: all, room: (id) => (stays && heights.current.get(id)) || 0, list };
}

/** The turn in which the person here last did something: what a new one folds away stays open until their next act. */
export function useSeenTurn(): number {
  const turn = useView((view) => view.timer?.turn ?? 0);
  const [seen, setSeen] = useState(turn);
  const latest = useRef(turn);
  useLayoutEffect(() => {
    latest.current = turn;
  });
  useLastAct(() => setSeen(latest.current));
  return Math.min(seen, turn); // control may go back
}

function useLastAct(onAct: () => void): RefObject<number> {
  const at = useRef(Number.NEGATIVE_INFINITY);
  const then = useRef(onAct);
  useEffect(() => {
    const act = () => {
      at.current = performance.now();
      then.current();
    };
    for (const kind of ACTS) window.addEventListener(kind, act, true);
    return () => {
      for (const kind of ACTS) window.removeEventListener(kind, act, true);
    };
  }, []);
  return at;
}
