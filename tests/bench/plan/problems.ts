import { readFileSync } from "node:fs";
import { readToptw, type Toptw } from "~/visits/planner/toptw";

/** A published problem with the best score known for it. */
export interface Reference {
  instance: string;
  family: string;
  m: number;
  bks: number;
  /** The best known score is a proven optimum. */
  proven: boolean;
}

const HERE = new URL(".", import.meta.url);

/** One or two of each family, the hard ones of many doctors and wide windows among them. */
const SAMPLE = ["c107", "c204", "r107", "r208", "rc103", "rc206", "pr05", "pr09", "pr13", "pr20"];

export function references(scale: "small" | "full"): Reference[] {
  const { entries } = JSON.parse(readFileSync(new URL("bks.json", HERE), "utf8")) as { entries: Reference[] };
  return scale === "full" ? entries : entries.filter(({ instance }) => SAMPLE.includes(instance));
}

export function readInstance(name: string): Toptw {
  const reading = readToptw(name, readFileSync(new URL(`instances/${name}.txt`, HERE), "utf8"));
  if (!reading.ok) throw new Error(`${name}: ${reading.why}`);
  return reading.toptw;
}
