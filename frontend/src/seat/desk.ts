/** What lies open on this seat's desk: tab, centre page, dialog, draft. Of this page alone; the server never hears of it. */
import { create } from "zustand";
import type { NowShape } from "../contract";

/** The phone's four tabs; on a wide screen all are in sight. */
export type Place = "orders" | "inbox" | "picture" | "centre";
export type CentrePage = "theatre" | "situation" | "agreements" | "rulings" | "hot_wash";

export type Opened =
  | { kind: "brief" | "new_order" | "call" | "propose" | "settings" | "keys" }
  | { kind: "write"; to?: string[]; subject?: string; replyTo?: string }
  | { kind: "thread" | "ruling" | "agreement" | "revise" | "indicator" | "red_line" | "answer"; id: string };

export interface Desk {
  place: Place;
  /** Undefined: none chosen yet. */
  page: CentrePage | undefined;
  opened: Opened | undefined;
  /** The draft whose form is open; undefined: none chosen yet; "": closed by hand. */
  draft: string | undefined;
  /** Show what came since the list was last looked at. */
  showNew: number;
}

export const useDesk = create<Desk>(() => ({
  place: "orders",
  page: undefined,
  opened: undefined,
  draft: undefined,
  showNew: 0,
}));

export function open(opened: Opened): void {
  useDesk.setState({ opened });
}

export function close(): void {
  useDesk.setState({ opened: undefined });
}

export function goTo(place: Place, page?: CentrePage): void {
  useDesk.setState((desk) => ({ place, page: page ?? desk.page, opened: undefined, showNew: desk.showNew + 1 }));
  focusLater(`zone-${place}`);
}

export function openDraft(draft: string): void {
  useDesk.setState({ draft, place: "orders" });
  if (draft) focusLater(`draft-${draft}`);
}

/** Where the Now bar leads. */
export function follow({ to, ref }: NowShape): void {
  switch (to) {
    case "orders":
      goTo("orders");
      if (ref) openDraft(ref);
      return;
    case "inbox":
      goTo("inbox");
      if (ref) focusLater(`inject-${ref}`);
      return;
    case "rulings":
      return goTo("centre", "rulings");
    case "agreements":
      goTo("centre", "agreements");
      if (ref) open({ kind: "agreement", id: ref });
      return;
    case "brief":
      return open({ kind: "brief" });
    case "hot_wash":
    case "report":
      return goTo("centre", "hot_wash");
    case "queue":
    case "":
      return;
  }
}

/** Of what does not fit, the beginning is looked at. */
function taller(place: HTMLElement): boolean {
  return place.getBoundingClientRect().height > window.innerHeight / 2;
}

/** After the next drawing, so that what was just chosen is there to be focused. */
function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: taller(place) ? "start" : "nearest" });
  });
}
