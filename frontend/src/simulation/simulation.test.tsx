import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ScenarioShape, SimulationShape, SpreadShape } from "../shapes";
import { Ask } from "./Ask";
import { Runs } from "./Runs";

const card = { id: "first", title: "First", summary: "" };
const scenario: ScenarioShape = {
  id: "pack",
  title: "Pack",
  version: "1.0.0",
  summary: "",
  rewritten: false,
  content_note: "",
  language: "en",
  orders: 0,
  injects: 0,
  start_cards: [card, { ...card, id: "second", title: "Second" }],
  rule_cards: [card],
  treatments: [],
  team_sets: [{ id: "two", title: "Two", players: "2", teams: [] }],
  clocks: [{ id: "short", title: "Short", turns: ["One"], seconds: { planning: 600 }, minutes: 10 }],
  plans: [{ id: "leverage", title: "Leverage first", summary: "" }],
};
const spread: SpreadShape = { games: 100, mean: 12, low: 4, quarter: 9, median: 12, three_quarters: 15, high: 18 };
const heaps = [
  { low: 0, high: 0, games: 40 },
  { low: 12, high: 14, games: 60 },
];
const run: SimulationShape = {
  id: "s1",
  scenario: "pack",
  title: "Pack",
  version: "1.0.0",
  start_card: "First",
  rule_card: "First",
  team_set: "Two",
  clock: "Short",
  plays: "leverage",
  plan: "Leverage first",
  runs: 100,
  seed: 7,
  state: "running",
  text: "",
  games: 50,
  seconds: 10,
  asked_at: "2026-01-01T00:00:00Z",
  link: "",
  told: null,
};
const done: SimulationShape = {
  ...run,
  state: "done",
  games: 100,
  link: "/api/simulations/s1/download",
  told: {
    measures: [
      { id: "truce", title: "A truce was reached", unit: "", take: "ever", share: 0.61, spread, heaps: [] },
      { id: "years", title: "Years of peace", unit: "year|years", take: "last", share: 1, spread, heaps },
    ],
    scores: [{ id: "N: Calm", actor: "North", title: "Calm", team: "North", letters: "N", slot: 1, spread }],
    orders: [
      { id: "push", title: "Push", share: 0.5, mean: 1.2 },
      { id: "wait", title: "Wait", share: 0, mean: 0 },
    ],
    injects: [],
    agreements: [],
    crossed: [],
    faults: [],
  },
};

/** What the door answers, by path. */
let door: Record<string, unknown>;
const asked: [string, string, unknown][] = [];

beforeEach(() => {
  asked.length = 0;
  door = { "/api/simulations?scenario=pack": [] };
  vi.stubGlobal("fetch", async (path: string, { method, body }: RequestInit) => {
    asked.push([method ?? "", path, body ? JSON.parse(String(body)) : undefined]);
    const found = door[path];
    const refusal = { code: "simulation_running", text: "A simulation of yours is still running." };
    return new Response(JSON.stringify(found ?? refusal), { status: found ? 200 : 409 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

test("asks for what was chosen, and the address names it", async () => {
  door["/api/simulations"] = { ...run, id: "s9" };
  render(<Ask scenario={scenario} />);
  await userEvent.click(screen.getByRole("radio", { name: /^Cautious bots/ }));
  await userEvent.click(screen.getByRole("radio", { name: "Second" }));
  await userEvent.clear(screen.getByLabelText("Games"));
  await userEvent.type(screen.getByLabelText("Games"), "50");
  await userEvent.click(screen.getByRole("button", { name: "Play the games" }));
  await waitFor(() => expect(window.location.hash).toBe("#s9"));
  expect(asked[0]?.[2]).toMatchObject({ scenario: "pack", plays: "cautious", start_card: "second", runs: 50, seed: 7 });
});

test("says why nothing is played", async () => {
  render(<Ask scenario={scenario} />);
  await userEvent.click(screen.getByRole("button", { name: "Play the games" }));
  expect(await screen.findByText("A simulation of yours is still running.")).toBeTruthy();
});

test("tells how far it is, at what pace, and cancels", async () => {
  door["/api/simulations/s1"] = run;
  render(<Runs ids={["s1"]} scenario={scenario} />);
  expect(await screen.findByText("50 of 100 games · 5 a second, about 10 s left")).toBeTruthy();
  expect(screen.getByRole("progressbar").getAttribute("value")).toBe("50");
  door["/api/simulations/s1/cancel"] = door["/api/simulations/s1"] = { ...run, state: "cancelled" };
  await userEvent.click(screen.getByRole("button", { name: "Cancel the simulation" }));
  expect(await screen.findByText(/cancelled after 50 of 100 games/)).toBeTruthy();
});

test("tells what came of it in tables, and what never came by name", async () => {
  door["/api/simulations/s1"] = done;
  render(<Runs ids={["s1"]} scenario={scenario} />);
  const happened = await screen.findByRole("table", { name: "What happened" });
  const truce = within(happened).getByRole("row", { name: /A truce was reached/ });
  expect(truce.textContent).toContain("61\u00a0%");
  expect(truce.textContent).toContain("51 to 70\u00a0%");
  expect(screen.getByRole("row", { name: /Years of peace, years/ })).toBeTruthy();
  expect(screen.getByText(/^0: 40 % of games; 12 to 14: 60 % of games\.$/)).toBeTruthy();
  expect(screen.getByText("Never (1):").parentElement?.textContent).toContain("Wait");
  expect(screen.getByRole("link", { name: "Download the numbers" }).getAttribute("href")).toBe(done.link);
});

test("lays two beside each other, each with its letter", async () => {
  door["/api/simulations/s1"] = done;
  door["/api/simulations/s2"] = { ...done, id: "s2", runs: 400, plan: "", plays: "cautious" };
  render(<Runs ids={["s1", "s2"]} scenario={scenario} />);
  expect(await screen.findByRole("heading", { name: "400 games, Cautious bots" })).toBeTruthy();
  const row = screen.getByRole("row", { name: /A truce was reached/ });
  expect(row.textContent).toContain("A61\u00a0%B61\u00a0%");
  expect(row.textContent).toContain("56 to 66\u00a0%");
});
