import { frozen, type IndividualVersion } from "../rule-version";

/** Convention médicale 2024-2029, signed on 4 June 2024. */
export const conv2024: IndividualVersion = frozen({
  contractType: "INDIVIDUAL",
  id: "CONV2024",
  name: "la convention 2024",
  since: "2024-06-22",
  until: null,
  sectors: { value: { open: ["1"], withOptam: ["2"] }, status: "CONFIRMED", sources: ["S24", "S30"] },
  optamSchemes: { value: ["OPTAM", "OPTAM_ACO"], status: "CONFIRMED", sources: ["S24"] },
  groupPractice: {
    value: { required: false, removedOn: "2023-05-01", derogationZones: [], unclearZones: [] },
    status: "CONFIRMED",
    sources: ["S24", "S28"],
  },
  coordinatedPractice: {
    value: { required: false, removedOn: "2023-05-01", commitmentYears: null },
    status: "CONFIRMED",
    sources: ["S24", "S28"],
  },
  patientsMT: {
    value: { minimum: 775, scope: "ADULT_CHILD", atMinimum: "yes" },
    status: "CONFIRMED",
    sources: ["S30", "S22", "S28"],
  },
  paediatricShare: { value: null, status: "CONFIRMED", sources: ["S30"] },
  mepMinimum: { value: null, status: "UNKNOWN", sources: ["S26"] },
  fileActive: { value: null, status: "UNKNOWN", sources: ["S24"] },
  newlyInstalled: { value: { exempt: true, underMonths: null }, status: "CONFIRMED", sources: ["S24"] },
  excludedSpecialties: {
    value: ["RADIOLOGIE", "RADIOTHERAPIE", "STOMATOLOGIE", "ANESTHESIE", "ANATOMOCYTOPATHOLOGIE", "MEDECINE_NUCLEAIRE"],
    status: "CONFIRMED",
    sources: ["S24", "S28"],
  },
  territoryLists: { value: null, status: "CONFIRMED", sources: ["S24"] },
  clinicalShare: {
    value: {
      families: ["CHIRURGIE", "ORL", "GYNECOLOGIE"],
      minimumPercent: 80,
      atMinimum: "unknown",
      windowMonths: 12,
    },
    status: "CONFIRMED",
    sources: ["S24", "S28"],
  },
  rqthOrAld: { value: { adaptedContract: true, minimum: null }, status: "CONFIRMED", sources: ["S24", "S26"] },
  mixedPractice: { value: { accepted: true, adaptedContract: true }, status: "CONFIRMED", sources: ["S24"] },
  replacementDoctor: { value: { accepted: false }, status: "CONFIRMED", sources: ["S30"] },
});
