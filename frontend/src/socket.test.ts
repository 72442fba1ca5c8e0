import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Shelf } from "./live/outbox";
import { type LineState, Socket } from "./socket";

/** A line whose other end is the test. */
class FakeLine {
  static lines: FakeLine[] = [];
  readyState: number = WebSocket.CONNECTING;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: string | ArrayBuffer }) => void) | null = null;

  constructor(readonly url: string) {
    FakeLine.lines.push(this);
  }

  accept(): void {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }

  tell(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }

  drop(): void {
    this.close();
    this.onclose?.();
  }

  of(type: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function begin(storage: Shelf = shelf()) {
  const documents: unknown[] = [];
  const states: LineState[] = [];
  const frames: unknown[] = [];
  const socket = new Socket({
    url: "ws://here/s/abc/socket",
    storage,
    open: (url) => new FakeLine(url) as unknown as WebSocket,
    listener: {
      document: (document) => documents.push(document),
      frame: (frame) => frames.push(frame),
      state: (state) => states.push(state),
    },
  });
  socket.start();
  return { socket, documents, states, frames, storage };
}

function line(): FakeLine {
  const last = FakeLine.lines.at(-1);
  if (!last) throw new Error("no line was opened");
  return last;
}

beforeEach(() => {
  FakeLine.lines = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe("the document", () => {
  it("is asked for without a cursor, then patched", () => {
    const { documents, states } = begin();
    line().accept();
    expect(line().of("hello")).toEqual([{ type: "hello", packed: true, cursor: "" }]);
    line().tell({ type: "view", here: "a", now: 5, parts: { public: { x: 1, y: { z: 2 } } } });
    line().tell({ type: "changed", prev: "a", here: "b", now: 6, patch: { public: { x: null, y: { w: 3 } } } });
    expect(documents.at(-1)).toEqual({ public: { y: { z: 2, w: 3 } } });
    expect(states).toEqual(["connecting", "live"]);
  });

  it("may come packed; what follows waits until it is unpacked", async () => {
    vi.useRealTimers();
    const { documents } = begin();
    line().accept();
    const view = JSON.stringify({ type: "view", here: "a", now: 5, parts: { public: { x: "é" } } });
    const press = new Blob([view]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    line().onmessage?.({ data: await new Response(press).arrayBuffer() });
    line().tell({ type: "changed", prev: "a", here: "b", now: 6, patch: { public: { y: 2 } } });
    expect(documents).toEqual([]);
    await vi.waitFor(() => expect(documents.at(-1)).toEqual({ public: { x: "é", y: 2 } }));
    expect(line().of("hello")).toHaveLength(1);
  });

  it("asks for another line when what came packed is broken", async () => {
    vi.useRealTimers();
    const { states } = begin();
    line().accept();
    line().onmessage?.({ data: new ArrayBuffer(3) });
    await vi.waitFor(() => expect(states).toEqual(["connecting", "reconnecting"]));
  });

  it("asks again from where it stands when a change was missed", () => {
    const { documents } = begin();
    line().accept();
    line().tell({ type: "view", here: "a", now: 5, parts: {} });
    line().tell({ type: "changed", prev: "b", here: "c", now: 6, patch: { public: {} } });
    expect(line().of("hello").at(-1)).toEqual({ type: "hello", packed: true, cursor: "a" });
    expect(documents).toEqual([{}]);
  });

  it("is resumed from its cursor on a new line", () => {
    const { states } = begin();
    line().accept();
    line().tell({ type: "view", here: "a", now: 5, parts: {} });
    line().drop();
    vi.advanceTimersByTime(1000);
    line().accept();
    expect(line().of("hello")).toEqual([{ type: "hello", packed: true, cursor: "a" }]);
    expect(states).toEqual(["connecting", "live", "reconnecting", "live"]);
  });
});

describe("a request", () => {
  it("is kept until answered, and sent again on a new line with the same id", async () => {
    const { socket } = begin();
    const answer = socket.ask({ type: "send", command: { type: "pause" } });
    line().accept();
    line().drop();
    vi.advanceTimersByTime(1000);
    line().accept();
    const again = line().of("send")[0];
    expect(again?.request_id).toMatch(/^[0-9a-f]{32}$/);
    line().tell({ type: "ack", request_id: again?.request_id, made: "x", revision: 0 });
    expect(await answer).toMatchObject({ type: "ack", made: "x" });
    expect(socket.waiting).toBe(0);
  });

  it("survives a reload of the page", () => {
    const first = begin();
    first.socket.ask({ type: "send", command: { type: "pause" } });
    const second = begin(first.storage);
    line().accept();
    const id = line().of("send")[0]?.request_id;
    expect(id).toBeDefined();
    line().tell({ type: "refused", request_id: id, code: "paused", text: "No." });
    expect(second.frames).toContainEqual({ type: "refused", request_id: id, code: "paused", text: "No." });
    expect((first.storage as ReturnType<typeof shelf>).kept.size).toBe(0);
  });

  it("that only reads is not kept over a reload", () => {
    const first = begin();
    first.socket.ask({ type: "read_texts", refs: ["a"] }, false);
    begin(first.storage);
    line().accept();
    expect(line().of("read_texts")).toEqual([]);
  });
});

describe("the line", () => {
  it("is tried at once when asked", () => {
    const { socket } = begin();
    line().accept();
    line().drop();
    expect(FakeLine.lines).toHaveLength(1);
    socket.tryNow();
    expect(FakeLine.lines).toHaveLength(2);
  });

  it("that is silent too long is given up", () => {
    const { states } = begin();
    line().accept();
    line().tell({ type: "view", here: "a", now: 5, parts: {} });
    vi.advanceTimersByTime(60_000);
    expect(states).toContain("reconnecting");
  });

  it("waits longer after each failure, and never opens again after a goodbye", () => {
    const { states } = begin();
    for (let i = 0; i < 5; i++) {
      line().drop();
      vi.advanceTimersByTime(20_000);
    }
    expect(FakeLine.lines).toHaveLength(6);
    line().accept();
    line().tell({ type: "closing", why: "taken_elsewhere" });
    vi.advanceTimersByTime(60_000);
    expect(FakeLine.lines).toHaveLength(6);
    expect(states.at(-1)).toBe("closed");
  });

  it("measures the server's clock by the shortest round trip", () => {
    const { socket } = begin();
    line().accept();
    const sent = Number(line().of("ping")[0]?.sent);
    vi.advanceTimersByTime(200);
    line().tell({ type: "pong", sent, now: 1000 });
    expect(socket.clock.now()).toBeCloseTo(1000.1, 3);
  });

  it("shows everybody the same time from StartEx on, however long their page stood open in the lobby", () => {
    const { socket } = begin();
    line().accept();
    const waiting = Number(line().of("ping")[0]?.sent);
    line().tell({ type: "view", here: "0", now: 0, parts: {} });
    line().tell({ type: "pong", sent: waiting, now: 0 });
    vi.advanceTimersByTime(14_000);
    const before = line().of("ping").length;
    line().tell({ type: "changed", prev: "0", here: "1", now: 2, patch: {} });
    expect(socket.clock.now()).toBeCloseTo(2, 3);
    expect(line().of("ping")).toHaveLength(before + 1);
    vi.advanceTimersByTime(200);
    line().tell({ type: "pong", sent: Number(line().of("ping").at(-1)?.sent), now: 2.15 });
    expect(socket.clock.now()).toBeCloseTo(2.25, 3);
  });
});
