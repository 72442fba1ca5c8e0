import { expect, test } from "vitest";
import type { BookChapter, BookEntry } from "../shapes";
import { chapterOf, found, grouped } from "./find";

function entry(id: string, title: string, group = ""): BookEntry {
  return { id, title, text: "", tags: [], rows: [], provenance: null, facts: [], group };
}

const row = { name: "Costs", text: "", formula: "2 * size", provenance: null, links: [] };
const orders: BookChapter = {
  id: "orders",
  title: "Orders",
  lead: "",
  marks: [],
  entries: [{ ...entry("order-pledge", "Pledge soldiers"), rows: [row] }, entry("order-talk", "Talk")],
};
const facts: BookChapter = { id: "sources", title: "Sources", lead: "", marks: [], entries: [entry("fact-A1", "A1")] };

test("an address means a chapter, an entry's chapter, or the first", () => {
  expect(chapterOf([orders, facts], "sources")).toBe(facts);
  expect(chapterOf([orders, facts], "fact-A1")).toBe(facts);
  expect(chapterOf([orders, facts], "nothing")).toBe(orders);
});

test("a search finds the entries that hold every word, formulas too", () => {
  const titles = (words: string) => found([orders, facts], words).flatMap((c) => c.entries.map((e) => e.title));
  expect(titles("pledge SIZE")).toEqual(["Pledge soldiers"]);
  expect(titles("pledge talk")).toEqual([]);
});

test("entries stand under their headings", () => {
  const groups = grouped([entry("a", "A", "one"), entry("b", "B", "one"), entry("c", "C", "two")]);
  expect(groups.map(({ group, entries }) => [group, entries.length])).toEqual([
    ["one", 2],
    ["two", 1],
  ]);
});
