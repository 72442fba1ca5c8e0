/** The one state of a live page: what the server said, and how the line stands. No DOM, no screen. */
import { create } from "zustand";
import type {
  Ack,
  Closing,
  Draft,
  Job,
  LogPage,
  Part,
  Parts,
  Present,
  PresentStaff,
  Refused,
  SeenAs,
  ServerFrame,
  Wall,
} from "./contract";
import { isMap } from "./live/mergePatch";
import type { LineState } from "./socket";

export type Answer = Ack | Refused;

interface Notice {
  id: number;
  text: string;
  code: string;
}

export interface Live {
  /** As the server sent them; control sees one, a player three. */
  parts: Parts;
  /** All parts laid over one another: what screens draw. */
  view: Part;
  line: LineState;
  /** Device time (ms) since when the line is in this state, and of the next try. */
  lineSince: number;
  nextTryAt: number;
  closing: Closing["why"] | "";
  drafts: Record<string, Draft>;
  presence: Record<string, Present>;
  /** Control's people by account; empty for everybody else. */
  staff: Record<string, PresentStaff>;
  /** By reference; null if it may not be read or was erased. */
  texts: Record<string, string | null>;
  jobs: Record<string, Job>;
  /** What the walls show; for walls and control. */
  wall: Wall | undefined;
  /** Answers that nobody on this page waits for, such as those to a request sent before a reload. */
  notices: Notice[];
  seenAs: SeenAs | undefined;
  logPage: LogPage | undefined;
}

export const nothing: Live = {
  parts: {},
  view: {},
  line: "connecting",
  lineSince: Date.now(),
  nextTryAt: 0,
  closing: "",
  drafts: {},
  presence: {},
  staff: {},
  texts: {},
  jobs: {},
  wall: undefined,
  notices: [],
  seenAs: undefined,
  logPage: undefined,
};

export const useLive = create<Live>(() => nothing);

/** Part of the view, drawn again only when it changes: `useView((v) => v.timer)`. */
export function useView<Picked>(pick: (view: Part) => Picked): Picked {
  return useLive((live) => pick(live.view));
}

export function showParts(parts: Parts): void {
  useLive.setState({ parts, view: merged(parts) });
}

/** What stands once in a view; everything else is a map of things by id. */
const SINGLE = ["exercise", "timer", "you", "now", "map"] as const;

/** Parts laid over one another: a more private part's entry replaces a more public one's. */
export function merged({ public: everybody = {}, team = {}, seat = {}, control }: Parts): Part {
  if (control) return control;
  const view: Record<string, unknown> = { ...everybody };
  for (const [name, own] of [...Object.entries(team), ...Object.entries(seat)]) {
    const below = view[name];
    view[name] = isMap(below) && isMap(own) && !isSingle(name) ? { ...below, ...own } : own;
  }
  return view;
}

function isSingle(name: string): boolean {
  return (SINGLE as readonly string[]).includes(name);
}

export function showLine(line: LineState, nextTryAt: number): void {
  useLive.setState((was) => ({ line, nextTryAt, lineSince: was.line === line ? was.lineSince : Date.now() }));
}

/** Every frame but the view and its changes, which the socket keeps. */
export function receive(frame: ServerFrame, claimed: boolean): void {
  switch (frame.type) {
    case "drafts":
      return useLive.setState({ drafts: frame.drafts });
    case "presence":
      return useLive.setState({ presence: frame.seats, staff: frame.staff });
    case "texts":
      return useLive.setState((live) => ({ texts: { ...live.texts, ...frame.texts } }));
    case "job":
      return useLive.setState((live) => ({ jobs: { ...live.jobs, [frame.job]: frame } }));
    case "seen_as":
      return useLive.setState({ seenAs: frame });
    case "log_page":
      return useLive.setState({ logPage: frame });
    case "wall":
      return useLive.setState({ wall: frame });
    case "closing":
      return useLive.setState({ closing: frame.why });
    case "refused":
      return claimed ? undefined : notice(frame);
    case "ack":
    case "view":
    case "changed":
    case "pong":
      return;
  }
}

let notices = 0;

export function notice({ text, code }: Pick<Notice, "text" | "code">): void {
  useLive.setState((live) => ({ notices: [...live.notices, { id: ++notices, text, code }] }));
}

export function dismiss(id: number): void {
  useLive.setState((live) => ({ notices: live.notices.filter((n) => n.id !== id) }));
}
