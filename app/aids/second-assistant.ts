import type { Availability, OptionRequest } from "./open-options";

/** The second assistant opens from this year of a full-time contract. */
const FROM_CONTRACT_YEAR = 3;

/** GP, not MEP, in ZIP, on a full-time contract in its third year or later, objectives reached: all together. */
export function secondAssistant({
  isGP,
  isMEP,
  zone,
  currentContract,
}: Omit<OptionRequest, "version" | "specialty"> & { isGP: boolean }): Availability {
  const option = currentContract?.optionEtp ?? null;
  const year = currentContract?.contractYear ?? null;
  const conditions: [code: string, met: boolean | null][] = [
    ["SECOND_ASSISTANT_NOT_GP", isGP],
    ["SECOND_ASSISTANT_MEP", isMEP === null ? null : !isMEP],
    ["SECOND_ASSISTANT_ZONE", zone === null ? null : zone === "ZIP"],
    ["SECOND_ASSISTANT_CURRENT_OPTION", option === null ? null : option === "1"],
    ["SECOND_ASSISTANT_CONTRACT_YEAR", year === null ? null : year >= FROM_CONTRACT_YEAR],
    ["SECOND_ASSISTANT_OBJECTIVES", currentContract?.objectivesMet ?? null],
  ];
  const failing = conditions.filter(([, met]) => met === false).map(([code]) => code);
  const unresolved = conditions.filter(([, met]) => met === null).map(([code]) => code);
  const available = failing.length > 0 ? "no" : unresolved.length > 0 ? "unknown" : "yes";
  return { available, failing, unresolved };
}
