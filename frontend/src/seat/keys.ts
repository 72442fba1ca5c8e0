/** Single keys, while no field has the focus and nobody switched them off. */
import { useEffect } from "react";
import { useLive } from "../store";
import { isTyping } from "../ui/typing";
import { close, goTo, open, type Place, useDesk } from "./desk";
import { whenPlanned } from "./planning";
import { isOn } from "./Settings";

const PLACES: Record<string, Place> = { o: "orders", i: "inbox", p: "picture", m: "centre" };

export function useKeys(): void {
  useEffect(() => {
    let going = false;
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return finishDraft();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn("keys")) return;
      const place = going ? PLACES[event.key] : undefined;
      going = event.key === "g";
      if (place) goTo(place);
      else act(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function act(event: KeyboardEvent): void {
  const opens = { "?": "keys", n: "new_order", h: "call" } as const;
  const kind = opens[event.key as keyof typeof opens];
  if (!kind || useDesk.getState().opened || (kind === "new_order" && !mayDraft())) return;
  event.preventDefault();
  close();
  open({ kind });
}

function mayDraft(): boolean {
  const { you, timer, exercise } = useLive.getState().view;
  return !!you && exercise?.status === "running" && !!timer && whenPlanned(timer) !== "never";
}

/** Mark ready, or submit for the leader: the last button of the open form. */
function finishDraft(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(".order.editing .oform > footer .btn.primary");
  buttons[buttons.length - 1]?.click();
}
