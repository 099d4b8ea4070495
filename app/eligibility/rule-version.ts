import type { Day } from "~/calendar/day";
import type { OptamVariant, PatientScope, Sector, Specialty, Zone } from "./doctor-facts";
import type { SourceCode } from "./sources";

/** CONFIRMED: read in a text. DERIVED: inferred from confirmed facts. UNKNOWN: not found, its leaves stay null. */
export interface Provenance {
  readonly status: "CONFIRMED" | "DERIVED" | "UNKNOWN";
  readonly sources: readonly SourceCode[];
}

interface Sourced<T> extends Provenance {
  readonly value: T;
}

/**
 * One dated text, as plain values: the same data is judged here for one doctor and compiled to SQL for all of them.
 * A null leaf means that the text was not found; met during an evaluation, it yields "unknown".
 */
export interface IndividualVersion {
  readonly contractType: "INDIVIDUAL";
  readonly id: "AV7" | "RA2023" | "CONV2024";
  /** As it reads after « selon ». */
  readonly name: string;
  readonly since: Day;
  /** Last day for new contracts. */
  readonly until: Day | null;
  readonly sectors: Sourced<{ readonly open: readonly Sector[]; readonly withOptam: readonly Sector[] }>;
  readonly optamSchemes: Sourced<readonly OptamVariant[]>;
  readonly groupPractice: Sourced<{
    readonly required: boolean;
    readonly removedOn: Day | null;
    readonly derogationZones: readonly Zone[];
    /** Zones of which the sources do not say whether the derogation covers them. */
    readonly unclearZones: readonly Zone[];
  }>;
  readonly coordinatedPractice: Sourced<{
    readonly required: boolean;
    readonly removedOn: Day | null;
    readonly commitmentYears: number | null;
  }>;
  /** General practice: the 30th percentile of the national distribution. */
  readonly patientsMT: Sourced<{
    readonly minimum: number;
    readonly scope: PatientScope;
    /** What the sources say of a doctor exactly on the line. */
    readonly atMinimum: "yes" | "unknown";
  }>;
  /** Above this share of children the adult line does not apply; null where children are counted anyway. */
  readonly paediatricShare: Sourced<{ readonly abovePercent: number; readonly minimum: number | null } | null>;
  /** Line of a médecin à exercice particulier. */
  readonly mepMinimum: Sourced<number | null>;
  /** Other specialties: file active, by family; null while the annex has not been read. */
  readonly fileActive: Sourced<Readonly<Record<Specialty, number>> | null>;
  readonly newlyInstalled: Sourced<{ readonly exempt: boolean; readonly underMonths: number | null }>;
  readonly excludedSpecialties: Sourced<readonly Specialty[]>;
  /** List A (everywhere) and list B (least dense départements): only what is known of them. */
  readonly territoryLists: Sourced<{
    readonly everywhere: readonly Specialty[];
    readonly announcedAsConditional: readonly Specialty[];
    readonly waivedForRqth: boolean;
  } | null>;
  readonly clinicalShare: Sourced<{
    readonly families: readonly Specialty[];
    readonly minimumPercent: number;
    readonly atMinimum: "unknown";
    readonly windowMonths: number;
  } | null>;
  readonly rqthOrAld: Sourced<{ readonly adaptedContract: boolean; readonly minimum: number | null }>;
  readonly mixedPractice: Sourced<{ readonly accepted: boolean | null; readonly adaptedContract: boolean }>;
  readonly replacementDoctor: Sourced<{ readonly accepted: boolean | null }>;
}

export interface CollectiveVersion {
  readonly contractType: "COLLECTIVE";
  readonly id: "COLL2026";
  readonly name: string;
  readonly since: Day;
  readonly until: Day | null;
  readonly legalForms: Sourced<readonly string[]>;
  readonly generalPractitionersOnly: Sourced<{ readonly mepAccepted: boolean }>;
  readonly associatesInOwnName: Sourced<boolean>;
  readonly sectors: Sourced<{ readonly open: readonly Sector[]; readonly withOptam: readonly Sector[] }>;
  readonly meanPatientsMT: Sourced<{ readonly minimum: number }>;
  readonly individualContracts: Sourced<{ readonly mustBeClosed: boolean }>;
  readonly etpCap: Sourced<{
    readonly perDoctor: number;
    /** The bonus of the docteurs juniors starts on an unknown day between these two. */
    readonly bonusFrom: { readonly earliest: Day; readonly latest: Day };
    readonly bonusPerPamsuDoctor: number;
    readonly bonusPerDoctorOfTrainingSite: number;
  }>;
  readonly newlyInstalledMember: Sourced<{
    readonly underMonths: number;
    readonly patientsMT: number;
    readonly fileActive: number;
    readonly dueYears: number;
  }>;
  readonly waitingPeriodYears: Sourced<number>;
}

export type RuleVersion = IndividualVersion | CollectiveVersion;
export type VersionId = RuleVersion["id"];
export type ContractType = RuleVersion["contractType"];

/** Published data is never edited: a mistake is corrected by publishing another version. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const leaf of Object.values(value)) frozen(leaf);
  }
  return value;
}
