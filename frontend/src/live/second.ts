/** One tick for all: on the server's second, so that every screen in the room flips together. */
import { useSyncExternalStore } from "react";
import { serverNow } from "./line";

const listeners = new Set<() => void>();
let second = Math.floor(serverNow());
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  second = Math.floor(serverNow());
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  const now = serverNow();
  timer = listeners.size ? setTimeout(tick, (Math.floor(now) + 1 - now) * 1000 + 5) : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (!listeners.size) schedule();
  };
}

/** Whole seconds since StartEx; the component is drawn again each second. */
export function useSecond(): number {
  return useSyncExternalStore(subscribe, () => second);
}
