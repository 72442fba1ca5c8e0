import { expect, it } from "vitest";
import type { Parts } from "./contract";
import { merged } from "./store";

it("lays the more private entry over the more public one, as a whole", () => {
  const parts = {
    public: { variables: { a: { estimate: { low: 1, high: 2 } }, b: { value: 1 } }, timer: { turn: 1, remaining: 9 } },
    team: { variables: { a: { value: 1.5 } }, timer: { turn: 1 } },
    seat: { you: { title: "Mayor" } },
  } as unknown as Parts;
  expect(merged(parts)).toEqual({
    variables: { a: { value: 1.5 }, b: { value: 1 } },
    timer: { turn: 1 },
    you: { title: "Mayor" },
  });
});

it("draws nothing again that did not change", () => {
  const parts = { public: { teams: {} }, seat: { orders: {} } } as Parts;
  expect(merged(parts).teams).toBe(parts.public?.teams);
  expect(merged(parts).orders).toBe(parts.seat?.orders);
});

it("takes control's part alone", () => {
  expect(merged({ control: { queue: {} } })).toEqual({ queue: {} });
});
