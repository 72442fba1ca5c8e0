/** What `/join/<code>/seats` and `/join/<code>` answer (`wargame/live/join.py`). */
import type { SeatShape, TeamShape } from "../contract";
import { call } from "../rest";

export interface OpenSeat extends SeatShape {
  free: boolean;
}

export interface OpenTeam extends Pick<TeamShape, "name" | "letters" | "slot" | "order"> {
  seats: Record<string, OpenSeat>;
}

export interface Door {
  title: string;
  scenario: string;
  content_note: string;
  status: "lobby" | "running" | "ended";
  /** The code lets people watch; there is no seat to choose. */
  observers: boolean;
  teams: Record<string, OpenTeam>;
}

interface Taken {
  seat: string;
  url: string;
  confirmed: boolean;
}

const path = (code: string) => `/join/${encodeURIComponent(code)}`;

export const openDoor = (code: string) => call<Door>("GET", `${path(code)}/seats`);
export const takeSeat = (code: string, asked: { seat: string; name: string; consent: boolean }) =>
  call<Taken>("POST", path(code), asked);

/** Codes are read aloud and copied from walls: spaces, dashes and small letters are forgiven. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s\-–·]/g, "").toUpperCase();
}
