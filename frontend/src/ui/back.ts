/** The device's way back closes the dialog that lies on top, before it leaves the page. */
import { useEffect, useRef } from "react";

/**
 * While dialogs are open, and for as long as nobody goes back after that, one entry of this page lies over the page's own
 * in the browser's history. A dialog that is closed by hand leaves it there: to take it away would be a step back, which
 * could undo a navigation that the same press began.
 */
type Entry = "page" | "over";

const opened: (() => void)[] = [];
let at = entry();

export function useBack(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const close = () => latest.current();
    opened.push(close);
    cover();
    return () => {
      opened.splice(opened.indexOf(close), 1);
    };
  }, []);
}

function entry(): Entry | undefined {
  return (history.state as { entry?: Entry } | null)?.entry;
}

function cover(): void {
  if (entry() !== "over") {
    history.replaceState({ entry: "page" }, "");
    history.pushState({ entry: "over" }, "");
  }
  at = "over";
}

window.addEventListener("popstate", () => {
  const uncovered = at === "over" && entry() === "page";
  at = entry();
  if (!uncovered) return;
  const close = opened.at(-1);
  if (!close) return history.back();
  close();
  if (opened.length > 1) cover();
});
