import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { InjectShape, Part, TimerShape } from "../contract";
import { drafts, endedParts, lobbyParts, parts, presence, texts } from "../dev/fixtures";
import { useEdits } from "../live/edits";
import { nothing, showParts, useLive } from "../store";
import { Icons } from "../ui/Icons";
import { useDesk } from "./desk";
import { type Item, isUnread } from "./mailbox";
import { byTurn } from "./Rulings";
import { SeatDesk } from "./SeatScreen";

const sent: Record<string, unknown>[] = [];
vi.mock("../live/line", () => ({
  ask: (frame: Record<string, unknown>) => {
    sent.push(frame);
    return Promise.resolve({ type: "ack", request_id: "", made: "new", revision: 2 });
  },
  send: (command: Record<string, unknown>) => {
    sent.push(command);
    return Promise.resolve({ type: "ack", request_id: "", made: "", revision: 0 });
  },
  attend: () => undefined,
  connect: () => undefined,
  tryNow: () => undefined,
  serverNow: () => 3858,
}));

class NeverInSight {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  vi.stubGlobal("IntersectionObserver", NeverInSight);
  useEdits.setState({}, true);
  useDesk.setState({ place: "orders", page: undefined, opened: undefined, draft: undefined, showNew: 0 });
  useLive.setState({ ...nothing, line: "live", drafts, presence, texts });
  showParts(parts);
});
afterEach(cleanup);

function draw() {
  return render(
    <>
      <Icons />
      <SeatDesk />
    </>,
  );
}

const zone = (name: string) => within(screen.getByRole("region", { name }));

it("says what to do now, and leads there", async () => {
  draw();
  expect(
    zone("What to do now").getByText("Finish your order “Raise the British pledge”: it lacks an expected effect."),
  ).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Go to orders" }));
  expect(useDesk.getState().draft).toBe("dr1");
});

it("names what control asks in words of its own by its headline", () => {
  const [[id, inject]] = Object.entries(parts.team?.injects ?? parts.public?.injects ?? {}) as [[string, InjectShape]];
  const own = { ...inject, headline: "", headline_ref: "t.headline" };
  useLive.setState({ drafts: {}, texts: { ...texts, "t.headline": "The minister rings" } });
  const now = { sentence: "Answer: A message from control.", to: "inbox" as const, ref: id };
  showParts({ ...parts, seat: { ...parts.seat, now, injects: { [id]: own } } });
  draw();
  expect(zone("What to do now").getByText("Answer: The minister rings.")).toBeTruthy();
});

it.each([
  ["briefing", 1, "Draft an order for the next planning", true],
  ["planning", 1, "New order", true],
  ["feedback", 1, "Draft an order for the next planning", true],
  ["feedback", 3, "No more orders", false],
] as const)("says in %s of turn %i when an order can be submitted", (phase, turn, word, possible) => {
  const timer = { ...(parts.public?.timer as TimerShape), phase, turn };
  timer.turns = timer.turns.slice(0, 3);
  showParts({ ...parts, public: { ...parts.public, timer } });
  draw();
  const button = zone("Orders").getByRole<HTMLButtonElement>("button", { name: new RegExp(`^${word}`) });
  expect(!button.disabled).toBe(possible);
});

it("shows what is free of each store, and how many orders are given", () => {
  draw();
  const table = within(zone("Orders").getByRole("table"));
  expect(table.getAllByRole("columnheader").map((head) => head.textContent)).toEqual([
    "political capital, PC",
    "Orders",
  ]);
  expect(table.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["8 of 8", "1 of 3"]);
});

it("shows a number with its range, its change and its source", () => {
  draw();
  const tile = screen.getByRole("button", { name: /^Guarantee credibility/ }).closest("li");
  expect(tile?.textContent).toContain("24of 100");
  expect(tile?.textContent).toContain("+6");
  expect(within(tile as HTMLElement).getByRole("button", { name: /Design judgement/ })).toBeTruthy();
});

it("shows an estimate as a range", () => {
  draw();
  expect(zone("Picture").getByText(/10–30/)).toBeTruthy();
});

