import { BLOCKED_FOR_HOURS, readable, says } from "./words";

const MINUTE = 60_000;
/** After the first attempt, the second, and so on; the last one repeats. */
const MINUTES = [5, 15, 45, 120, 360, 720, 1_440] as const;
/** Spread, so that what failed together does not come back together. */
const SPREAD = 0.2;

/** When to try again after that many attempts, or null when it would be too late. The same seed gives the same instant. */
export function retryAt(attempts: number, seed: number, now: Date, horizon: Date): Date | null {
  const minutes = MINUTES[Math.min(Math.max(attempts, 1), MINUTES.length) - 1]!;
  const spread = 1 - SPREAD + 2 * SPREAD * drawn(seed, attempts);
  const at = new Date(now.getTime() + Math.round(minutes * spread * MINUTE));
  return at <= horizon ? at : null;
}

/** How long a throttled group is left alone: Orange's OFR_999 lasts two hours or more. */
export function pauseMinutes(text: string): number {
  return says(readable(text), BLOCKED_FOR_HOURS) ? 120 : 15;
}

/** From 0 to 1, well mixed even for neighbouring numbers. */
function drawn(seed: number, attempts: number): number {
  let mixed = (Math.imul(seed ^ (seed / 2 ** 32), 0x9e3779b1) ^ Math.imul(attempts, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) >>> 0;
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
