import { type CollectiveVersion, frozen } from "../rule-version";

/** Second type of contract, beside the individual one; every figure rests on S30 and must be read again on ameli. */
export const coll2026: CollectiveVersion = frozen({
  contractType: "COLLECTIVE",
  id: "COLL2026",
  name: "le contrat collectif de 2026",
  since: "2026-02-25",
  until: null,
  legalForms: { value: ["SCP", "SCM", "SISA"], status: "CONFIRMED", sources: ["S30"] },
  generalPractitionersOnly: { value: { mepAccepted: false }, status: "CONFIRMED", sources: ["S30"] },
  associatesInOwnName: { value: true, status: "CONFIRMED", sources: ["S30"] },
  sectors: { value: { open: ["1"], withOptam: ["2"] }, status: "CONFIRMED", sources: ["S30"] },
  meanPatientsMT: { value: { minimum: 775 }, status: "CONFIRMED", sources: ["S30"] },
  individualContracts: { value: { mustBeClosed: true }, status: "CONFIRMED", sources: ["S30"] },
  etpCap: {
    value: {
      perDoctor: 1,
      bonusFrom: { earliest: "2026-11-01", latest: "2026-11-30" },
      bonusPerPamsuDoctor: 0.5,
      bonusPerDoctorOfTrainingSite: 0.5,
    },
    status: "CONFIRMED",
    sources: ["S30"],
  },
  newlyInstalledMember: {
    value: { underMonths: 12, patientsMT: 1045, fileActive: 1514, dueYears: 3 },
    status: "CONFIRMED",
    sources: ["S30"],
  },
  waitingPeriodYears: { value: 2, status: "CONFIRMED", sources: ["S30"] },
});
