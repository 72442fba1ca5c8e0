import { expect, it } from "vitest";
import { changes } from "./changes";

it("tells what went and what came, word by word", () => {
  expect(changes("We stop where we stand.", "We stop there and go where we stand.")).toEqual([
    { kind: "same", text: "We stop " },
    { kind: "ins", text: "there and go " },
    { kind: "same", text: "where we stand." },
  ]);
  expect(changes("ten days", "five days")).toEqual([
    { kind: "del", text: "ten " },
    { kind: "ins", text: "five " },
    { kind: "same", text: "days" },
  ]);
});

it("leaves one piece of what is the same, and none of nothing", () => {
  expect(changes("as before", "as before")).toEqual([{ kind: "same", text: "as before" }]);
  expect(changes("", "")).toEqual([]);
});

it("shows a very long text as replaced", () => {
  const long = "word ".repeat(2_000);
  expect(changes(long, `${long}more`).map(({ kind }) => kind)).toEqual(["del", "ins"]);
});
