import { frozen } from "~/eligibility/rule-version";
import type { AidSchedule } from "../schedule";

const UNPUBLISHED = { year1: null, year2: null, fromYear3: null, fromYear3P90P95: null, everyYearGteP95: null };

/** Table B: contract years starting from 22 June 2024. Cents; 8 767 € is published as such. */
export const from2024: AidSchedule = frozen({
  id: "B",
  label: "Barème en vigueur depuis le 22 juin 2024",
  since: "2024-06-22",
  until: null,
  amounts: {
    "1/3": {
      year1: null,
      year2: 945_000,
      fromYear3: 735_000,
      fromYear3P90P95: 876_700,
      everyYearGteP95: 1_260_000,
    },
    "0.5": {
      year1: 1_900_000,
      year2: 1_400_000,
      fromYear3: 1_100_000,
      fromYear3P90P95: 1_300_000,
      everyYearGteP95: 1_900_000,
    },
    "1": {
      year1: 3_800_000,
      year2: 2_800_000,
      fromYear3: 2_200_000,
      fromYear3P90P95: 2_600_000,
      everyYearGteP95: 3_800_000,
    },
    "1.5": UNPUBLISHED,
    "2": UNPUBLISHED,
  },
  provenance: { status: "CONFIRMED", sources: ["S23"] },
});
