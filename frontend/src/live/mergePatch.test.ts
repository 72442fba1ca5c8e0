import { expect, it } from "vitest";
import { mergePatch } from "./mergePatch";

it.each([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ e: 1 }, { a: { bb: { ccc: null } } }, { e: 1, a: { bb: {} } }],
])("patches %j with %j", (target, patch, merged) => {
  expect(mergePatch(target, patch)).toEqual(merged);
});

it("keeps what the patch does not touch as the same object", () => {
  const target = { still: { a: 1 }, moves: { b: 1 } };
  const merged = mergePatch(target, { moves: { b: 2 } }) as typeof target;
  expect(merged.still).toBe(target.still);
});
