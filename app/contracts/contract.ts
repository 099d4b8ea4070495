import type { StaffingOption } from "~/aids/options";
import type { Day } from "~/calendar/day";
import type { PercentileBand } from "~/eligibility/doctor-facts";
import type { VersionId } from "~/eligibility/rule-version";

export type ContractKind = "individual" | "collective";

export const CONTRACT_STATES = [
  "opened",
  "signed",
  "running",
  "suspended",
  "ended",
  "terminated",
  "renewed",
  "abandoned",
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** Signed and not over: such a contract excludes another one for the same doctor. */
export const LIVE_STATES = ["signed", "running", "suspended"] as const satisfies readonly ContractState[];

export const EMPLOYERS = ["doctor", "shared", "group", "sisa", "company"] as const;
export type Employer = (typeof EMPLOYERS)[number];

export const COMPANY_FORMS = ["SCP", "SCM", "SISA"] as const;
export type CompanyForm = (typeof COMPANY_FORMS)[number];

export const STATE_LABELS: Record<ContractState, string> = {
  opened: "Dossier ouvert",
  signed: "Signé",
  running: "En cours",
  suspended: "Suspendu",
  ended: "Arrivé à terme",
  terminated: "Résilié",
  renewed: "Renouvelé",
  abandoned: "Abandonné",
};

/** Who employs the assistant. The doctor alone signs with the caisse, except the company of a collective contract. */
export const EMPLOYER_LABELS: Record<Employer, string> = {
  doctor: "Le médecin",
  shared: "Plusieurs médecins ensemble",
  group: "Un groupement d'employeurs",
  sisa: "La SISA, par son groupement interne",
  company: "La société signataire",
};

export const OPTION_LABELS: Record<StaffingOption, string> = {
  "1/3": "1/3 d'équivalent temps plein",
  "0.5": "1/2 équivalent temps plein",
  "1": "1 équivalent temps plein",
  "1.5": "1,5 équivalent temps plein",
  "2": "2 équivalents temps plein",
};

/** What the dates and amounts of a signed contract follow from. */
export interface ContractTerms {
  readonly kind: ContractKind;
  readonly version: VersionId;
  readonly option: StaffingOption | null;
  readonly etp: number | null;
  readonly band: PercentileBand | null;
  readonly newlyInstalled: boolean | null;
  readonly startsOn: Day;
  /** The first day after it. */
  readonly endsOn: Day;
  readonly hiredOn: Day | null;
  /** A renewal: whether its years are paid as first years again is written nowhere. */
  readonly isRenewal: boolean;
}
