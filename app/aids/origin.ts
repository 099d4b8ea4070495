import type { Provenance } from "~/eligibility/rule-version";
import { sourcesOf } from "~/eligibility/sources";
import { french } from "~/format/typography";

const STATUS: Record<Provenance["status"], string> = {
  CONFIRMED: "",
  DERIVED: ", déduit de ces textes",
  UNKNOWN: ", chiffre non trouvé",
};

/** Where a figure was read, with its date: « ameli.fr, « Ce qui change dès juin 2024 », 27 juin 2024 ». */
export function originText({ status, sources }: Provenance): string {
  const read = sourcesOf(sources).map(({ label, date }) => (date === null ? label : `${label}, ${date}`));
  return french(`${read.join(" ; ")}${STATUS[status]}`);
}
