/** The server's clock as this device sees it: seconds since StartEx, and how sure we are. */
export class Clock {
  #ahead = 0;
  #roundTrip = Number.POSITIVE_INFINITY;
  #known = false;

  constructor(private readonly device: () => number = () => Date.now() / 1000) {}

  /** Seconds since StartEx, now. Before any measurement: the device's own seconds. */
  now(): number {
    return this.device() + this.#ahead;
  }

  get known(): boolean {
    return this.#known;
  }

  /** A frame said what time it was: used until a round trip tells better. */
  told(serverNow: number): void {
    if (!this.#known) this.#set(serverNow - this.device());
  }

  /** A pong came back. The shortest round trip of the line wins; it grows stale, so that drift is followed. */
  measured(sent: number, serverNow: number): void {
    const back = this.device();
    const roundTrip = back - sent;
    this.#roundTrip *= 1.2;
    if (roundTrip > this.#roundTrip) return;
    this.#roundTrip = roundTrip;
    this.#set(serverNow + roundTrip / 2 - back);
  }

  /** A new line, perhaps after sleep: what was measured may no longer hold. */
  forget(): void {
    this.#roundTrip = Number.POSITIVE_INFINITY;
  }

  #set(ahead: number): void {
    this.#ahead = ahead;
    this.#known = true;
  }
}
