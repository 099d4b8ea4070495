export const STAFFING_OPTIONS = ["1/3", "0.5", "1", "1.5", "2"] as const;

/** Working time of the assistant the aid pays for, in full-time equivalents. */
export type StaffingOption = (typeof STAFFING_OPTIONS)[number];

export const OPTION_LABELS: Record<StaffingOption, string> = {
  "1/3": "1/3 temps",
  "0.5": "mi-temps",
  "1": "temps plein",
  "1.5": "1,5 temps plein",
  "2": "2 temps pleins",
};

/** 1.5 and 2 ETP: a second assistant beside the first. */
export function isSecondAssistant(option: StaffingOption): boolean {
  return option === "1.5" || option === "2";
}
