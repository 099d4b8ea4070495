import type { Day } from "~/calendar/day";
import type { Provenance } from "~/eligibility/rule-version";
import type { StaffingOption } from "./options";

/** Integer cents for one contract year; null = not published, never recomputed from another column. */
export interface AmountColumns {
  readonly year1: number | null;
  readonly year2: number | null;
  readonly fromYear3: number | null;
  readonly fromYear3P90P95: number | null;
  readonly everyYearGteP95: number | null;
}

export interface AidSchedule {
  readonly id: "A" | "B";
  readonly label: string;
  /** Contract years that start from this day are paid by this table. */
  readonly since: Day;
  readonly until: Day | null;
  readonly amounts: Readonly<Record<StaffingOption, AmountColumns>>;
  readonly provenance: Provenance;
}
