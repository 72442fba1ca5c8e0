import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ScenarioShape } from "../shapes";
import { Rehearsal } from "./Rehearsal";

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
  start_cards: [card, { ...card, id: "second" }],
  rule_cards: [card],
  treatments: [],
  team_sets: [{ id: "two", title: "Two", players: "2", teams: [] }],
  clocks: [{ id: "short", title: "Short", turns: ["One"], seconds: { planning: 600 }, minutes: 10 }],
  plans: [],
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("opens a practice run, puts bots in every seat, starts it and goes to the console", async () => {
  const asked: [string, Record<string, unknown>][] = [];
  const assign = vi.fn();
  vi.stubGlobal("location", { ...window.location, assign });
  vi.stubGlobal("fetch", async (path: string, request: RequestInit) => {
    asked.push([path, JSON.parse(String(request.body))]);
    return new Response(JSON.stringify({ id: "e1" }), { status: 201 });
  });
  render(<Rehearsal scenario={scenario} />);
  await userEvent.click(screen.getByRole("button", { name: "Watch bots play it" }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith("/e/e1/control"));
  expect(asked.map(([path]) => path)).toEqual(["/api/exercises", "/api/exercises/e1/bots", "/api/exercises/e1/start"]);
  expect(asked[0]?.[1]).toMatchObject({ scenario: "pack", start_card: "first", mode: "engine", practice: true });
});

test("says why it could not", async () => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ code: "x", text: "Not now." }), { status: 400 }));
  render(<Rehearsal scenario={scenario} />);
  await userEvent.click(screen.getByRole("button", { name: "Watch bots play it" }));
  expect(await screen.findByText("Not now.")).toBeTruthy();
});
