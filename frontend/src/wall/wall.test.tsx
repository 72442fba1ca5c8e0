import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Part, Wall } from "../contract";
import { Projector } from "../control/Projector";
import { controlPart } from "../dev/controlFixtures";
import { lobbyParts, parts, texts } from "../dev/fixtures";
import { ask } from "../live/line";
import { nothing, showParts, useLive } from "../store";
import { WallFace } from "./WallScreen";

vi.mock("../live/line", () => ({
  serverNow: () => 3858,
  ask: vi.fn(async () => ({ type: "ack", request_id: "", made: "", revision: 0 })),
  connect: vi.fn(),
}));

const SLIDE: Wall = { type: "wall", show: "situation", of: "", line: "", code: "", taken: 2, seats: 6 };
const publicOf = (part: Part | undefined) => ({ public: part ?? {} });
const show = (wall: Partial<Wall>) => useLive.setState({ wall: { ...SLIDE, ...wall } });

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("{}", { status: 404 })),
  );
  useLive.setState({ ...nothing, texts, line: "live", wall: SLIDE });
  showParts(publicOf(parts.public));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.mocked(ask).mockClear();
});

it("has nothing to press, whatever it shows and however the line stands", () => {
  useLive.setState({ line: "reconnecting", lineSince: Date.now() - 12_000 });
  render(<WallFace />);
  expect(screen.getByText(/No connection for 12 s/)).toBeTruthy();
  expect(screen.queryAllByRole("button")).toEqual([]);
});

it("says nothing of a drop that is over at once", () => {
  useLive.setState({ line: "reconnecting", lineSince: Date.now() });
  render(<WallFace />);
  expect(screen.queryByText(/No connection/)).toBeNull();
});

it("shows in the lobby where to join, with which code, and how many have", () => {
  showParts(publicOf(lobbyParts.public));
  show({ code: "KD74MQ" });
  render(<WallFace />);
  expect(screen.getByRole("img", { name: "K D 7 4 M Q" })).toBeTruthy();
  expect(screen.getByRole("img", { name: "QR code of the join link" }).getAttribute("src")).toMatch(/\/KD74MQ\.svg$/);
  expect(screen.getByText("2 of 6 seats taken")).toBeTruthy();
});

it("draws nothing before it knows what to show", () => {
  useLive.setState({ wall: undefined });
  render(<WallFace />);
  expect(screen.getByRole("main").textContent).toBe("");
});

it("changes at once when control does", async () => {
  render(<WallFace />);
  show({ show: "stand_by", line: "Coffee until ten past" });
  expect(await screen.findByText("Coffee until ten past")).toBeTruthy();
  const [path, variable] = Object.entries(parts.public?.variables ?? {})[0] ?? ["", undefined];
  show({ show: "indicator", of: path });
  expect(await screen.findByRole("heading", { name: variable?.name ?? "" })).toBeTruthy();
});

it("is turned from the console", async () => {
  showParts({ control: controlPart });
  render(<Projector />);
  await userEvent.click(screen.getByRole("button", { name: "Clock" }));
  await userEvent.type(screen.getByRole("textbox", { name: /A line of your own/ }), " Back at ten ");
  await userEvent.click(screen.getByRole("button", { name: "Show: A line of your own" }));
  await waitFor(() =>
    expect(vi.mocked(ask).mock.calls.map(([frame]) => frame)).toEqual([
      { type: "show_on_wall", show: "clock" },
      { type: "show_on_wall", show: "stand_by", line: "Back at ten" },
    ]),
  );
});

it("says in the server's words what the public may not see", async () => {
  vi.mocked(ask).mockResolvedValueOnce({ type: "refused", request_id: "", code: "bad_value", text: "Not public." });
  showParts({ control: controlPart });
  render(<Projector />);
  await userEvent.click(screen.getByRole("button", { name: "Join code" }));
  expect(await screen.findByText("Not public.")).toBeTruthy();
});
