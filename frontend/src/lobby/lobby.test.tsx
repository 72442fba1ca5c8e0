import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lobbyShape } from "../dev/controlFixtures";
import type { Act } from "../fetched";
import { place } from "./Join";
import { Lobby, nowSentence } from "./LobbyScreen";

const act: Act = { busy: "", error: undefined, run: async (_, what) => what().then(() => true) };
const asked = () => vi.mocked(fetch).mock.calls.map(([path, init]) => `${init?.method} ${path}`);
const draw = (lobby = lobbyShape) => render(<Lobby lobby={lobby} act={act} again={async () => undefined} />);

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("{}")),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("confirms who has sat down", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Confirm: Parliamentary whip" }));
  expect(asked()).toEqual(["POST /api/exercises/dev/seats/he.w/confirm"]);
});

it("frees a person's seat only after asking, and a bot's at once", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Take out: Bucharest" }));
  await userEvent.click(screen.getByRole("button", { name: "Free: Prime Minister" }));
  expect(asked()).toEqual(["POST /api/exercises/dev/seats/fl.r/free"]);
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Free the seat" }));
  expect(asked()).toHaveLength(2);
});

it("puts a bot into a free seat, and bots into all of them at once", async () => {
  draw();
  const free = lobbyShape.teams.flatMap((team) => team.seats).filter((seat) => seat.state === "free");
  await userEvent.click(screen.getByRole("button", { name: `Put a bot in: ${free[0]?.title}` }));
  expect(screen.getAllByRole("menuitem")).toHaveLength(4);
  await userEvent.click(screen.getByRole("menuitem", { name: "Ambitious: wants all of it" }));
  expect(vi.mocked(fetch).mock.calls[0]?.[1]?.body).toBe('{"policy":"ambitious"}');
  await userEvent.click(screen.getByRole("button", { name: `Put bots in all ${free.length} free seats` }));
  expect(asked()).toEqual([`POST /api/exercises/dev/seats/${free[0]?.key}/bot`, "POST /api/exercises/dev/bots"]);
});

it("says which seats are played by bots", () => {
  draw();
  const seat = screen.getByRole("button", { name: "Take out: Bucharest" }).closest("li");
  expect(within(seat as HTMLElement).getByText("Bot, cautious")).toBeTruthy();
  expect(within(seat as HTMLElement).getByRole("img", { name: "Bot" })).toBeTruthy();
});

it("has a bot play another way", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Change: Bucharest" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).not.toContain(
    "Cautious: would rather agree than win",
  );
  await userEvent.click(screen.getByRole("menuitem", { name: "Anything: without a plan" }));
  expect(asked()).toEqual(["POST /api/exercises/dev/seats/fl.r/bot"]);
});

it("offers no bots where no seat is free", () => {
  const teams = lobbyShape.teams.map((team) => ({
    ...team,
    seats: team.seats.map((seat) => ({ ...seat, state: "bot" as const })),
  }));
  draw({ ...lobbyShape, teams });
  expect(screen.queryByRole("button", { name: /^Put/ })).toBeNull();
});

it("folds the teams where their seats are more than a screen holds, and keeps codes and who waits in sight", () => {
  const open = () => [...document.querySelectorAll("details")].some((one) => one.closest(".lteam") && one.open);
  draw();
  expect(open()).toBe(true);
  cleanup();
  draw({ ...lobbyShape, teams: lobbyShape.teams.flatMap((team) => [team, { ...team, id: `${team.id}2` }]) });
  expect(open()).toBe(false);
  const waiting = lobbyShape.teams.find((team) => team.seats.some((seat) => seat.state === "taken"));
  const face = document.querySelector(`[aria-label="${waiting?.name}"] summary`)?.textContent;
  expect(face).toContain(waiting?.code);
  expect(face).toContain("1 waits");
});

it("starts only after one question, which lists what is missing", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "StartEx" }));
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByText(/Russia has two free seats/)).toBeTruthy();
  expect(within(dialog).queryByText(/passes its checks/)).toBeNull();
  expect(asked()).toEqual([]);
  await userEvent.click(within(dialog).getByRole("button", { name: "StartEx" }));
  expect(asked()).toEqual(["POST /api/exercises/dev/start"]);
});

it("prints one slip a seat, each with the code of its team", () => {
  const { container } = draw();
  const slips = container.querySelectorAll(".slip");
  expect(slips).toHaveLength(lobbyShape.teams.flatMap((team) => team.seats).length);
  expect(slips[0]?.textContent).toContain(lobbyShape.teams[0]?.code);
});

it("says first what control must do", () => {
  expect(nowSentence(lobbyShape)).toContain("Confirm 1 person");
  expect(nowSentence({ ...lobbyShape, status: "running" })).toBe("The exercise has started.");
});

it("tells where to join without giving the code away twice", () => {
  expect(place("https://play.example.org/join/KD74MQ")).toBe("play.example.org/join");
});
