import type { Day } from "~/calendar/day";
import type { FactsRow } from "~/doctors/facts-of";
import { ruleSpecialty } from "~/doctors/rule-specialty";
import type { Assessment, Criterion } from "~/eligibility/assessment";
import { GENERAL_PRACTICE, type GroupFacts } from "~/eligibility/doctor-facts";
import { french, listed, quoted } from "~/format/typography";

/** What the texts answer to a signature that day. */
export interface Judgement {
  /** A criterion that clearly fails, as a sentence. */
  readonly refusal: string | null;
  /** What could not be decided: somebody looks, and says why it is signed all the same. */
  readonly doubts: readonly string[];
}

/** What was known that day refuses; what was learned since at most leaves a doubt. */
export function judgementOf(then: Assessment, since: Assessment): Judgement {
  const failing = then.criteria.filter(({ verdict }) => verdict === "no");
  return {
    refusal: failing.length === 0 ? null : french(refusalOf(then.versionName, failing)),
    doubts: since.criteria
      .filter(({ verdict }) => verdict !== "yes")
      .map(({ why, question }) => (question === null ? why : `${why} ${question}`)),
  };
}

function refusalOf(versionName: string, failing: readonly Criterion[]): string {
  const names = listed(failing.map(({ label }) => quoted(label)));
  const what = failing.length === 1 ? `critère ${names} non rempli` : `critères ${names} non remplis`;
  return `Signature impossible selon ${versionName} : ${what}. ${failing.map(({ why }) => why).join(" ")}`;
}

interface SourcedFacts extends FactsRow {
  readonly sources: unknown;
}

/** The facts measured that day or before; one without a date was known all along. */
export function knownBy<Row extends SourcedFacts>(row: Row, day: Day): Row {
  const dated = (row.sources ?? {}) as Record<string, { readonly on?: unknown }>;
  const later = Object.keys(dated).filter((column) => String(dated[column]?.on ?? "") > day);
  return { ...row, ...Object.fromEntries(later.map((column) => [column, null])) };
}

export interface Counted {
  readonly patients: number | null;
  readonly newlyInstalled: boolean;
}

/** Whoever signs states the counts of the day; adults alone cannot be more than all of them. */
export function countedThatDay<Row extends FactsRow>(row: Row, { patients, newlyInstalled }: Counted): Row {
  const newly_settled = newlyInstalled ? true : row.newly_settled === true ? false : row.newly_settled;
  if (patients === null) return { ...row, newly_settled };
  const mt_adult = row.mt_adult !== null && row.mt_adult <= patients ? row.mt_adult : null;
  return { ...row, newly_settled, mt_total: patients, mt_adult };
}

interface Group {
  readonly legalForm: string | null;
  readonly etp: number | null;
  readonly individualContracts: number;
}

/** A company as its members are known. Whether they are partners in their own name is read in the statutes, not here. */
export function groupFactsOf(members: readonly FactsRow[], group: Group): GroupFacts {
  return {
    legalForm: group.legalForm,
    adheringDoctors: members.length,
    allGpNonMep: all(members, isPlainGP),
    allAssociatesInOwnName: null,
    allSector1OrOptam: all(members, sectorIsOpen),
    meanPatientsMT: meanOf(members),
    etpRequested: group.etp,
    pamsuDoctorsHostingJunior: null,
    approvedTrainingSite: null,
    activeIndividualContracts: group.individualContracts,
  };
}

/** One no is a no for all; one unknown leaves a question. */
function all<T>(each: readonly T[], of: (one: T) => boolean | null): boolean | null {
  const answers = each.map(of);
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function isPlainGP({ specialty, special_practice }: FactsRow): boolean | null {
  if (ruleSpecialty(specialty) !== GENERAL_PRACTICE) return false;
  return special_practice === null ? null : !special_practice;
}

function sectorIsOpen({ fee_sector, optam, optam_variant }: FactsRow): boolean | null {
  if (fee_sector === null) return null;
  if (fee_sector !== "2") return fee_sector === "1";
  return optam ?? (optam_variant === null ? null : true);
}

/** Adults and children: a list counted by its adults alone does not tell the mean. */
function meanOf(members: readonly FactsRow[]): number | null {
  const counts = members.map(({ mt_total }) => mt_total).filter((count) => count !== null);
  return counts.length === 0 || counts.length < members.length
    ? null
    : counts.reduce((sum, count) => sum + count, 0) / counts.length;
}
