import type { PercentileBand } from "~/eligibility/doctor-facts";
import { french } from "~/format/typography";

/** Bands one may enter when the caisse gave it, by the word an address carries; the list alone proves the lowest two. */
export const BAND_CHOICES: readonly { readonly code: string; readonly label: string; readonly band: PercentileBand }[] =
  [
    { code: "p30-p50", label: "du P30 au P50", band: "P30_P50" },
    { code: "p50-p70", label: "du P50 au P70", band: "P50_P70" },
    { code: "p70-p90", label: "du P70 au P90", band: "P70_P90" },
    { code: "p90-p95", label: "du P90 au P95", band: "P90_P95" },
    { code: "p95", label: french("P95 et plus"), band: "GTE_P95" },
  ];

export function bandNamed(code: string | null): PercentileBand | null {
  return BAND_CHOICES.find((each) => each.code === code)?.band ?? null;
}
