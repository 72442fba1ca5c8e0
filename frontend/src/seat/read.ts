/** What this device has looked at. Only marks; nobody else learns of it. */
import { useEffect, useRef } from "react";
import { create } from "zustand";
import { keep, kept } from "../live/kept";

const shelf = () => `read:${window.location.pathname}`;
const DWELL = 1500;
const MOST = 500;

export const useRead = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set(kept(shelf())?.split(" ") ?? []) }));

export function markRead(...ids: string[]): void {
  const known = useRead.getState().ids;
  if (ids.every((id) => known.has(id))) return;
  const all = [...known, ...ids].slice(-MOST);
  keep(shelf(), all.join(" "));
  useRead.setState({ ids: new Set(all) });
}

/** Marks an item as read once it has been in sight for a moment. */
export function useReadInSight(id: string) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || useRead.getState().ids.has(id)) return;
    let dwell: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(dwell);
      if (entry?.isIntersecting && !document.hidden) dwell = setTimeout(() => markRead(id), DWELL);
    });
    watch.observe(element);
    return () => {
      clearTimeout(dwell);
      watch.disconnect();
    };
  }, [id]);
  return place;
}
