/** Message bodies lie outside the view; they are fetched by reference, many at once, when something on screen needs them. */
import { useEffect } from "react";
import type { Texts } from "../contract";
import { useLive } from "../store";
import { ask } from "./line";

const AT_ONCE = 100;
const SOON = 20;
const wanted = new Set<string>();
const asked = new Set<string>();

/** The text of a reference: undefined while it is on its way, null if it is not for us or was erased. */
export function useText(ref: string | undefined): string | null | undefined {
  const text = useLive((live) => (ref ? live.texts[ref] : ""));
  useEffect(() => {
    if (ref && text === undefined) want(ref);
  }, [ref, text]);
  return text;
}

function want(ref: string): void {
  if (asked.has(ref)) return;
  wanted.add(ref);
  if (wanted.size === 1) setTimeout(fetchWanted, SOON);
}

async function fetchWanted(): Promise<void> {
  const refs = [...wanted].slice(0, AT_ONCE);
  for (const ref of refs) {
    wanted.delete(ref);
    asked.add(ref);
  }
  if (wanted.size) setTimeout(fetchWanted, SOON);
  const answer = (await ask({ type: "read_texts", refs }, false)) as unknown as Texts;
  const missing = Object.fromEntries(refs.filter((ref) => answer.texts?.[ref] === undefined).map((ref) => [ref, null]));
  useLive.setState((live) => ({ texts: { ...missing, ...live.texts } }));
  // A text that is not ours today may be shared tomorrow, so it may be asked for again by the next page.
}
