import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AnyCommand, LogLine, SeatShape, TimerShape } from "../contract";
import { controlPart, controlPresence, controlTexts, logLines } from "../dev/controlFixtures";
import { ask, send } from "../live/line";
import { nothing, showParts, useLive } from "../store";
import { ControlDesk } from "./ControlScreen";
import { useDesk } from "./desk";
import { ruling } from "./HandFree";
import { edited } from "./HandInject";

vi.mock("../live/line", () => ({
  serverNow: () => 3858,
  send: vi.fn(async () => ({ type: "ack", request_id: "", made: "", revision: 0 })),
  ask: vi.fn(async () => ({ type: "log_page", request_id: "", head: 1, head_hash: "", lines: logLines })),
  connect: vi.fn(),
  attend: vi.fn(),
  tryNow: vi.fn(),
}));

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("{}", { status: 404 })),
  );
  useLive.setState({ ...nothing, presence: controlPresence, texts: controlTexts, line: "live" });
  showParts({ control: controlPart });
  useDesk.setState({ hand: "ruling:r23", form: "", opened: undefined });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.mocked(send).mockClear();
});

const sent = () => vi.mocked(send).mock.calls.map(([command]) => command as AnyCommand);
const inHand = () => screen.getByRole("region", { name: "In hand" });

it("answers a ruling by one key, and the next item opens by itself", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("a");
  expect(sent()).toEqual([{ type: "accept_ruling", ruling: "r23" }]);
  await waitFor(() => expect(useDesk.getState().hand).toBe("inject:i9"));
});

it("accepts the rest in one act, those in its question and one after the other", async () => {
  const one = controlPart.queue?.["ruling:r23"];
  if (!one) throw new Error("The fixtures propose no ruling.");
  showParts({ control: { ...controlPart, queue: { ...controlPart.queue, "ruling:r24": { ...one, ref: "r24" } } } });
  render(<ControlDesk />);
  await userEvent.keyboard("{Shift>}A{/Shift}");
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText("All 2 proposed rulings are accepted as they stand.")).toBeTruthy();
  expect(sent()).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "Accept the rest (2)" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent()).toEqual([
    { type: "accept_ruling", ruling: "r23" },
    { type: "accept_ruling", ruling: "r24" },
  ]);
});

it("opens the item of a digit", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("2");
  expect(within(inHand()).getByText(/The Congress seat had not spoken/)).toBeTruthy();
});

it("leaves single keys alone while somebody types", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("r");
  await userEvent.type(within(inHand()).getByLabelText("Reason"), "a map");
  expect(sent()).toEqual([]);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(sent()).toEqual([{ type: "return_order", order: "o14", reason: "a map" }]);
});

it("overrides with another outcome and a reason", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("o");
  const button = within(inHand()).getByRole("button", { name: "Override" });
  expect((button as HTMLButtonElement).disabled).toBe(true);
  await userEvent.type(within(inHand()).getByLabelText("Reason"), "The minister resigned.");
  await userEvent.click(button);
  expect(sent()).toEqual([
    { type: "override_ruling", ruling: "r23", outcome: "refused", reason: "The minister resigned." },
  ]);
});

it("takes the question about closing a phase away with the phase", async () => {
  render(<ControlDesk />);
  act(() => useDesk.setState({ opened: { kind: "close" } }));
  expect(screen.getByRole("dialog")).toBeTruthy();
  act(() =>
    showParts({ control: { ...controlPart, timer: { ...(controlPart.timer as TimerShape), phase: "feedback" } } }),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent()).toEqual([]);
});

it("amends only the values that were changed", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("m");
  await userEvent.selectOptions(within(inHand()).getByLabelText("Dutch mandate"), "refused");
  await userEvent.type(within(inHand()).getByLabelText("Reason"), "Hearing.");
  await userEvent.click(within(inHand()).getByRole("button", { name: "Amend" }));
  expect(sent()).toEqual([
    { type: "amend_ruling", ruling: "r23", changes: { "mandate.NL": "refused" }, reason: "Hearing." },
  ]);
});

