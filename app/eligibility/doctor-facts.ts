/** What the rules may look at, and nothing else. `null` = not known: never a default, never a refusal. */
export interface DoctorFacts {
  readonly specialty: Specialty | null;
  readonly sector: Sector | null;
  /** Member of the controlled-fee scheme; only read for sector 2. */
  readonly optam: boolean | null;
  readonly optamVariant: OptamVariant | null;
  readonly zone: Zone | null;
  /** At least two doctors in the practice; a health house on several sites counts. */
  readonly groupPractice: boolean | null;
  readonly coordinatedPractice: CoordinatedPractice | null;
  /** Patients over 16 having declared this doctor as their médecin traitant. */
  readonly mtAdult: number | null;
  /** Adults and children having declared this doctor as their médecin traitant. */
  readonly mtTotal: number | null;
  readonly fileActive: number | null;
  /** Measured at signature; read by the aid schedules, never by the eligibility rules. */
  readonly percentileBand: PercentileBand | null;
  readonly newlyInstalled: boolean | null;
  /** Share (0 to 1) of fees outside the CCAM over the 12 months before signature, extra fees left out. */
  readonly clinicalFeeShare12m: number | null;
  /** Share (0 to 1) of patients under 16. */
  readonly shareUnder16: number | null;
  readonly rqthOrAld: boolean | null;
  readonly mixedPractice: boolean | null;
  readonly isMEP: boolean | null;
  readonly replacementDoctor: boolean | null;
  /** Already holds an individual aid contract: the caisse has settled the threshold of a MEP. */
  readonly underContract: boolean | null;
}

/** Facts of a company asking for a collective contract. */
export interface GroupFacts {
  readonly legalForm: string | null;
  readonly adheringDoctors: number | null;
  readonly allGpNonMep: boolean | null;
  readonly allAssociatesInOwnName: boolean | null;
  readonly allSector1OrOptam: boolean | null;
  readonly meanPatientsMT: number | null;
  readonly etpRequested: number | null;
  readonly pamsuDoctorsHostingJunior: number | null;
  readonly approvedTrainingSite: boolean | null;
  readonly activeIndividualContracts: number | null;
}

/** A family of specialties: "MEDECINE_GENERALE", "CARDIOLOGIE", "CHIRURGIE"… Open list: the rules name a few. */
export type Specialty = string;
export const GENERAL_PRACTICE = "MEDECINE_GENERALE";

export const SECTORS = ["1", "2", "3"] as const;
export type Sector = (typeof SECTORS)[number];

export const OPTAM_VARIANTS = ["OPTAM", "OPTAM_CO", "OPTAM_ACO"] as const;
export type OptamVariant = (typeof OPTAM_VARIANTS)[number];

export const ZONES = ["ZIP", "ZAC", "ZV", "HZ"] as const;
export type Zone = (typeof ZONES)[number];

export const COORDINATED_PRACTICES = ["YES", "NO", "COMMITTED_2Y"] as const;
type CoordinatedPractice = (typeof COORDINATED_PRACTICES)[number];

export const PATIENT_SCOPES = ["ADULT", "ADULT_CHILD"] as const;
export type PatientScope = (typeof PATIENT_SCOPES)[number];

/** P30_P90: known to be under P90, sub-band not given. */
export const PERCENTILE_BANDS = [
  "BELOW_P30",
  "P30_P50",
  "P50_P70",
  "P70_P90",
  "P30_P90",
  "P90_P95",
  "GTE_P95",
] as const;
export type PercentileBand = (typeof PERCENTILE_BANDS)[number];

/** A doctor of whom nothing is known. */
export const NO_FACTS: DoctorFacts = Object.freeze({
  specialty: null,
  sector: null,
  optam: null,
  optamVariant: null,
  zone: null,
  groupPractice: null,
  coordinatedPractice: null,
  mtAdult: null,
  mtTotal: null,
  fileActive: null,
  percentileBand: null,
  newlyInstalled: null,
  clinicalFeeShare12m: null,
  shareUnder16: null,
  rqthOrAld: null,
  mixedPractice: null,
  isMEP: null,
  replacementDoctor: null,
  underContract: null,
});

/**
 * Files give one count and what it covers. Without its scope, a count is read the weaker way of each distribution:
 * adults for a line drawn on adults and children, everyone for a line drawn on adults.
 */
export function countedAs(
  count: number | null,
  scope: PatientScope | null,
  lineScope: PatientScope,
): Pick<DoctorFacts, "mtAdult" | "mtTotal"> {
  const known = scope ?? (lineScope === "ADULT" ? "ADULT_CHILD" : "ADULT");
  return known === "ADULT" ? { mtAdult: count, mtTotal: null } : { mtAdult: null, mtTotal: count };
}
