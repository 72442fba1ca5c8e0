import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { TimerShape } from "../contract";
import { parts } from "../dev/fixtures";
import { PhaseBar } from "./PhaseBar";
import { Strip } from "./Strip";

afterEach(cleanup);

const outcomes = [
  { id: "yes", label: "Parliament agrees", share: 0.05 },
  { id: "no", label: "Parliament refuses", share: 0.95 },
];

it("keeps every word of a ruling's bar outside the bar, however narrow its part", () => {
  const { container } = render(<Strip outcomes={outcomes as never} draw={0.97} sentence="Parliament refuses." />);
  expect(container.querySelector(".strip-bar")?.textContent).toBe("");
  expect(container.querySelector(".strip-key")?.textContent).toContain("Parliament agrees 5");
  expect(screen.getByRole("img").getAttribute("aria-label")).toContain("Parliament agrees 5");
});

it("tells no length of a phase that goes on without a planned end", () => {
  const whole = parts.public?.timer as TimerShape;
  const { ends_at, remaining, ...timer } = whole;
  const place = timer.phases.findIndex((one) => one.phase === timer.phase);
  const lengths = () =>
    [...document.querySelectorAll(".phases li")].map((one) => one.querySelector("span")?.textContent);
  render(
    <PhaseBar timer={{ ...timer, ends_at: (ends_at ?? 0) + 60 }} progress={0}>
      {null}
    </PhaseBar>,
  );
  expect(lengths()[place]).toBeTruthy();
  cleanup();
  render(
    <PhaseBar timer={timer} progress={0}>
      {null}
    </PhaseBar>,
  );
  expect(lengths()[place]).toBeUndefined();
});
