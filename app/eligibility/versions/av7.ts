import { frozen, type IndividualVersion } from "../rule-version";

/** Avenant 7 to the 2016 convention, signed on 20 June 2019; first recruitments on 1 September 2019. */
export const av7: IndividualVersion = frozen({
  contractType: "INDIVIDUAL",
  id: "AV7",
  name: "l'avenant 7",
  since: "2019-09-01",
  until: "2023-04-30",
  sectors: { value: { open: ["1"], withOptam: ["2"] }, status: "CONFIRMED", sources: ["S05", "seed002"] },
  optamSchemes: { value: ["OPTAM", "OPTAM_CO"], status: "CONFIRMED", sources: ["S05", "seed002"] },
  groupPractice: {
    value: { required: true, removedOn: null, derogationZones: ["ZIP"], unclearZones: ["ZAC"] },
    status: "CONFIRMED",
    sources: ["S05", "S12", "seed002", "S49"],
  },
  coordinatedPractice: {
    value: { required: true, removedOn: null, commitmentYears: 2 },
    status: "CONFIRMED",
    sources: ["S05", "S17"],
  },
  patientsMT: {
    value: { minimum: 640, scope: "ADULT", atMinimum: "unknown" },
    status: "CONFIRMED",
    sources: ["S05", "S14", "S17"],
  },
  paediatricShare: { value: { abovePercent: 20, minimum: null }, status: "CONFIRMED", sources: ["S14"] },
  mepMinimum: { value: null, status: "UNKNOWN", sources: [] },
  fileActive: { value: null, status: "UNKNOWN", sources: ["S05"] },
  newlyInstalled: { value: { exempt: true, underMonths: null }, status: "CONFIRMED", sources: ["S05", "S14"] },
  excludedSpecialties: { value: [], status: "CONFIRMED", sources: ["S46"] },
  territoryLists: {
    value: { everywhere: ["MEDECINE_GENERALE"], announcedAsConditional: ["RADIOLOGIE"], waivedForRqth: true },
    status: "CONFIRMED",
    sources: ["S11", "S13", "S46"],
  },
  clinicalShare: { value: null, status: "UNKNOWN", sources: [] },
  rqthOrAld: { value: { adaptedContract: false, minimum: null }, status: "CONFIRMED", sources: ["S05", "S11"] },
  mixedPractice: { value: { accepted: null, adaptedContract: false }, status: "UNKNOWN", sources: [] },
  replacementDoctor: { value: { accepted: null }, status: "UNKNOWN", sources: [] },
});
