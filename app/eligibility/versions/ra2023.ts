import { frozen, type IndividualVersion } from "../rule-version";

/** Règlement arbitral, arrêté of 28 April 2023, Journal officiel of 30 April 2023. */
export const ra2023: IndividualVersion = frozen({
  contractType: "INDIVIDUAL",
  id: "RA2023",
  name: "le règlement arbitral de 2023",
  since: "2023-05-01",
  until: "2024-06-21",
  sectors: { value: { open: ["1"], withOptam: ["2"] }, status: "CONFIRMED", sources: ["S18"] },
  optamSchemes: { value: ["OPTAM", "OPTAM_CO"], status: "CONFIRMED", sources: ["S18"] },
  groupPractice: {
    value: { required: false, removedOn: "2023-05-01", derogationZones: [], unclearZones: [] },
    status: "CONFIRMED",
    sources: ["S18"],
  },
  coordinatedPractice: {
    value: { required: false, removedOn: "2023-05-01", commitmentYears: null },
    status: "CONFIRMED",
    sources: ["S18"],
  },
  patientsMT: {
    value: { minimum: 775, scope: "ADULT_CHILD", atMinimum: "yes" },
    status: "CONFIRMED",
    sources: ["S20", "S19"],
  },
  paediatricShare: { value: null, status: "CONFIRMED", sources: ["S20"] },
  mepMinimum: { value: null, status: "UNKNOWN", sources: [] },
  fileActive: { value: null, status: "UNKNOWN", sources: ["S19"] },
  newlyInstalled: { value: { exempt: true, underMonths: null }, status: "CONFIRMED", sources: ["S19"] },
  excludedSpecialties: {
    value: ["RADIOLOGIE", "RADIOTHERAPIE", "STOMATOLOGIE", "ANESTHESIE", "ANATOMOCYTOPATHOLOGIE", "MEDECINE_NUCLEAIRE"],
    status: "CONFIRMED",
    sources: ["S19"],
  },
  territoryLists: { value: null, status: "CONFIRMED", sources: ["S19"] },
  clinicalShare: {
    value: { families: ["CHIRURGIE"], minimumPercent: 80, atMinimum: "unknown", windowMonths: 12 },
    status: "CONFIRMED",
    sources: ["S19"],
  },
  rqthOrAld: { value: { adaptedContract: true, minimum: null }, status: "CONFIRMED", sources: ["S19"] },
  mixedPractice: { value: { accepted: null, adaptedContract: false }, status: "UNKNOWN", sources: [] },
  replacementDoctor: { value: { accepted: null }, status: "UNKNOWN", sources: [] },
});
