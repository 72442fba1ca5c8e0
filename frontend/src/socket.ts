/**
 * One line to the server that heals itself. Knows nothing of the game: it keeps a JSON document up to date by cursor and
 * patch, and keeps every request until it is answered.
 *
 * 1. open: `hello` with our cursor, or none. The server answers with patches from there, or a fresh `view`.
 * 2. `changed` whose `prev` is not our cursor: something was missed, so `hello` again from where we stand.
 * 3. every request has an id and is sent again on each new line until its answer comes; the server answers a repeat
 *    with the first answer. Lasting ones survive a reload.
 * 4. a whole view comes packed, as bytes. Unpacking takes a moment, and what comes meanwhile waits behind it.
 * 5. a line that is silent for too long is given up and opened anew; waiting grows from half a second to fifteen.
 */
import { backoff } from "./live/backoff";
import { Clock } from "./live/clock";
import { mergePatch } from "./live/mergePatch";
import { type Asked, Outbox, type Shelf } from "./live/outbox";
import { canUnpack, unpacked } from "./live/packed";
import { requestId } from "./live/requestId";

export type LineState = "connecting" | "live" | "reconnecting" | "closed";

/** The part of a frame that this file reads; the rest is passed on. */
interface Incoming {
  type: string;
  here?: string;
  prev?: string;
  now?: number;
  sent?: number;
  parts?: unknown;
  patch?: unknown;
  request_id?: string;
  why?: string;
}

interface Listener {
  /** The document changed. `whole`: it was replaced, not patched. */
  document(document: unknown, whole: boolean): void;
  /** Any other frame: answers, drafts, presence … `claimed`: whoever asked has the answer too. */
  frame(frame: Incoming, claimed: boolean): void;
  state(state: LineState, nextTryAt: number): void;
}

interface SocketOptions {
  url: string;
  listener: Listener;
  storage?: Shelf | undefined;
  /** For tests. */
  open?: (url: string) => WebSocket;
}

const PING_EVERY = 15_000;
const SILENT_TOO_LONG = 40_000;

export class Socket {
  readonly clock = new Clock();
  readonly #options: SocketOptions;
  readonly #outbox: Outbox;
  readonly #answers = new Map<string, (answer: Incoming) => void>();
  #line: WebSocket | undefined;
  #document: unknown;
  #cursor = "";
  #attempt = 0;
  #heardAt = 0;
  #ended = false;
  #unpacking: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #heart: ReturnType<typeof setInterval> | undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#outbox = new Outbox(options.storage, `outbox:${new URL(options.url).pathname}`);
  }

  /** How many requests wait for their answer. */
  get waiting(): number {
    return this.#outbox.size;
  }

  start(): void {
    this.#tell("connecting");
    this.#open();
  }

  /** Do not wait for the next try. */
  tryNow = (): void => {
    if (this.#ended || this.#line?.readyState === WebSocket.OPEN) return;
    this.#attempt = 0;
    this.#drop();
    this.#open();
  };

  stop(): void {
    this.#ended = true;
    this.#drop();
    this.#tell("closed");
  }

  /** Ask something that will be answered. Resolves with the answer, however many lines it takes. */
  ask<Frame extends { type: string }>(frame: Frame, lasting = true): Promise<Incoming> {
    const asked: Asked & Frame = { ...frame, request_id: requestId() };
    this.#outbox.put(asked, lasting);
    this.#write(asked);
    return new Promise((resolve) => this.#answers.set(asked.request_id, resolve));
  }

  /** Say something that nobody answers; lost if there is no line. */
  say(frame: { type: string }): void {
    this.#write(frame);
  }

  #open(): void {
    clearTimeout(this.#retry);
    const line = this.#options.open?.(this.#options.url) ?? new WebSocket(this.#options.url);
    this.#line = line;
    line.binaryType = "arraybuffer";
    line.onopen = () => this.#hello();
    line.onmessage = (message) => this.#take(line, message.data);
    line.onclose = () => this.#lost(line);
  }

  #hello(): void {
    this.#heardAt = Date.now();
    this.#greet();
    clearInterval(this.#heart);
    this.#heart = setInterval(() => this.#beat(), PING_EVERY);
    this.clock.forget();
    this.#ping();
    for (const frame of this.#outbox.frames()) this.#write(frame);
    if (this.#cursor) this.#tell("live"); // the picture stands; what was missed comes as patches
  }

  #greet(): void {
    this.#write({ type: "hello", cursor: this.#cursor, ...(canUnpack && { packed: true }) });
  }

  #beat(): void {
    if (Date.now() - this.#heardAt > SILENT_TOO_LONG) this.#lost(this.#line);
    else this.#ping();
  }

  #ping(): void {
    this.#write({ type: "ping", sent: Date.now() / 1000 });
  }

  #take(line: WebSocket, data: unknown): void {
    if (!this.#unpacking && !(data instanceof ArrayBuffer)) return this.#hear(String(data));
    const mine = (this.#unpacking ?? Promise.resolve())
      .then(() => (data instanceof ArrayBuffer ? unpacked(data) : String(data)))
      .then(
        (text) => void (line === this.#line && this.#hear(text)),
        () => this.#lost(line), // bytes that were cut: another line brings them whole
      )
      .finally(() => {
        if (this.#unpacking === mine) this.#unpacking = undefined;
      });
    this.#unpacking = mine;
  }

  #hear(text: string): void {
    this.#heardAt = Date.now();
    const frame = JSON.parse(text) as Incoming;
    if (frame.type !== "closing") this.#attempt = 0; // a line that only closes again must not be tried ever faster
    switch (frame.type) {
      case "view":
        this.#view(frame);
        break;
      case "changed":
        this.#changed(frame);
        break;
      case "pong":
        this.clock.measured(frame.sent ?? 0, frame.now ?? 0);
        break;
      case "closing":
        this.#closing(frame);
        break;
      default:
        this.#pass(frame);
    }
  }

  #view(frame: Incoming): void {
    this.#document = frame.parts;
    this.#stand(frame, true);
    this.#tell("live");
  }

  #changed(frame: Incoming): void {
    if (frame.prev !== this.#cursor) {
      this.#greet();
      return;
    }
    this.#document = mergePatch(this.#document, frame.patch);
    this.#stand(frame, false);
  }

  #stand(frame: Incoming, whole: boolean): void {
    this.#cursor = frame.here ?? "";
    if (frame.now !== undefined && this.clock.told(frame.now)) this.#ping();
    this.#options.listener.document(this.#document, whole);
  }

  #pass(frame: Incoming): void {
    const id = frame.request_id ?? "";
    const claim = this.#answers.get(id);
    this.#outbox.take(id);
    this.#answers.delete(id);
    claim?.(frame);
    this.#options.listener.frame(frame, claim !== undefined);
  }

  /** The server says goodbye. Only a full server is asked again. */
  #closing(frame: Incoming): void {
    this.#options.listener.frame(frame, false);
    if (frame.why === "full") return;
    this.stop();
  }

  #lost(line: WebSocket | undefined): void {
    if (this.#ended || line !== this.#line) return;
    this.#drop();
    const wait = backoff(this.#attempt++) * 1000;
    this.#tell("reconnecting", Date.now() + wait);
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#heart);
    const line = this.#line;
    this.#line = undefined;
    if (!line) return;
    line.onclose = line.onmessage = line.onopen = null;
    line.close();
  }

  #write(frame: object): void {
    if (this.#line?.readyState === WebSocket.OPEN) this.#line.send(JSON.stringify(frame));
  }

  #tell(state: LineState, nextTryAt = 0): void {
    this.#options.listener.state(state, nextTryAt);
  }
}
