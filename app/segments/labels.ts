import { FAMILY_LABELS } from "~/doctors/specialty";
import { STAGE_LABELS } from "~/funnel/stage";
import type { Channel, Criterion, Kind, Match, Side, UnknownFact } from "./criteria";
import { OBJECTIONS } from "./objections";

type ValueOf<K extends Kind> = Criterion<K> extends { is: readonly (infer Value extends string)[] } ? Value : never;
type Words<K extends Kind> = Readonly<Record<ValueOf<K>, string>>;

export const VERDICTS: Words<"verdict"> = {
  yes: "éligibles",
  unknown: "à vérifier",
  no: "non éligibles",
};

/** What may fail, as it reads after « écartés par ». */
export const FAILINGS: Words<"failing"> = {
  SPECIALTY_EXCLUDED: "la spécialité",
  REPLACEMENT_DOCTOR: "le statut de remplaçant",
  SECTOR_OPTAM: "le secteur conventionnel",
  SURGEON_CLINICAL_SHARE: "la part d'honoraires cliniques",
  MIN_PATIENTELE_MT: "la patientèle médecin traitant",
  MIN_FILE_ACTIVE: "la file active",
};

export const ZONES: Words<"zone"> = {
  ZIP: "en ZIP",
  ZAC: "en ZAC",
  ZV: "en zone de vigilance",
  HZ: "hors zonage",
  unknown: "de zone inconnue",
};

const { "general-practice": _, ...FAMILIES } = FAMILY_LABELS;

export const SPECIALTIES: Words<"specialty"> = {
  "general-practice": "généralistes",
  specialists: "spécialistes",
  ...(Object.fromEntries(
    Object.entries(FAMILIES)
      .map(
        ([family, label]) =>
          [family, label === "ORL" ? label : label.charAt(0).toLocaleLowerCase("fr") + label.slice(1)] as const,
      )
      .sort(([, a], [, b]) => a.localeCompare(b, "fr")),
  ) as Record<keyof typeof FAMILIES, string>),
  other: "autre spécialité",
};

export const FEE_SECTORS: Words<"fee-sector"> = {
  "1": "en secteur 1",
  "2": "en secteur 2",
  "2-optam": "en secteur 2 avec Optam",
  "2-no-optam": "en secteur 2 sans Optam",
  "3": "non conventionnés",
};

export const STAGES: Words<"stage"> = { none: "aucune étape", ...STAGE_LABELS, lost: "perdu" };

export const LAST_VISITS: Words<"last-visit"> = {
  "never-met": "jamais rencontrés",
  interested: "intéressés",
  later: "à revoir",
  objection: "avec une objection",
  refused: "opposés à l'aide",
  absent: "absents",
};

export const HEARD: Words<"objection"> = OBJECTIONS;

/** Facts as they read after « dont on ignore ». */
export const FACT_NAMES: Readonly<Record<UnknownFact, string>> = {
  fee_sector: "le secteur conventionnel",
  optam: "l'adhésion à l'Optam",
  optam_variant: "l'option de l'Optam",
  mt_total: "la patientèle médecin traitant",
  mt_adult: "la patientèle adulte",
  active_count: "la file active",
  newly_settled: "l'ancienneté d'installation",
  special_practice: "l'exercice particulier",
  mixed_practice: "l'activité salariée",
  replacement: "le statut de remplaçant",
  group_practice: "l'exercice en groupe",
  coordinated: "l'exercice coordonné",
  clinical_share_pm: "la part d'honoraires cliniques",
  adapted_contract: "l'accès au contrat adapté",
};

/** Channels as they read after « opposés » and « sans opposition ». */
export const CHANNELS: Readonly<Record<Channel, string>> = {
  email: "aux courriels",
  visit: "aux visites",
  call: "aux appels",
};

export const SIDES: Readonly<Record<Side, string>> = {
  missing: "il manque des patients",
  above: "le seuil est dépassé",
  either: "d'un côté ou de l'autre",
};

export const MATCHES: Readonly<Record<Match, string>> = {
  all: "Tous ces critères",
  any: "Au moins un de ces critères",
  none: "Aucun de ces critères",
};

/** Names that only the database knows, by id; an id without a name no longer exists, or belongs to others. */
export interface Names {
  readonly sectors: Readonly<Record<number, string>>;
  readonly funds: Readonly<Record<number, string>>;
  readonly campaigns: Readonly<Record<string, string>>;
}
