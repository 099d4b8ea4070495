import { describe, expect, test } from "vitest";
import { answerCase } from "~/casebook/answer";
import { readCase } from "~/casebook/case.form";

const AV7 = {
  contractType: "INDIVIDUAL",
  signatureDate: "2021-01-11",
  specialty: "MEDECINE_GENERALE",
  sector: "1",
  optam: null,
  zone: "HZ",
  groupPractice: true,
  coordinatedPractice: "YES",
  patientsMT: 700,
  patientsMTScope: "ADULT",
  fileActive: null,
  percentileBand: "P30_P50",
  optionEtp: "0.5",
  newlyInstalled: false,
};
const CONV2024 = {
  ...AV7,
  signatureDate: "2025-03-03",
  patientsMT: 900,
  patientsMTScope: "ADULT_CHILD",
  percentileBand: "P30_P90",
};
const GROUP = {
  contractType: "COLLECTIVE",
  signatureDate: "2026-12-01",
  legalForm: "SISA",
  adheringDoctors: 4,
  allGpNonMep: true,
  allAssociatesInOwnName: true,
  allSector1OrOptam: true,
  meanPatientsMT: 775,
  etpRequested: 4,
  pamsuDoctorsHostingJunior: 0,
  activeIndividualContracts: 0,
};

function answer(input: Record<string, unknown>) {
  const read = readCase(input);
  if (!read.ok) throw new Error(read.why);
  return answerCase(read.input);
}

describe("the switch of June 2024", () => {
  test("an anniversary on 22 June 2024 is on the 2024 table, the day before is not", () => {
    const on = (signatureDate: string) => answer({ ...AV7, signatureDate }).aidEurByContractYear;
    expect(on("2022-06-22")).toMatchObject({ "1": 18000, "2": 13500, "3": 11000 });
    expect(on("2022-06-21")).toMatchObject({ "1": 18000, "2": 13500, "3": 10500, "4": 11000 });
  });

  test("the last day of the règlement arbitral pays year 1 by the former table", () => {
    const on = (signatureDate: string) => answer({ ...CONV2024, signatureDate, optionEtp: "1" }).aidEurByContractYear;
    expect(on("2024-06-21")).toMatchObject({ "1": 36000, "2": 28000, "3": 22000 });
    expect(on("2024-06-22")).toMatchObject({ "1": 38000, "2": 28000, "3": 22000 });
  });
});

describe("versions", () => {
  test("a day before the first text refuses", () => {
    expect(answer({ ...AV7, signatureDate: "2019-08-31" })).toMatchObject({
      eligible: "no",
      failingCriteria: ["INDIVIDUAL_NOT_IN_FORCE"],
    });
  });

  test("solo practice passes from 1 May 2023, counts being of adults and children", () => {
    const solo = { ...CONV2024, groupPractice: false, coordinatedPractice: "NO" };
    expect(answer({ ...solo, signatureDate: "2023-05-01" })).toMatchObject({ eligible: "yes" });
    expect(answer({ ...solo, signatureDate: "2023-04-30" })).toMatchObject({
      eligible: "no",
      failingCriteria: ["GROUP_PRACTICE", "COORDINATED_PRACTICE"],
    });
  });

  test("a doctor who asked to switch follows the text of that day, and loses the former objectives", () => {
    const asked = answer({ ...AV7, evaluationDate: "2023-06-01", doctorAskedToSwitch: true });
    expect(asked).toMatchObject({ applicableVersion: "RA2023" });
    expect(asked).not.toHaveProperty("objectives");
  });

  test("past its fifth year a contract is renewed under the text of the day", () => {
    expect(answer({ ...AV7, evaluationDate: "2026-01-10" })).toMatchObject({ applicableVersion: "AV7" });
    expect(answer({ ...AV7, evaluationDate: "2026-01-11" })).toMatchObject({ applicableVersion: "CONV2024" });
  });

  test("only surgeons owe the clinical share in 2023, ORL and gynaecologists too in 2024", () => {
    const orl = { ...CONV2024, specialty: "ORL", clinicalFeeShare12m: 0.7, patientsMT: undefined };
    expect(answer({ ...orl, signatureDate: "2023-10-02" }).failingCriteria).toEqual([]);
    expect(answer(orl).failingCriteria).toEqual(["SURGEON_CLINICAL_SHARE"]);
  });
});

describe("counts", () => {
  test("adults alone prove a line drawn on everyone, and disprove nothing", () => {
    expect(answer({ ...CONV2024, patientsMT: 776, patientsMTScope: "ADULT" }).eligible).toBe("yes");
    expect(answer({ ...CONV2024, patientsMT: 700, patientsMTScope: "ADULT" })).toMatchObject({
      eligible: "unknown",
      unresolvedCriteria: ["MIN_PATIENTELE_MT_MISSING_DATA"],
    });
  });

  test("everyone disproves a line drawn on adults, and proves nothing", () => {
    expect(answer({ ...AV7, patientsMT: 639, patientsMTScope: "ADULT_CHILD" }).eligible).toBe("no");
    expect(answer({ ...AV7, patientsMT: 900, patientsMTScope: "ADULT_CHILD" }).eligible).toBe("unknown");
  });

  test("under the line, a doctor who may be newly installed is not refused", () => {
    expect(answer({ ...CONV2024, patientsMT: 700, newlyInstalled: null }).eligible).toBe("unknown");
    const { newlyInstalled: _, ...unclaimed } = { ...CONV2024, patientsMT: 700 };
    expect(answer(unclaimed).eligible).toBe("no");
  });

  test("one patient around each line", () => {
    const conv = (patientsMT: number) => answer({ ...CONV2024, patientsMT });
    expect(conv(774).eligible).toBe("no");
    expect(conv(775)).toMatchObject({ eligible: "yes", warnings: ["THRESHOLD_BOUNDARY"] });
    expect(conv(776)).not.toHaveProperty("warnings");
    expect(answer({ ...AV7, patientsMT: 641 })).toMatchObject({ eligible: "yes", objectives: [{ patients: 160 }] });
  });
});

