/** What was asked and not yet answered. Lasting entries survive a reload, because they also lie in the storage. */

export interface Asked {
  request_id: string;
  type: string;
}

interface Entry {
  frame: Asked;
  lasting: boolean;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Outbox {
  readonly #waiting = new Map<string, Entry>();

  constructor(
    private readonly shelf: Shelf | undefined,
    private readonly key: string,
  ) {
    for (const frame of this.#load()) this.#waiting.set(frame.request_id, { frame, lasting: true });
  }

  /** In the order in which they were asked. */
  frames(): Asked[] {
    return [...this.#waiting.values()].map((entry) => entry.frame);
  }

  get size(): number {
    return this.#waiting.size;
  }

  put(frame: Asked, lasting: boolean): void {
    this.#waiting.set(frame.request_id, { frame, lasting });
    if (lasting) this.#save();
  }

  /** True if it was waiting. */
  take(requestId: string): boolean {
    const entry = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    if (entry?.lasting) this.#save();
    return entry !== undefined;
  }

  #save(): void {
    const lasting = [...this.#waiting.values()].filter((entry) => entry.lasting).map((entry) => entry.frame);
    try {
      if (lasting.length) this.shelf?.setItem(this.key, JSON.stringify(lasting));
      else this.shelf?.removeItem(this.key);
    } catch {
      // A full or forbidden storage costs the safety of a reload, not the game: the frame still waits in memory.
    }
  }

  #load(): Asked[] {
    try {
      const stored: unknown = JSON.parse(this.shelf?.getItem(this.key) ?? "[]");
      return Array.isArray(stored) ? stored.filter((f) => typeof f?.request_id === "string") : [];
    } catch {
      return [];
    }
  }
}
