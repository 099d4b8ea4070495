export const STAFFING_OPTIONS = ["1/3", "0.5", "1", "1.5", "2"] as const;

/** Working time of the assistant the aid pays for, in full-time equivalents. */
export type StaffingOption = (typeof STAFFING_OPTIONS)[number];

/** 1.5 and 2 ETP: a second assistant beside the first. */
export function isSecondAssistant(option: StaffingOption): boolean {
  return option === "1.5" || option === "2";
}
