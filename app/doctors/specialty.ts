import { folded } from "./names";
import { LABEL_STEMS, SKILL_CODES, type SpecialtyFamily } from "./specialty-tables";

export { FAMILY_LABELS, type SpecialtyFamily } from "./specialty-tables";

/** Several codes name one specialty as people say it: cardiology has five, general practice three. */
const FAMILY_BY_SKILL: ReadonlyMap<string, SpecialtyFamily> = new Map(
  Object.entries(SKILL_CODES).flatMap(([family, codes]) =>
    codes.split(" ").map((number) => [`SM${number}`, family as SpecialtyFamily] as const),
  ),
);

/** Only the codes whose meaning is confirmed; for all others the label decides (grouping by 01 loses 11 % of the GPs). */
const FAMILY_BY_AMELI_CODE: Readonly<Record<string, SpecialtyFamily>> = {
  "01": "general-practice",
  "22": "general-practice",
  "23": "general-practice",
  "03": "cardiology",
  "05": "dermatology",
  "06": "radiology",
  "07": "gynaecology",
  "70": "gynaecology",
  "77": "gynaecology",
  "79": "gynaecology",
  "12": "paediatrics",
  "15": "ophthalmology",
  "32": "neurology",
  "33": "psychiatry",
  "75": "psychiatry",
  "34": "geriatrics",
};

export function familyOfSkill(code: string): SpecialtyFamily | null {
  return FAMILY_BY_SKILL.get(code) ?? null;
}

/** The Ameli directory names its specialties by the person (« Cardiologue »), and its codes are finer than its labels. */
export function familyOfAmeli(code: string, label: string): SpecialtyFamily | null {
  return familyOfLabel(label) ?? FAMILY_BY_AMELI_CODE[code] ?? null;
}

export function familyOfLabel(label: string): SpecialtyFamily | null {
  const text = folded(label);
  return LABEL_STEMS.find(([stem]) => text.includes(stem))?.[1] ?? null;
}
