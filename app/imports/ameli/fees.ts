import { folded } from "~/doctors/names";
import { shown } from "../wording";

/** 1 = secteur 1, 2 = secteur 2, 3 = non conventionné: our words, not the codes of the file. */
export type FeeSector = "1" | "2" | "3";
export type FeeScheme = "OPTAM" | "OPTAM_ACO";
export type Fees = { feeSector: FeeSector | null; permanentOverrun: boolean };

const NONE: Fees = { feeSector: null, permanentOverrun: false };

/** In the file secteur 2 is 3, and 2 is the older right to exceed; counts of the published file settle it. */
const BY_CODE: Readonly<Record<string, Fees>> = {
  "0": { feeSector: "3", permanentOverrun: false },
  "1": { feeSector: "1", permanentOverrun: false },
  "2": { feeSector: "2", permanentOverrun: true },
  "3": { feeSector: "2", permanentOverrun: false },
};

/** The label is what a person reads: where the code says otherwise, an older nomenclature was used. */
export function readFees(code: string, label: string, warnings: string[]): Fees {
  const byCode = BY_CODE[code];
  const byLabel = feesOfLabel(folded(label));
  if (byCode && byLabel && byCode.feeSector !== byLabel.feeSector) {
    warnings.push(
      `Secteur conventionnel : le code ${shown(code)} et le libellé ${shown(label)} se contredisent, le libellé est suivi.`,
    );
  }
  const fees = byLabel ?? byCode;
  if (!fees && (code !== "" || label !== "")) {
    warnings.push(`Secteur conventionnel ${shown(`${code} ${label}`)} inconnu : laissé vide.`);
  }
  return fees ?? NONE;
}

function feesOfLabel(label: string): Fees | null {
  if (label.startsWith("non conventionne")) return { feeSector: "3", permanentOverrun: false };
  if (label.includes("depassement permanent")) return { feeSector: "2", permanentOverrun: true };
  if (/^secteur 2\b/.test(label)) return { feeSector: "2", permanentOverrun: false };
  return /^secteur 1\b/.test(label) ? { feeSector: "1", permanentOverrun: false } : null;
}

/** Empty means no commitment, which is an answer and not a gap. */
export function readFeeScheme(code: string, warnings: string[]): FeeScheme | null {
  if (code === "3") return "OPTAM";
  if (code === "4") return "OPTAM_ACO";
  if (code !== "") warnings.push(`Option tarifaire ${shown(code)} inconnue : laissée vide.`);
  return null;
}
