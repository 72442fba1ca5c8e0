/** Who else runs this exercise, and which item of the queue each has in hand: by presence alone, it is in no log. */
import { useEffect } from "react";
import type { PresentStaff } from "../contract";
import { attend } from "../live/line";
import { pageFact } from "../live/page";
import { useLive } from "../store";
import { t } from "../text/t";
import { useDesk } from "./desk";

/** Everybody of control but me, by account. */
export function others(staff: Record<string, PresentStaff>): [account: string, who: PresentStaff][] {
  return Object.entries(staff).filter(([account]) => account !== pageFact("account"));
}

export function useColleagues(): [account: string, who: PresentStaff][] {
  return others(useLive((live) => live.staff));
}

/** That others have this item in hand, in words; "" if nobody has. */
export function useHolders(item: string, words: "queue.holders" | "hand.elsewhere"): string {
  const holders = useColleagues().filter(([, { holds }]) => item !== "" && holds === item);
  const names = holders.map(([, { name }]) => name).join(", ");
  return holders.length ? t(words, { n: holders.length, names }) : "";
}

/** Items that others have in hand: nobody is handed one of those without asking for it. */
export function heldElsewhere(): Set<string> {
  return new Set(others(useLive.getState().staff).map(([, { holds }]) => holds));
}

/** Tell the others what is in hand here, also after a line that dropped. */
export function useAttendance(): void {
  const hand = useDesk((desk) => desk.hand);
  const live = useLive((now) => now.line === "live");
  useEffect(() => {
    const tell = () => live && attend({ away: document.hidden, editing: hand });
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [hand, live]);
}
