import type { PercentileBand } from "~/eligibility/doctor-facts";

/** Where a list stands among all those of the country. */
export const BAND_LABELS: Record<PercentileBand, string> = {
  BELOW_P30: "sous le 30ᵉ centile",
  P30_P50: "du 30ᵉ au 50ᵉ centile",
  P50_P70: "du 50ᵉ au 70ᵉ centile",
  P70_P90: "du 70ᵉ au 90ᵉ centile",
  P30_P90: "du 30ᵉ au 90ᵉ centile",
  P90_P95: "du 90ᵉ au 95ᵉ centile",
  GTE_P95: "95ᵉ centile et au-delà",
};
