import type { Town } from "./ground";
import type { Skill, Specialty } from "./specialties";
import type { Way } from "./streets";

/** Ways of practising, by the sector code of the RPPS. */
export type PracticeKind = "SA07" | "SA08" | "SA09" | "SA52";

export type Practice = {
  kind: PracticeKind;
  /** The structure's own key in the RPPS: R and 14 figures, C and the SIRET, F and the FINESS. */
  structure: string;
  name: string;
  number: string;
  suffix: string;
  way: Way;
  street: string;
  postcode: string;
  town: Town;
  phone: string;
  email: string;
  siret: string;
  finess: string;
};

export type FeeSector = "1" | "2" | "unregulated";
/** OPTAM, or its form for surgeons, anaesthetists and obstetricians. */
export type FeeScheme = "OPTAM" | "OPTAM-ACO" | null;

export type Person = {
  rpps: string;
  civility: "M" | "MME";
  lastName: string;
  firstName: string;
  age: number;
};

export type Doctor = Person & {
  department: string;
  specialty: Specialty;
  skill: Skill;
  capacity: Skill | null;
  feeSector: FeeSector;
  feeScheme: FeeScheme;
  practices: readonly Practice[];
  /** Someone of the same name and specialty practises in the same town. */
  homonym: boolean;
};

export function isGeneralist(doctor: Pick<Doctor, "specialty">): boolean {
  return doctor.specialty.ameli.code === "01";
}
