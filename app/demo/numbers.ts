import { VOLUMES } from "./volumes";

/**
 * RPPS numbers of invented people begin with 997. Seven figures are left: each département has its own stretch of them,
 * so that files made one département at a time never give a number twice.
 */
const LEAST = 30_000;
const A_DOCTOR = 60;
const STRETCHES = stretches();
/** Shares of a stretch. */
const PARTS = {
  liberal: [0, 0.15],
  otherDoctor: [0.15, 0.3],
  otherProfession: [0.3, 1],
} as const;

export function rppsNumber(department: string, part: keyof typeof PARTS, index: number): string {
  const { start, size } = STRETCHES.get(department)!;
  const [from, to] = PARTS[part];
  const rank = Math.ceil(size * from) + index;
  if (rank >= size * to) throw new RangeError(`No ${part} number left in ${department}`);
  return rpps(start + rank);
}

/** Scattered, as numbers given year after year would be: the factor has no divisor in common with ten million. */
function rpps(rank: number): string {
  return withLuhnKey(`997${String((rank * 7_368_787) % 10_000_000).padStart(7, "0")}`);
}

/** Adds the key that makes the whole number satisfy Luhn's check. */
function withLuhnKey(digits: string): string {
  return digits + ((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

export function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** FINESS numbers with 99 after the département are given to no one. */
export function finess(department: string, index: number): string {
  const start = `${department.slice(0, 2)}99${String(index % 10_000).padStart(4, "0")}`;
  return start + withLuhnKey(start.replace(/[AB]/, "0")).at(-1);
}

/** SIREN numbers of invented companies begin with 9999; the establishment number tells apart those that share one. */
export function siret(department: string, index: number): string {
  const rank = STRETCHES.get(department)!.order * 9_000 + index;
  const siren = withLuhnKey(`9999${String(rank % 10_000).padStart(4, "0")}`);
  return withLuhnKey(siren + String(1 + Math.floor(rank / 10_000)).padStart(4, "0"));
}

function stretches(): Map<string, { order: number; start: number; size: number }> {
  let next = 0;
  return new Map(
    VOLUMES.map(({ department, generalists, specialists }, order) => {
      const start = next;
      const size = LEAST + A_DOCTOR * (generalists + specialists);
      next += size;
      return [department, { order, start, size }];
    }),
  );
}
