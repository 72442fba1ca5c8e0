/**
 * Single keys, while no field has the focus and nobody switched them off. A digit opens an item of the queue; every other
 * key presses the button that carries it.
 */
import { useEffect } from "react";
import { isOn } from "../seat/Settings";
import { isTyping } from "../ui/typing";
import { open, useDesk } from "./desk";

export function useKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function press(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return buttonOf("Enter")?.click();
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (modified || isTyping(event.target) || useDesk.getState().opened || !isOn("keys")) return;
  const button = /^[1-9]$/.test(event.key) ? queueItem(Number(event.key)) : buttonOf(event.key);
  if (event.key === "?") open({ kind: "keys" });
  else if (!button) return;
  event.preventDefault();
  button?.click();
}

function queueItem(digit: number): HTMLButtonElement | null {
  return document.querySelectorAll<HTMLButtonElement>("[data-queue]")[digit - 1] ?? null;
}

function buttonOf(key: string): HTMLButtonElement | null {
  return document.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]:not(:disabled)`);
}
