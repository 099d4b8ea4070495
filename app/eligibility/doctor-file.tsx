import { useOutletContext } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import type { DoctorFacts } from "./doctor-facts";
import type { PriorityFacts } from "./priority";
import type { Weights } from "./weights";

/** What the frame of a doctor's page hands to the tab that explains the verdict. */
export interface DoctorFile {
  readonly facts: DoctorFacts;
  /** Who says so, and the day it was true. */
  readonly evidence: Partial<Record<keyof DoctorFacts, { readonly source: string; readonly on: Day }>>;
  readonly priority: PriorityFacts;
  readonly weights: Weights;
  /** What the list was ordered with; null before the first scoring, or for a doctor who left the directory. */
  readonly stored: { readonly priority: number; readonly version: string; readonly computedAt: string } | null;
  readonly today: Day;
}

export function useDoctorFile(): DoctorFile {
  return useOutletContext<DoctorFile>();
}
