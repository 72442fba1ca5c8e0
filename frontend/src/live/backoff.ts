const FIRST = 0.5;
const MOST = 15;

/** Seconds to wait before try number `attempt` (from 0): doubling, capped, with half of it left to chance. */
export function backoff(attempt: number, chance: () => number = Math.random): number {
  const whole = Math.min(MOST, FIRST * 2 ** attempt);
  return whole / 2 + (whole / 2) * chance();
}