describe("options", () => {
  const second = {
    ...CONV2024,
    zone: "ZIP",
    optionEtp: "2",
    isMEP: false,
    currentContract: { optionEtp: "1", contractYear: 3, objectivesMet: true },
  };

  test("every condition of the second assistant is asked for, and each is named", () => {
    expect(answer(second)).toMatchObject({ optionAvailable: true, aidEurByContractYearUnknown: true });
    expect(answer({ ...second, isMEP: true })).toMatchObject({ optionFailing: ["SECOND_ASSISTANT_MEP"] });
    expect(
      answer({ ...second, zone: "HZ", currentContract: { optionEtp: "0.5", contractYear: 1, objectivesMet: false } }),
    ).toMatchObject({
      optionFailing: [
        "SECOND_ASSISTANT_ZONE",
        "SECOND_ASSISTANT_CURRENT_OPTION",
        "SECOND_ASSISTANT_CONTRACT_YEAR",
        "SECOND_ASSISTANT_OBJECTIVES",
      ],
    });
    expect(answer({ ...second, currentContract: null })).toMatchObject({ optionAvailable: "unknown" });
  });

  test("a second assistant does not exist before the 2024 convention", () => {
    expect(answer({ ...second, signatureDate: "2024-06-21" })).toMatchObject({
      optionFailing: ["SECOND_ASSISTANT_NOT_IN_FORCE"],
    });
  });
});

describe("one contract year", () => {
  const elder = {
    ...CONV2024,
    patientsMT: 1200,
    percentileBand: null,
    doctorAgeAtSignature: 65,
    evaluatedContractYear: 3,
  };

  test("at 65 a tenth of the list may be lost, not one patient more", () => {
    expect(answer({ ...elder, observedPatientsMT: 1080 })).toMatchObject({
      objectiveMet: true,
      aidEurYear3: { min: 11000, max: 11000, exact: 11000 },
    });
    expect(answer({ ...elder, observedPatientsMT: 1079 })).toMatchObject({ objectiveMet: false });
    expect(answer({ ...elder, doctorAgeAtSignature: 64, observedPatientsMT: 1300 })).toMatchObject({
      objectiveMet: "unknown",
      aidEurYear3: { min: 0, max: 11000, exact: null },
    });
  });

  test("a reached objective pays the ceiling of the year asked", () => {
    const reached = { ...CONV2024, percentileBand: "P90_P95", achievementRatio: 1, evaluatedContractYear: 4 };
    expect(answer(reached)).toMatchObject({
      objectiveMet: true,
      aidEurYear4: { min: 13000, max: 13000, exact: 13000 },
    });
  });

  test("the grid of avenant 7 says what is reached", () => {
    const year3 = { ...AV7, evaluatedContractYear: 3 };
    expect(answer({ ...year3, observedPatientsMT: 875 })).toMatchObject({ objectiveMet: true });
    expect(answer({ ...year3, observedPatientsMT: 874 })).toMatchObject({ objectiveMet: false });
  });
});

describe("collective contracts", () => {
  test("the mean of 775 is enough, on the first day too", () => {
    expect(answer({ ...GROUP, signatureDate: "2026-02-25" })).toEqual({
      eligible: "yes",
      failingCriteria: [],
      unresolvedCriteria: [],
      aidEurByContractYear: { "1": 152000, "2": 112000, "3": 88000 },
      amountIsMaximumFromYear: 3,
    });
  });

  test("the bonus of the docteurs juniors starts on an unknown day of November 2026", () => {
    const five = { ...GROUP, etpRequested: 5, pamsuDoctorsHostingJunior: 2 };
    expect(answer(five)).toMatchObject({ eligible: "yes", etpCap: 5, aidEurByContractYear: { "1": 190000 } });
    expect(answer({ ...five, signatureDate: "2026-11-15" }).eligible).toBe("unknown");
    expect(answer({ ...five, signatureDate: "2026-10-31" }).failingCriteria).toEqual(["ETP_CAP"]);
    const half = { ...five, etpRequested: 4.5 };
    expect(answer(half)).toMatchObject({ eligible: "yes", aidEurByContractYearUnknown: true });
  });

  test("every failure is listed, and what is not known beside it", () => {
    expect(answer({ ...GROUP, legalForm: "SEL", allSector1OrOptam: false, meanPatientsMT: null })).toMatchObject({
      eligible: "no",
      failingCriteria: ["LEGAL_FORM", "SECTOR_OPTAM"],
      unresolvedCriteria: ["GROUP_MEAN_PATIENTELE_MT_MISSING_DATA"],
    });
  });
});
