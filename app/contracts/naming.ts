import type { StaffingOption } from "~/aids/options";
import { politeName } from "~/format/names";
import { countOf } from "~/format/numbers";
import { type CompanyForm, type ContractKind, OPTION_LABELS } from "./contract";

interface Named {
  readonly kind: ContractKind;
  readonly company: string | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
}

/** The doctor, or the company; a doctor the reader no longer sees has no name. */
export function nameOf({ kind, company, last_name, first_name }: Named): string {
  if (kind === "collective") return company ?? "Société";
  return last_name === null
    ? "Médecin d'un autre secteur"
    : politeName({ lastName: last_name, firstName: first_name ?? "" });
}

/** « 1/2 équivalent temps plein », « 3 équivalents temps plein ». */
export function sizeOf(sheet: {
  readonly option: StaffingOption | null;
  readonly etp: number | null;
  readonly company_form?: CompanyForm | null;
}): string {
  const form = sheet.company_form ? `${sheet.company_form}, ` : "";
  return sheet.option === null
    ? `${form}${countOf(sheet.etp ?? 0, "équivalent temps plein", "équivalents temps plein")}`
    : OPTION_LABELS[sheet.option];
}
