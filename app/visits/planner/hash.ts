import { byId } from "./prepare";
import type { Problem } from "./problem";

/** Two rounds of FNV-1a over the input, candidates sorted: the same week has the same hash whatever its order. */
export function hashOf(problem: Problem): string {
  const { travel, candidates, days, locks } = problem;
  const sorted = [...candidates].sort(byId);
  const lockOrder = [...locks].sort((a, b) => byId({ id: a.candidate }, { id: b.candidate }));
  const text = JSON.stringify([days, sorted, lockOrder, travel.size, travel.source]);
  return [0x811c9dc5, 0x1b873593]
    .map((seed) => fnv(travel.seconds, fnv(text, seed)).toString(16).padStart(8, "0"))
    .join("");
}

function fnv(values: string | Int32Array, seed: number): number {
  let hash = seed;
  for (let i = 0; i < values.length; i++) {
    const value = typeof values === "string" ? values.charCodeAt(i) : values[i]!;
    hash = Math.imul(hash ^ (value & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ (value >>> 16), 0x01000193);
  }
  return hash >>> 0;
}
