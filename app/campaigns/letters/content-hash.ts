import { createHash } from "node:crypto";
import type { Letter } from "./block";
import type { Frame } from "./frame";

/** What was approved, in 64 hexadecimal digits: the same letter in the same frame, whatever the order of its keys. */
export function contentHash(letter: Letter, frame?: Frame): string {
  return createHash("sha256")
    .update(canonical({ letter, frame: frame ?? null }))
    .digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(",")}}`;
}
