/** What lies open on this controller's desk. Of this page alone; the server never hears of it. */
import { create } from "zustand";
import type { LogLine } from "../contract";

/** What the console can lay over itself. */
export type Opened =
  | {
      kind:
        | "close"
        | "accept"
        | "extend"
        | "improvise"
        | "end"
        | "log"
        | "keys"
        | "settings"
        | "observe"
        | "write"
        | "propose";
    }
  | { kind: "project" }
  | { kind: "records"; page: RecordsPage }
  | { kind: "variable"; path: string }
  | { kind: "ruling" | "agreement" | "revise" | "see"; id: string }
  | { kind: "rewind"; line: LogLine };

export type RecordsPage = "orders" | "rulings" | "dispatches" | "agreements" | "observations";

/** How an item in hand is being answered, where that takes a form. */
export type Form = "" | "amend" | "override" | "return" | "edit" | "move";

export interface Desk {
  /** The item answered last: the server may not have taken it from the queue yet. */
  answered: string;
  /** Queue key of the item in hand, such as `ruling:<id>` or `inject:<id>`; "" for none. */
  hand: string;
  form: Form;
  opened: Opened | undefined;
}

export const useDesk = create<Desk>(() => ({ answered: "", hand: "", form: "", opened: undefined }));

export function open(opened: Opened): void {
  useDesk.setState({ opened });
}

export function close(): void {
  useDesk.setState({ opened: undefined });
}

/** Take an item in hand; `focus`: the person asked for it, so the focus goes with it. */
export function take(hand: string, focus = true): void {
  useDesk.setState({ hand, form: "" });
  if (focus) focusLater("in-hand");
}

export function answerBy(form: Form): void {
  useDesk.setState({ form });
}

/** "ruling:abc" as its kind and the id of what it is about. */
export function parts(hand: string): [kind: string, ref: string] {
  const at = hand.indexOf(":");
  return at < 0 ? [hand, ""] : [hand.slice(0, at), hand.slice(at + 1)];
}

/** After the next drawing; on a phone the panel may lie below what was pressed. */
function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest" });
  });
}
