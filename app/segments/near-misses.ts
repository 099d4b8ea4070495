import { type Group, type Node, writeCriteria } from "./criteria";

/** Fewer patients than this to find: within reach of a year. */
const WITHIN = 50;

/** One step away from the aid: a few patients short, or in sector 2 without the Optam; nobody who signed. */
export const NEAR_MISSES: Group = {
  match: "all",
  of: [
    {
      match: "any",
      of: [
        { kind: "nearness", side: "missing", from: 1, to: WITHIN },
        { kind: "fee-sector", is: ["2-no-optam"] },
      ],
    },
    { kind: "verdict", is: ["no", "unknown"] },
    { match: "none", of: [{ kind: "failing", is: ["SPECIALTY_EXCLUDED", "REPLACEMENT_DOCTOR"] }] },
    { kind: "contract", signed: false },
  ],
};

export const NEAR_MISSES_PATH = `/segments/nouveau?${new URLSearchParams({ criteres: writeCriteria(NEAR_MISSES) })}`;

/** Whether a distance to the line is asked for, outside what is left out: its members then read nearest first. */
export function asksNearness(node: Node): boolean {
  return "match" in node ? node.match !== "none" && node.of.some(asksNearness) : node.kind === "nearness";
}
