import { cleanup, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import EnterScreen from "./EnterScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

it("sends the token once, and leaves none of it in the address", async () => {
  window.location.hash = "#secret";
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify({ code: "link_used", text: "Used." }), { status: 403 })),
  );
  render(<EnterScreen />);
  expect(window.location.hash).toBe("");
  expect(await screen.findByText("This link does not open any more")).toBeTruthy();
  const [call] = vi.mocked(fetch).mock.calls;
  expect(call?.[0]).toBe("/enter");
  expect(call?.[1]?.body).toBe('{"token":"secret"}');
});

it("keeps the token when React draws twice before the page stands", async () => {
  window.location.hash = "#drawn-twice";
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify({ code: "link_used", text: "Used." }), { status: 403 })),
  );
  render(
    <StrictMode>
      <EnterScreen />
    </StrictMode>,
  );
  expect(await screen.findByText("This link does not open any more")).toBeTruthy();
  expect(vi.mocked(fetch).mock.calls.map(([, options]) => options?.body)).toEqual(['{"token":"drawn-twice"}']);
});

it("says what to do when the link was cut short", () => {
  vi.stubGlobal("fetch", vi.fn());
  render(<EnterScreen />);
  expect(screen.getByText("This link is not whole")).toBeTruthy();
  expect(fetch).not.toHaveBeenCalled();
});
