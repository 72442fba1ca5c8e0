/**
 * What this seat is typing into shared drafts. Each pause of 400 ms goes to the server; what is typed stays on this device
 * until the server has it, over drops and reloads. If another seat changed the same field meanwhile, both texts are kept
 * and the person chooses.
 */
import { create } from "zustand";
import type { Ack, DraftField, Refused } from "../contract";
import { useLive } from "../store";
import { keep, kept } from "./kept";
import { ask, serverNow } from "./line";

type Value = boolean | number | string;

export interface Edit {
  value: Value;
  /** The revision that this edit stands on. */
  base: number;
  state: "waiting" | "sending" | "saved" | "conflict" | "refused";
  /** Server's seconds at the last save. */
  savedAt?: number;
  /** Why it was refused. */
  text?: string;
}

/** By `draft/field`. */
export type Edits = Record<string, Edit>;

const PAUSE = 400;
/** Sent and not yet answered: one at a time for each field, so that each stands on the revision before it. */
const flying = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const shelf = () => `edits:${window.location.pathname}`;

export const useEdits = create<Edits>(() => remembered());

function remembered(): Edits {
  try {
    return JSON.parse(kept(shelf()) ?? "{}") as Edits;
  } catch {
    return {};
  }
}

useEdits.subscribe((edits) => keep(shelf(), JSON.stringify(edits)));

/** After a reload: what had not reached the server goes on its way again. */
export function resumeEdits(): void {
  for (const [key, edit] of Object.entries(useEdits.getState())) {
    if (edit.state === "waiting" || edit.state === "sending") void sendEdit(key);
  }
}

/** Set a field; `now`: without waiting for a pause (a choice, a tick, leaving the field). */
export function editField(draft: string, field: string, value: Value, now = false): void {
  const key = `${draft}/${field}`;
  const was = useEdits.getState()[key];
  const base = was && was.state !== "saved" ? was.base : Math.max(was?.base ?? 0, serverField(key)?.revision ?? 0);
  put(key, { value, base, state: was?.state === "sending" ? "sending" : "waiting" });
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void sendEdit(key), now ? 0 : PAUSE),
  );
}

/** In a conflict: send mine on top of theirs. */
export function keepMine(key: string): void {
  const edit = useEdits.getState()[key];
  if (!edit) return;
  put(key, { ...edit, base: serverField(key)?.revision ?? edit.base, state: "waiting" });
  void sendEdit(key);
}

/** Forget what was typed here; the server's text stands. */
export function forgetEdit(key: string): void {
  const { [key]: _, ...rest } = useEdits.getState();
  useEdits.setState(rest, true);
}

export function forgetDraft(draft: string): void {
  for (const key of Object.keys(useEdits.getState())) if (key.startsWith(`${draft}/`)) forgetEdit(key);
}

/** Send now what still waits for a pause. */
export function flushDraft(draft: string): void {
  for (const [key, edit] of Object.entries(useEdits.getState())) {
    if (key.startsWith(`${draft}/`) && edit.state === "waiting") void sendEdit(key);
  }
}

async function sendEdit(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  const edit = useEdits.getState()[key];
  if (!edit || flying.has(key)) return;
  flying.add(key);
  put(key, { ...edit, state: "sending" });
  const { draft, field } = split(key);
  const answer = await ask(
    { type: "edit_draft", draft, field, value: edit.value, revision: edit.base },
    false, // the edit itself is remembered, so the frame need not be
  );
  flying.delete(key);
  if (answer.type === "ack") acked(key, edit.value, answer);
  else refused(key, edit.value, answer);
}

function acked(key: string, sent: Value, answer: Ack): void {
  const edit = useEdits.getState()[key];
  if (!edit) return;
  const moved = edit.value !== sent;
  put(key, { value: edit.value, base: answer.revision, state: moved ? "waiting" : "saved", savedAt: serverNow() });
  if (moved) void sendEdit(key);
}

function refused(key: string, sent: Value, answer: Refused): void {
  const edit = useEdits.getState()[key];
  if (!edit) return;
  if (answer.code !== "draft_changed") return put(key, { ...edit, state: "refused", text: answer.text });
  const theirs = serverField(key);
  // The first send did arrive and only its answer was lost.
  if (theirs?.value === sent && theirs.seat === useLive.getState().view.you?.seat) {
    return acked(key, sent, { type: "ack", request_id: "", made: "", revision: theirs.revision });
  }
  put(key, { ...edit, state: "conflict" });
}

/** What the field shows: what is typed here, unless the server has something newer. */
export function shown(edit: Edit | undefined, field: DraftField | undefined): Value | undefined {
  if (!edit) return field?.value;
  if (edit.state === "saved" && field && field.revision > edit.base) return field.value;
  return edit.value;
}

function serverField(key: string): DraftField | undefined {
  const { draft, field } = split(key);
  return useLive.getState().drafts[draft]?.fields[field];
}

function split(key: string): { draft: string; field: string } {
  const at = key.indexOf("/");
  return { draft: key.slice(0, at), field: key.slice(at + 1) };
}

function put(key: string, edit: Edit): void {
  useEdits.setState({ [key]: edit });
}