it("keeps the text and says why when it is refused", async () => {
  vi.mocked(send).mockResolvedValueOnce({
    type: "refused",
    request_id: "",
    code: "already_decided",
    text: "Too late.",
  });
  render(<ControlDesk />);
  await userEvent.keyboard("r");
  await userEvent.type(within(inHand()).getByLabelText("Reason"), "why");
  await userEvent.click(within(inHand()).getByRole("button", { name: "Return" }));
  expect(await within(inHand()).findByText("Too late.")).toBeTruthy();
  expect(useDesk.getState().hand).toBe("ruling:r23");
});

it("asks once before it closes a phase, listing what is open", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("{Shift>}C{/Shift}");
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByText(/United States has no order yet/)).toBeTruthy();
  expect(sent()).toEqual([]);
  await userEvent.click(within(dialog).getByRole("button", { name: "Close turn" }));
  expect(sent()).toEqual([{ type: "close_phase", turn: 3, phase: "planning" }]);
});

it("pauses, and gives two minutes", async () => {
  render(<ControlDesk />);
  await userEvent.keyboard("p");
  await userEvent.keyboard("+");
  expect(sent()).toEqual([{ type: "pause" }, { type: "extend", turn: 3, phase: "planning", seconds: 120 }]);
});

it("adjusts a value only with a reason", async () => {
  render(<ControlDesk />);
  await userEvent.click(screen.getByRole("button", { name: "Deterrence" }));
  const dialog = screen.getByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "more" }));
  const adjust = within(dialog).getByRole("button", { name: "Adjust" }) as HTMLButtonElement;
  expect(adjust.disabled).toBe(true);
  await userEvent.type(within(dialog).getByLabelText("Reason"), "An exercise in the Baltic.");
  await userEvent.click(adjust);
  expect(sent()).toEqual([
    { type: "adjust_variable", path: "deterrence", value: 21, reason: "An exercise in the Baltic." },
  ]);
});

it("does not take what one holds away when the queue moves on", () => {
  render(<ControlDesk />);
  const { "ruling:r23": _, ...rest } = controlPart.queue ?? {};
  showParts({ control: { ...controlPart, queue: rest } });
  expect(useDesk.getState().hand).toBe("ruling:r23");
});

it("shows what comes once the item that held the queue still is gone", async () => {
  const { "ruling:r23": held, ...others } = controlPart.queue ?? {};
  const waits = () => [...document.querySelectorAll<HTMLElement>("[data-queue]")].map((item) => item.dataset.queue);
  showParts({ control: { ...controlPart, queue: held ? { "ruling:r23": held } : {} } });
  render(<ControlDesk />);
  act(() => document.querySelector<HTMLElement>("[data-queue]")?.focus());
  act(() => showParts({ control: controlPart }));
  expect(waits()).toEqual(["ruling:r23"]);
  expect(screen.getByRole("button", { name: "6 newer" })).toBeTruthy();
  act(() => showParts({ control: { ...controlPart, queue: others } }));
  await waitFor(() => expect(waits()).toHaveLength(6));
  expect(screen.queryByRole("button", { name: /newer/ })).toBeNull();
});

it("lets go of a team that has its order", () => {
  useDesk.setState({ hand: "idle:us" });
  render(<ControlDesk />);
  expect(within(inHand()).getByText("United States has no order yet")).toBeTruthy();
  const { "idle:us": _, ...rest } = controlPart.queue ?? {};
  act(() => showParts({ control: { ...controlPart, queue: rest } }));
  expect(within(inHand()).queryByText("United States has no order yet")).toBeNull();
  const first = document.querySelector<HTMLElement>("[data-queue]")?.dataset.queue;
  expect(useDesk.getState().hand).toBe(first); // the most urgent of what waits is taken up instead
});

it("tells with empty hands what comes next and what has been ordered", async () => {
  showParts({ control: { ...controlPart, queue: {} } });
  useDesk.setState({ hand: "" });
  render(<ControlDesk />);
  const next = within(screen.getByRole("region", { name: "What comes next" })).getAllByRole("button");
  expect(within(screen.getByRole("region", { name: "Orders of this turn" })).getAllByRole("listitem")).toBeTruthy();
  await userEvent.click(next[0] as HTMLElement);
  expect(useDesk.getState().hand).toMatch(/^inject:/);
});

it("promises no inject after EndEx", () => {
  const { exercise } = controlPart;
  if (!exercise) throw new Error("the fixture has no exercise");
  showParts({ control: { ...controlPart, queue: {}, exercise: { ...exercise, status: "ended" } } });
  useDesk.setState({ hand: "" });
  render(<ControlDesk />);
  expect(within(screen.getByRole("region", { name: "What comes next" })).queryByRole("button")).toBeNull();
});

