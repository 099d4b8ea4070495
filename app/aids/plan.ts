import { addYears, type Day } from "~/calendar/day";
import { type DoctorFacts, GENERAL_PRACTICE, type PercentileBand } from "~/eligibility/doctor-facts";
import type { IndividualVersion, Provenance, RuleVersion } from "~/eligibility/rule-version";
import { INDIVIDUAL_VERSIONS, versionOn } from "~/eligibility/versions";
import { coll2026 } from "~/eligibility/versions/coll2026";
import type { Choice } from "./choice";
import { openingOf, type PlanOpening } from "./opening";
import type { StaffingOption } from "./options";
import { bandFromCount } from "./percentiles";
import { scheduleOn } from "./schedules";
import { collective2026, collectiveAmountCents } from "./schedules/collective-2026";
import { CEILING_FROM_YEAR, CONTRACT_YEARS, simulate } from "./simulate";

/** What a simulation reads of a doctor; null = not known. */
export interface AidSubject
  extends Pick<DoctorFacts, "specialty" | "zone" | "isMEP" | "newlyInstalled" | "mtTotal" | "mtAdult" | "fileActive"> {
  /** Of the contract already running. */
  readonly signedOn: Day | null;
  /** As the caisse gave it; the list, where it proves one, wins. */
  readonly givenBand?: PercentileBand | null;
}

export interface PlanYear {
  readonly contractYear: number;
  readonly startsOn: Day;
  /** The table that pays it. */
  readonly table: string;
  readonly provenance: Provenance;
  readonly minCents: number | null;
  readonly maxCents: number | null;
  readonly isCeiling: boolean;
}

export interface AidPlan {
  readonly choice: Choice;
  readonly signedOn: Day;
  readonly version: RuleVersion;
  readonly opening: PlanOpening;
  /** Empty when the option is closed: what it would have paid is not owed. */
  readonly years: readonly PlanYear[];
  readonly totalMinCents: number | null;
  readonly totalMaxCents: number | null;
  readonly ceilingFromYear: number | null;
  /** First day paid by a later table than the year before; null when one table pays all. */
  readonly switchesOn: Day | null;
  readonly band: PercentileBand | null;
  /** The count of patients proves the band. */
  readonly isBandProven: boolean;
}

/** Five years of aid under the text of the day of signature: the one engine of page, visit, paper, letter and link. */
export function planOf(choice: Choice, signedOn: Day, subject: AidSubject): AidPlan {
  return choice.contract === "collective"
    ? collectivePlan(choice, signedOn, subject)
    : individualPlan(choice, signedOn, subject);
}

/** The band that the count proves, under the text of that day; only general practice has published lines. */
function bandOf(subject: AidSubject, version: IndividualVersion): PercentileBand | null {
  if (subject.specialty !== GENERAL_PRACTICE) return null;
  const count = version.patientsMT.value.scope === "ADULT" ? subject.mtAdult : subject.mtTotal;
  return bandFromCount(count, version.id);
}

function individualPlan(choice: Choice & { option: StaffingOption }, signedOn: Day, subject: AidSubject): AidPlan {
  const version = versionOn(signedOn, "INDIVIDUAL") ?? INDIVIDUAL_VERSIONS[0]!;
  const opening = openingOf(choice, signedOn, version, subject);
  const band = bandOf(subject, version) ?? subject.givenBand ?? null;
  const simulation = simulate({ signedOn, option: choice.option, band });
  const years = simulation.years.map(({ scheduleId: _, ...year }): PlanYear => {
    const { label, provenance } = scheduleOn(year.startsOn);
    return { ...year, table: label, provenance };
  });
  const moved = simulation.years.find(({ scheduleId }, index) => {
    const before = simulation.years[index - 1];
    return before !== undefined && before.scheduleId !== scheduleId;
  });
  const { totalMinCents, totalMaxCents, ceilingFromYear } = simulation;
  const plan = {
    choice,
    signedOn,
    version,
    opening,
    band,
    isBandProven: bandOf(subject, version) !== null,
    ceilingFromYear,
    switchesOn: moved?.startsOn ?? null,
  };
  return opening.available === "no"
    ? { ...plan, years: [], totalMinCents: null, totalMaxCents: null }
    : { ...plan, years, totalMinCents, totalMaxCents };
}

function collectivePlan(choice: Choice, signedOn: Day, subject: AidSubject): AidPlan {
  const opening = openingOf(choice, signedOn, coll2026, subject);
  const years = Array.from({ length: CONTRACT_YEARS }, (_, index): PlanYear => {
    const contractYear = index + 1;
    const cents = collectiveAmountCents(choice.etp, contractYear);
    return {
      contractYear,
      startsOn: addYears(signedOn, index),
      table: "Contrat collectif, depuis le 25 février 2026",
      provenance: collective2026.provenance,
      minCents: cents,
      maxCents: cents,
      isCeiling: contractYear >= CEILING_FROM_YEAR,
    };
  });
  const cents = years.map(({ maxCents }) => maxCents);
  const total = cents.every((each) => each !== null) ? cents.reduce((sum, each) => sum + each, 0) : null;
  const isClosed = opening.available === "no";
  return {
    choice,
    signedOn,
    version: coll2026,
    opening,
    years: isClosed ? [] : years,
    totalMinCents: isClosed ? null : total,
    totalMaxCents: isClosed ? null : total,
    ceilingFromYear: CEILING_FROM_YEAR,
    switchesOn: null,
    band: null,
    isBandProven: false,
  };
}
