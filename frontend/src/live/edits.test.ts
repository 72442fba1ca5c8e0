import { beforeEach, expect, it, vi } from "vitest";
import { nothing, useLive } from "../store";
import { editField, keepMine, shown, useEdits } from "./edits";

let answer: object;
const sent: Record<string, unknown>[] = [];
vi.mock("./line", () => ({
  ask: (frame: Record<string, unknown>) => {
    sent.push(frame);
    return Promise.resolve(answer);
  },
  serverNow: () => 100,
}));

const field = (value: string, revision: number, seat: string) => ({
  ...nothing,
  view: { you: { role: "player" as const, seat: "a.me", title: "", initials: "" } },
  drafts: {
    d: { kind: "k", actor: "A", turn: 1, seat, ready: false, order: 0, fields: { why: { value, revision, seat } } },
  },
});

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  useEdits.setState({}, true);
  useLive.setState(field("old", 3, "a.other"), true);
  answer = { type: "ack", made: "", revision: 4 };
});

const edit = () => useEdits.getState()["d/why"];
const pause = () => vi.advanceTimersByTimeAsync(500);

it("goes to the server at a pause, on top of the revision it was typed on", async () => {
  editField("d", "why", "n");
  editField("d", "why", "new");
  await pause();
  expect(sent).toEqual([{ type: "edit_draft", draft: "d", field: "why", value: "new", revision: 3 }]);
  expect(edit()).toMatchObject({ state: "saved", base: 4, savedAt: 100 });
});

it("sends what was typed while the first answer was on its way", async () => {
  let arrive: (answer: object) => void = () => undefined;
  const late = new Promise<object>((resolve) => {
    arrive = resolve;
  });
  answer = late;
  editField("d", "why", "one", true);
  await pause();
  editField("d", "why", "two");
  await pause();
  expect(sent).toHaveLength(1);
  answer = { type: "ack", made: "", revision: 5 };
  arrive({ type: "ack", made: "", revision: 4 });
  await pause();
  expect(sent.at(-1)).toMatchObject({ value: "two", revision: 4 });
});

it("keeps mine beside theirs when they differ", async () => {
  answer = { type: "refused", code: "draft_changed", text: "" };
  editField("d", "why", "mine", true);
  await pause();
  expect(edit()).toMatchObject({ state: "conflict", value: "mine" });
  answer = { type: "ack", made: "", revision: 5 };
  keepMine("d/why");
  await pause();
  expect(edit()).toMatchObject({ state: "saved", base: 5 });
});

it("knows its own words again when only the answer was lost", async () => {
  editField("d", "why", "mine", true);
  answer = { type: "refused", code: "draft_changed", text: "" };
  useLive.setState(field("mine", 4, "a.me"), true);
  await pause();
  expect(edit()).toMatchObject({ state: "saved", base: 4 });
});

it("is remembered on this device until the server has it", () => {
  editField("d", "why", "half a sent");
  expect(localStorage.getItem("edits:/")).toContain("half a sent");
});

it("gives way to a newer text of another seat", () => {
  const saved = { value: "mine", base: 4, state: "saved" as const };
  expect(shown(saved, { value: "theirs", revision: 5, seat: "a.other" })).toBe("theirs");
  expect(shown(saved, { value: "older", revision: 3, seat: "a.other" })).toBe("mine");
});