it("says why an order is not possible and who could lift it", () => {
  draw();
  const why = within(zone("Orders").getByRole("list", { name: /Why not/ }));
  expect(why.getByText("US backstop is 1; your condition needs 2.")).toBeTruthy();
  expect(why.getByText(/Set declared backstop level/)).toBeTruthy();
  expect(why.getAllByRole("img", { name: "United States" })).toHaveLength(1);
  expect(why.queryByText(/Rules of engagement/)).toBeNull(); // met: a reason why not would read as its contrary
});

it("will not mark a draft ready while a text is missing, and says so by the field", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Mark ready" }));
  expect(screen.getByLabelText("What you expect to happen").getAttribute("aria-invalid")).toBe("true");
  expect(sent).toEqual([]);
});

it("saves what is typed for the team, then marks ready", async () => {
  draw();
  await userEvent.click(screen.getByLabelText("What you expect to happen"));
  await userEvent.paste("Credibility rises");
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 2000 });
  expect(sent[0]).toMatchObject({ type: "edit_draft", draft: "dr1", field: "expected", value: "Credibility rises" });
  await userEvent.click(screen.getByRole("button", { name: "Mark ready" }));
  await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ field: "ready", value: true }), { timeout: 2000 });
});

it("lets the leader submit, with everything the form holds", async () => {
  const you = { ...(parts.seat?.you as object), leads: true, seat: "uk.pm" };
  showParts({ ...parts, seat: { ...parts.seat, you } as typeof parts.seat & object });
  useDesk.setState({ draft: "dr1" });
  draw();
  await userEvent.type(screen.getByLabelText("What you expect to happen"), "More");
  await userEvent.click(screen.getByRole("button", { name: "Submit" }));
  await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "submit_order" }), { timeout: 2000 });
  expect(sent.at(-1)).toMatchObject({
    kind: "pledge",
    actor: "UK",
    turn: 3,
    draft: "dr1",
    form: { soldiers: 5, announced: "publicly" },
    expected: "More",
  });
});

it("locks a field that another seat is in", () => {
  useLive.setState({
    presence: {
      ...presence,
      "uk.foreign": { state: "here", editing: "dr1/rationale", name: "S", policy: "", waits: false },
    },
  });
  draw();
  expect(screen.getByLabelText("Why").hasAttribute("readonly")).toBe(true);
  expect(screen.getByText("Foreign Secretary is writing here")).toBeTruthy();
});

it("keeps both texts when another seat changed the field meanwhile", () => {
  useEdits.setState({ "dr1/rationale": { value: "Mine", base: 0, state: "conflict" } }, true);
  draw();
  expect((screen.getByLabelText("Why") as HTMLTextAreaElement).value).toBe("Mine");
  expect(screen.getByText(/changed this meanwhile to: Three brigades/)).toBeTruthy();
});

