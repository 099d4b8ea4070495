import { FAMILY_LABELS, type SpecialtyFamily } from "./specialty";

/** The family as people say it; the registry's own label for what no family covers. */
export function specialtyName({ specialty, specialty_label }: { specialty: string; specialty_label: string }): string {
  return FAMILY_LABELS[specialty as SpecialtyFamily] ?? specialty_label;
}
