import type { Ledger } from "./ledger";

interface Part {
  readonly key: Exclude<keyof Ledger, "planned" | "heldOut">;
  readonly label: string;
  readonly tone: "good" | "wait" | "late" | "bad" | "doubt" | "quiet";
}

/** The parts of the books, in the order in which they are read. */
export const LEDGER_PARTS: readonly Part[] = [
  { key: "accepted", label: "acceptés", tone: "good" },
  { key: "waiting", label: "en attente", tone: "wait" },
  { key: "deferred", label: "différés", tone: "late" },
  { key: "rejected", label: "refusés", tone: "bad" },
  { key: "uncertain", label: "incertains", tone: "doubt" },
  { key: "suppressed", label: "écartés", tone: "quiet" },
  { key: "cancelled", label: "annulés", tone: "quiet" },
  { key: "expired", label: "périmés", tone: "quiet" },
];
