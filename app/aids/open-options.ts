import { GENERAL_PRACTICE, type Specialty, type Zone } from "~/eligibility/doctor-facts";
import { frozen, type IndividualVersion, type Provenance } from "~/eligibility/rule-version";
import type { StaffingOption } from "./options";
import { secondAssistant } from "./second-assistant";

export interface OptionRequest {
  readonly version: IndividualVersion["id"];
  readonly zone: Zone | null;
  readonly specialty: Specialty | null;
  readonly isMEP: boolean | null;
  /** The contract the doctor already runs; null when none is known. */
  readonly currentContract: CurrentContract | null;
}

export interface CurrentContract {
  readonly optionEtp: StaffingOption | null;
  readonly contractYear: number | null;
  readonly objectivesMet: boolean | null;
}

export interface Availability {
  readonly available: "yes" | "no" | "unknown";
  readonly failing: readonly string[];
  readonly unresolved: readonly string[];
}

const OPEN: Availability = frozen({ available: "yes", failing: [], unresolved: [] });

/** Which options a new contract may take, text by text; zones null = everywhere. */
export const OPTION_RULES: Readonly<
  Record<
    IndividualVersion["id"],
    {
      readonly thirdOpen: boolean;
      readonly fullTimeZones: readonly Zone[] | null;
      /** ameli names the ZIP afterwards; unions and press wrote "zone sous-dense". */
      readonly fullTimeUnclearZones: readonly Zone[];
      readonly secondAssistant: boolean;
      readonly provenance: Provenance;
    }
  >
> = frozen({
  AV7: {
    thirdOpen: true,
    fullTimeZones: ["ZIP"],
    fullTimeUnclearZones: ["ZAC"],
    secondAssistant: false,
    provenance: { status: "DERIVED", sources: ["S18", "S06", "S09"] },
  },
  RA2023: {
    thirdOpen: false,
    fullTimeZones: null,
    fullTimeUnclearZones: [],
    secondAssistant: false,
    provenance: { status: "CONFIRMED", sources: ["S18", "S23"] },
  },
  CONV2024: {
    thirdOpen: false,
    fullTimeZones: null,
    fullTimeUnclearZones: [],
    secondAssistant: true,
    provenance: { status: "CONFIRMED", sources: ["S23", "S26", "S27"] },
  },
});

/** An eligible doctor may still find an option closed. */
export function optionAvailability(option: StaffingOption, request: OptionRequest): Availability {
  const rules = OPTION_RULES[request.version];
  switch (option) {
    case "1/3":
      return rules.thirdOpen ? OPEN : closed("OPTION_1_3_ETP_CLOSED");
    case "0.5":
      return OPEN;
    case "1":
      return fullTime(request);
    case "1.5":
    case "2":
      if (!rules.secondAssistant) return closed("SECOND_ASSISTANT_NOT_IN_FORCE");
      return secondAssistant({ ...request, isGP: request.specialty === GENERAL_PRACTICE });
  }
}

function fullTime({ version, zone }: OptionRequest): Availability {
  const { fullTimeZones, fullTimeUnclearZones } = OPTION_RULES[version];
  if (fullTimeZones === null || (zone !== null && fullTimeZones.includes(zone))) return OPEN;
  if (zone === null || fullTimeUnclearZones.includes(zone))
    return { available: "unknown", failing: [], unresolved: ["OPTION_1_ETP_ZONE"] };
  return closed("OPTION_1_ETP_ZONE");
}

function closed(code: string): Availability {
  return { available: "no", failing: [code], unresolved: [] };
}