it("sends of a free order's ruling only what belongs to the way chosen", () => {
  const all = { id: "o", success: { a: 1 }, failure: { a: 0 }, audience: [], reason: "r", odds: 30 };
  expect(ruling({ ...all, way: "odds" })).toMatchObject({ odds: 0.3, success: { a: 1 }, failure: { a: 0 } });
  expect(ruling({ ...all, way: "failure" })).toEqual({
    type: "rule_free_order",
    order: "o",
    reason: "r",
    audience: [],
    outcome: "failure",
    failure: { a: 0 },
  });
});

it("sends of an edited inject only what differs, so that the rest keeps its provenance", () => {
  const was = { headline: "h", body: "b", to: ["all"] };
  expect(edited("i", was, { ...was, body: "c" })).toEqual({ type: "fire_inject", inject: "i", body: "c" });
});

it("strikes out what a rewind took back, says so, and offers no rewind to it", async () => {
  vi.mocked(ask).mockResolvedValue({
    type: "log_page",
    request_id: "",
    head: 3,
    head_hash: "",
    lines: [
      { ...(logLines[0] as LogLine), seq: 3, sentence: "Control went back", reason: "why", void: false },
      { ...(logLines[0] as LogLine), seq: 2, sentence: "North submitted", void: true },
    ],
  } as never);
  useLive.setState({ texts: { ...controlTexts, why: "A team was away." } });
  render(<ControlDesk />);
  act(() => useDesk.setState({ opened: { kind: "log" } }));
  const dialog = within(await screen.findByRole("dialog"));
  const struck = await dialog.findByText("North submitted");
  expect(struck.tagName).toBe("S");
  expect(struck.closest("li")?.textContent).toContain("void");
  expect(dialog.queryByRole("button", { name: "Rewind to: North submitted" })).toBeNull();
  expect(dialog.getByText("Why: A team was away.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Rewind to: Control went back" }));
  await userEvent.type(screen.getByLabelText("Reason"), "Again");
  await userEvent.click(screen.getByLabelText("Share the reason with everybody"));
  await userEvent.click(screen.getByRole("button", { name: "Rewind" }));
  expect(sent()).toEqual([{ type: "rewind", to: 3, reason: "Again", share: true }]);
});

it("puts a bot into a free seat of a team, and takes a bot out", async () => {
  const [team] = Object.values(controlPart.teams ?? {});
  const [[free, first], [bot, second]] = Object.entries(team?.seats ?? {}) as [
    [string, SeatShape],
    [string, SeatShape],
  ];
  const seat = (state: "free" | "bot") => ({
    state,
    editing: "",
    name: "",
    waits: false,
    policy: state === "bot" ? "noise" : "",
  });
  useLive.setState({ presence: { [free]: seat("free"), [bot]: seat("bot") } });
  render(<ControlDesk />);
  for (const word of [`${first.title}: Bot, ambitious`, `Take the bot out: ${second.title}`]) {
    await userEvent.click(screen.getByRole("button", { name: `Bots in ${team?.name}` }));
    await userEvent.click(screen.getByRole("menuitem", { name: word }));
  }
  const asked = vi.mocked(fetch).mock.calls.map(([path]) => String(path).split("/seats/")[1]);
  expect(asked.filter(Boolean)).toEqual([`${free}/bot`, `${bot}/free`]);
});

it("names who waits for a seat, and confirms by one press", async () => {
  const seats = Object.values(controlPart.teams ?? {}).flatMap((team) => Object.entries(team.seats));
  const [id, seat] = seats[0] as [string, SeatShape];
  useLive.setState({ presence: { [id]: { state: "here", editing: "", name: "Ada", policy: "", waits: true } } });
  render(<ControlDesk />);
  const waiting = within(screen.getByRole("list", { name: "People who wait for a seat" }));
  expect(waiting.getByText(`Ada waits for a seat: ${seat.title}`)).toBeTruthy();
  await userEvent.click(waiting.getByRole("button", { name: "Confirm" }));
  expect(vi.mocked(fetch).mock.calls.some(([path]) => String(path).endsWith(`/seats/${id}/confirm`))).toBe(true);
});
