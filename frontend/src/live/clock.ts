/** The server's clock as this device sees it: seconds since StartEx. Until then it stands at 0, and cannot be measured. */
export class Clock {
  #ahead = 0;
  #roundTrip = Number.POSITIVE_INFINITY;
  #running = false;

  constructor(private readonly device: () => number = () => Date.now() / 1000) {}

  /** Seconds since StartEx, now. Before any measurement: the device's own seconds. */
  now(): number {
    return this.device() + this.#ahead;
  }

  /** A frame said what time it was: used until a round trip tells better. True if this is the first since it runs. */
  told(serverNow: number): boolean {
    if (this.#running) return false;
    this.#ahead = serverNow - this.device();
    this.#running = serverNow > 0;
    return this.#running;
  }

  /** A pong came back. The shortest round trip of the line wins; it grows stale, so that drift is followed. */
  measured(sent: number, serverNow: number): void {
    if (serverNow <= 0) return;
    const back = this.device();
    const roundTrip = back - sent;
    this.#roundTrip *= 1.2;
    if (roundTrip > this.#roundTrip) return;
    this.#roundTrip = roundTrip;
    this.#ahead = serverNow + roundTrip / 2 - back;
    this.#running = true;
  }

  /** A new line, perhaps after sleep: what was measured may no longer hold. */
  forget(): void {
    this.#roundTrip = Number.POSITIVE_INFINITY;
  }
}
