import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { parts } from "../dev/fixtures";
import { mapped } from "../dev/mapFixtures";
import { nothing, showParts, useLive } from "../store";
import { Icons } from "../ui/Icons";
import { LibraryProvider } from "../ui/Library";
import Theatre, { type TheatreProps } from "./Theatre";

class StandsStill {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", StandsStill);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(850);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(470);
  useLive.setState(nothing);
  showParts(mapped(parts));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function draw(props: TheatreProps = {}) {
  const { view } = useLive.getState();
  return render(
    <>
      <Icons />
      <LibraryProvider view={view}>
        <Theatre {...props} />
      </LibraryProvider>
    </>,
  );
}

it("shows zones, plates and the note, and nothing that axe would mend", async () => {
  const { container } = draw();
  expect(screen.getAllByRole("button", { name: /^Zone Z\d: / })).toHaveLength(7);
  expect(screen.getByText("stock 2")).toBeTruthy();
  expect(screen.getByText("UK 4")).toBeTruthy();
  expect(screen.queryByText("DE 0")).toBeNull();
  expect(container.querySelectorAll(".m-contact")).toHaveLength(1);
  expect(screen.getByText(/Boundaries imply no position/)).toBeTruthy();
  const found = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

it("opens a zone by keyboard and leads on to a value", async () => {
  const onOpen = vi.fn();
  const user = userEvent.setup();
  draw({ onOpen });
  act(() => screen.getByRole("button", { name: "Zone Z2: Centre" }).focus());
  await user.keyboard("{Enter}");
  const dialog = screen.getByRole("dialog", { name: "Z2 Centre" });
  expect(within(dialog).getByText(/Russian long-range strikes/)).toBeTruthy();
  expect(within(dialog).getByText(/Sites to guard are nuclear plants/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Russian long-range strikes" }));
  expect(onOpen).toHaveBeenCalledWith("strikes");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("switches layers on and off", async () => {
  const user = userEvent.setup();
  const { container } = draw();
  for (const name of ["Zones", "Forces", "Contact line", "Air and sea"]) {
    const layer = screen.getByRole("button", { name });
    expect(layer.getAttribute("aria-pressed")).toBe("true");
    await user.click(layer);
    expect(layer.getAttribute("aria-pressed")).toBe("false");
  }
  expect(screen.queryByRole("button", { name: /^Zone / })).toBeNull();
  expect(container.querySelectorAll(".plate, .m-contact, .m-belt, .m-limit")).toHaveLength(0);
});

it("says the same in words, zone by zone", () => {
  draw();
  const row = screen.getByRole("row", { name: /Z6 Staging/, hidden: true });
  expect(row.textContent).toContain("Heavy stocks near Ukraine 2 of 10");
  expect(row.textContent).toContain("Base for allied air power");
});

it("lets nobody press anything on the wall", () => {
  draw({ size: "wall" });
  expect(screen.queryAllByRole("button")).toHaveLength(0);
  expect(screen.getByText("UK 4")).toBeTruthy();
});

it("draws nothing where the scenario has no map", () => {
  showParts(parts);
  const { container } = draw();
  expect(container.querySelector("svg.m-sea, .map-page")).toBeNull();
});
