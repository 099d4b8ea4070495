import { frozen } from "~/eligibility/rule-version";
import type { AidSchedule } from "../schedule";

const NOT_OPEN = { year1: null, year2: null, fromYear3: null, fromYear3P90P95: null, everyYearGteP95: null };

/** Table A: contract years starting before 22 June 2024, under avenant 7 and the règlement arbitral. Cents. */
export const before2024: AidSchedule = frozen({
  id: "A",
  label: "Barème antérieur au 22 juin 2024",
  since: "2019-09-01",
  until: "2024-06-21",
  amounts: {
    "1/3": {
      year1: 1_200_000,
      year2: 900_000,
      fromYear3: 700_000,
      fromYear3P90P95: 835_000,
      everyYearGteP95: 1_200_000,
    },
    "0.5": {
      year1: 1_800_000,
      year2: 1_350_000,
      fromYear3: 1_050_000,
      fromYear3P90P95: 1_250_000,
      everyYearGteP95: 1_800_000,
    },
    "1": {
      year1: 3_600_000,
      year2: 2_700_000,
      fromYear3: 2_100_000,
      fromYear3P90P95: 2_500_000,
      everyYearGteP95: 3_600_000,
    },
    "1.5": NOT_OPEN,
    "2": NOT_OPEN,
  },
  provenance: { status: "CONFIRMED", sources: ["S23", "S10", "S09", "S02"] },
});