it("lets news wait behind a count instead of pushing", async () => {
  draw();
  const dispatches = { ...parts.team?.dispatches };
  const first = dispatches.d3;
  if (!first) throw new Error("the fixture has no letter");
  dispatches.d9 = { ...first, subject: "t.why", at: first.at + 60, order: 9 };
  act(() => showParts({ ...parts, team: { ...parts.team, dispatches } }));
  expect(zone("Inbox").queryByText(texts["t.why"] ?? "")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show 1 newer" }));
  expect(zone("Inbox").getByText(texts["t.why"] ?? "")).toBeTruthy();
});

it("opens a ruling with its strip said as one sentence", async () => {
  draw();
  await userEvent.click(screen.getByRole("tab", { name: /Rulings/ }));
  await userEvent.click(screen.getByRole("button", { name: /Dutch mandate/ }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByRole("img", { name: /Granted 52.5.%, Refused 47.5.%\. Draw 48\.7/ })).toBeTruthy();
  expect(dialog.getByText("Log-odds")).toBeTruthy();
});

it("tells first what came of the own side's orders", () => {
  const ruling = parts.public?.rulings?.r23;
  if (!ruling) throw new Error("the fixture has no ruling");
  const rulings = { theirs: { ...ruling, actor: "NL", order: 1 }, own: { ...ruling, actor: "UK", order: 2 } };
  expect(byTurn(rulings, ["UK"]).flatMap(([, told]) => told.map(([id]) => id))).toEqual(["own", "theirs"]);
});

it("has a letter of one's own team to itself wait to be read", () => {
  const [, letter] = Object.entries(parts.team?.dispatches ?? {})[0] ?? [];
  if (!letter) throw new Error("the fixture has no letter");
  const thread = (to: string[]) =>
    ({ kind: "thread", id: "d", at: 0, letters: [["d", { ...letter, team: "uk", to }]] }) satisfies Item;
  const mine = { team: "uk", seat: "uk.defence" };
  expect(isUnread(thread(["team:uk"]), mine, new Set())).toBe(true);
  expect(isUnread(thread(["team:fr"]), mine, new Set())).toBe(false);
  expect(isUnread(thread(["team:uk"]), { ...mine, seat: letter.seat }, new Set())).toBe(false);
});

it("writes to one's own team as well", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Write dispatch" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: /Your own team/ }));
  await userEvent.type(dialog.getByLabelText("Subject"), "Between us");
  await userEvent.type(dialog.getByLabelText("Text"), "Who drafts?");
  await userEvent.click(dialog.getByRole("button", { name: "Send" }));
  expect(sent.at(-1)).toMatchObject({ type: "send_dispatch", to: ["team:uk"] });
});

it("says that the connection is lost, and what is safe", () => {
  useLive.setState({ line: "reconnecting", lineSince: Date.now() - 12_000, nextTryAt: Date.now() + 3_000 });
  draw();
  expect(screen.getByText(/what you write is kept on this device/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try now" })).toBeTruthy();
});

it("asks the questions of the hot wash and lays the seed open after EndEx", () => {
  showParts(endedParts);
  draw();
  const centre = zone("Map, situation and texts");
  const [first] = centre.getAllByRole("heading", { level: 3 });
  expect(first?.textContent).toBe("What each side’s aims came to");
  expect(screen.getByText("What surprised you most?")).toBeTruthy();
  expect(screen.getByText(endedParts.public?.exercise?.seed ?? "")).toBeTruthy();
});

it.each([
  ["running", parts],
  ["lobby", lobbyParts],
  ["ended", endedParts],
])("has nothing that axe calls serious: %s", async (_, shown) => {
  showParts(shown);
  const { container } = draw();
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect(serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});

it("tells at the top of the inbox that control went back, what that means, and why where it is shared", () => {
  const rewinds = { "1": { turn: 3, phase: "planning" as const, start: true, at: 3857, reason: "why" } };
  useLive.setState({ texts: { ...texts, why: "A team was away." } });
  showParts({ ...parts, public: { ...parts.public, rewinds } });
  draw();
  const inbox = zone("Inbox");
  expect(inbox.getByRole("heading", { name: "Control went back to the start of planning in turn 3" })).toBeTruthy();
  expect(inbox.getByText(/must be sent again/)).toBeTruthy();
  expect(inbox.getByText("Why: A team was away.")).toBeTruthy();
});

it("offers no signature that cannot be given, and says why", async () => {
  const text = parts.team?.agreements?.g1;
  if (!text) throw new Error("The fixtures have no text on the table.");
  const you = { ...parts.seat?.you, leads: true } as NonNullable<Part["you"]>;
  const agreements = { g1: { ...text, unmet: ["The guns speak."] } };
  showParts({ ...parts, team: { ...parts.team, agreements }, seat: { ...parts.seat, you } });
  useDesk.setState({ opened: { kind: "agreement", id: "g1" } });
  draw();
  const sign = await screen.findByRole<HTMLButtonElement>("button", { name: /^Sign for/ });
  expect(sign.disabled).toBe(true);
  expect(screen.getByText("Nobody can sign it yet: The guns speak.")).toBeTruthy();
});

it("tells who came late that control will confirm the seat, and offers no order until then", async () => {
  showParts({ public: parts.public ?? {} });
  useLive.setState({ drafts: {} });
  draw();
  expect(zone("What to do now").getByText(/^Control will confirm your seat/)).toBeTruthy();
  await userEvent.keyboard("n");
  expect(screen.queryByText("New order")).toBeNull();
});

it("leaves nothing of a seat that was freed", () => {
  useLive.setState({ closing: "freed" });
  render(<SeatDesk />);
  expect(screen.getByText("You have left this seat")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Join again" }).getAttribute("href")).toBe("/join");
  expect(screen.queryByRole("button", { name: "New order" })).toBeNull();
  useLive.setState({ closing: "" });
});
