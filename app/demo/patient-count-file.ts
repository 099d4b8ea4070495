import { type Chance, chance } from "./chance";
import { type Doctor, isGeneralist } from "./doctor";
import type { Region } from "./region";
import { ADULT_PATIENTS } from "./volumes";

export const PATIENT_COUNT_HEADER = "rpps;mesure;valeur;date_mesure;source\n";

/** Shares of the generalists: most have the count of all ages, some only that of adults, the rest nothing. */
const ALL_AGES = 0.82;
const ADULTS_ONLY = 0.08;
const WITH_ACTIVE_COUNT = 0.85;
/** A radiologist's year; beyond, a reader would suspect a slip. */
const MOST_PATIENTS = 15_000;
/** Patients under 16, for one adult who declared the doctor. */
const CHILDREN = 0.13;

/** The fund's own extraction: one line a doctor and measure. */
export function* patientCountFile(region: Region): Generator<string> {
  yield PATIENT_COUNT_HEADER;
  yield* patientCountLinesOf(region);
}

export function* patientCountLinesOf(region: Region): Generator<string> {
  const measuredOn = lastMeasure(region.today);
  for (const doctor of region.doctors) {
    const fund = region.ground.funds.get(doctor.department);
    for (const [measure, patients] of counts(chance(`${region.seed} patients ${doctor.rpps}`), doctor)) {
      yield `${doctor.rpps};${measure};${patients};${measuredOn};SNDS caisse ${fund?.code ?? doctor.department}\n`;
    }
  }
}

/** The latest end of half-year that a fund can have extracted: three months must have passed. */
export function lastMeasure(today: string): string {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (month >= 10) return `${year}-06-30`;
  return month >= 4 ? `${year - 1}-12-31` : `${year - 1}-06-30`;
}

type Count = readonly [measure: "mt_adulte" | "mt_total" | "file_active", patients: number];

function counts(luck: Chance, doctor: Doctor): Count[] {
  if (!isGeneralist(doctor)) return activeCount(luck, doctor.specialty.patients * spread(luck));
  const adults = adultPatients(luck.next());
  const draw = luck.next();
  const active = activeCount(luck, 400 + adults * 1.2 * (0.85 + luck.next() * 0.3));
  if (draw < ALL_AGES) {
    const children = adults * CHILDREN * (0.4 + luck.next() * 1.2);
    return [["mt_total", Math.round(adults + children)], ...active];
  }
  return draw < ALL_AGES + ADULTS_ONLY ? [["mt_adulte", adults], ...active] : active;
}

function activeCount(luck: Chance, patients: number): Count[] {
  return luck.happens(WITH_ACTIVE_COUNT) ? [["file_active", Math.min(MOST_PATIENTS, Math.round(patients))]] : [];
}

/** Half of a trade lies between 0.7 and 1.4 times its middle. */
function spread(luck: Chance): number {
  return Math.exp((luck.next() + luck.next() + luck.next() - 1.5) * 1.05);
}

/** Straight lines between the published percentiles. */
export function adultPatients(share: number): number {
  const percentile = share * 100;
  const above = ADULT_PATIENTS.findIndex(([limit]) => limit >= percentile);
  const [high, most] = ADULT_PATIENTS[Math.max(1, above)]!;
  const [low, least] = ADULT_PATIENTS[Math.max(1, above) - 1]!;
  return Math.round(least + ((percentile - low) / (high - low)) * (most - least));
}
