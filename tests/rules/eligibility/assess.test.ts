import { describe, expect, test } from "vitest";
import { adaptedContract } from "~/eligibility/adapted-contract";
import { assess } from "~/eligibility/assess";
import { assessGroup } from "~/eligibility/assess-group";
import { countedAs, type DoctorFacts, NO_FACTS } from "~/eligibility/doctor-facts";
import { explainVerdict, nextQuestion } from "~/eligibility/explain";
import { verdictsInTime } from "~/eligibility/history";
import { missingPatients, smallestChange } from "~/eligibility/smallest-change";
import { av7 } from "~/eligibility/versions/av7";
import { coll2026 } from "~/eligibility/versions/coll2026";
import { conv2024 } from "~/eligibility/versions/conv2024";
import { ra2023 } from "~/eligibility/versions/ra2023";

const GP: DoctorFacts = {
  ...NO_FACTS,
  specialty: "MEDECINE_GENERALE",
  sector: "1",
  newlyInstalled: false,
  groupPractice: true,
  coordinatedPractice: "YES",
};
const DAY = "2025-01-06";
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");

describe("the verdict in one sentence", () => {
  const said = (facts: Partial<DoctorFacts>) => plain(explainVerdict(assess({ ...GP, ...facts }, conv2024, DAY)));

  test("names the text and the figure that decides", () => {
    expect(said({ mtTotal: 1043 })).toBe("Éligible selon la convention 2024 : 1 043 patients MT pour un seuil de 775.");
    expect(said({ sector: "2", optam: false, mtTotal: 900 })).toBe("Non éligible : secteur 2 sans Optam.");
    expect(said({})).toBe("À vérifier : le nombre de patients médecin traitant n'est pas connu.");
  });

  test("joins several refusals, counts the other doubts", () => {
    expect(said({ sector: "3", mtTotal: 700 })).toBe(
      "Non éligible : médecin non conventionné et 700 patients MT pour un seuil de 775.",
    );
    expect(said({ sector: null })).toBe("À vérifier : le secteur conventionnel n'est pas connu, et un autre point.");
  });

  test("adults alone under the line do not settle it", () => {
    expect(said({ mtAdult: 700 })).toBe("À vérifier : 700 patients connus, sans savoir combien d'enfants en plus.");
  });
});

describe("the table of criteria", () => {
  const { criteria } = assess({ ...GP, mtTotal: 900 }, conv2024, DAY);

  test("shows what an earlier text asked as lifted, with its day", () => {
    const lifted = criteria.filter(({ required }) => !required);
    expect(lifted.map(({ code }) => code)).toEqual(["GROUP_PRACTICE", "COORDINATED_PRACTICE"]);
    expect(lifted.map(({ threshold }) => plain(threshold))).toEqual(Array(2).fill("non exigé depuis le 1er mai 2023"));
  });

  test("each line names its sources in French and stays in order", () => {
    expect(criteria.map(({ code }) => code)).toEqual([
      "SPECIALTY_EXCLUDED",
      "SECTOR_OPTAM",
      "GROUP_PRACTICE",
      "COORDINATED_PRACTICE",
      "MIN_PATIENTELE_MT",
    ]);
    expect(criteria.every(({ sources, why }) => sources.length > 0 && why.endsWith("."))).toBe(true);
  });

  test("a refused criterion says what it takes", () => {
    const refused = assess({ ...GP, mtTotal: 700 }, conv2024, DAY).criteria.find(({ verdict }) => verdict === "no");
    expect(plain(refused?.why)).toBe(
      "700 patients MT pour un seuil de 775 : il faut au moins 775 patients médecin traitant, adultes et enfants.",
    );
  });
});

describe("what the sources leave open", () => {
  const open = (facts: Partial<DoctorFacts>, version = conv2024) =>
    assess({ ...GP, mtTotal: 900, ...facts }, version, DAY).unresolved;

  test("the line of a MEP, until the caisse has given him a contract", () => {
    expect(open({ isMEP: true })).toEqual(["MIN_PATIENTELE_MT_MEP_THRESHOLD_UNKNOWN"]);
    expect(open({ isMEP: true, underContract: true })).toEqual([]);
  });

  test("an adapted line for a doctor with RQTH or ALD, only when he needs it", () => {
    expect(open({ rqthOrAld: true, mtTotal: 600 })).toEqual(["MIN_PATIENTELE_MT_ADAPTED_CONTRACT"]);
    expect(open({ rqthOrAld: true })).toEqual([]);
  });

  test("mixed practice and replacement before the 2024 convention", () => {
    expect(open({ mixedPractice: true }, ra2023)).toEqual(["MIXED_PRACTICE_RULE_UNKNOWN"]);
    expect(open({ replacementDoctor: true }, ra2023)).toEqual(["REPLACEMENT_DOCTOR_RULE_UNKNOWN"]);
    expect(open({ mixedPractice: true })).toEqual([]);
    expect(assess({ ...GP, mtTotal: 900, replacementDoctor: true }, conv2024, DAY).failing).toEqual([
      "REPLACEMENT_DOCTOR",
    ]);
  });

  test("avenant 7, solo practice: refused outside the under-served zones, doubtful where the zone is", () => {
    const solo = (zone: DoctorFacts["zone"]) => {
      const { verdict, derogationsUsed } = assess(
        { ...GP, mtAdult: 700, groupPractice: false, zone },
        av7,
        "2021-01-11",
      );
      return [verdict, ...derogationsUsed];
    };
    expect(solo("ZIP")).toEqual(["yes", "GROUP_PRACTICE_SOUS_DENSE"]);
    expect([solo("ZAC"), solo(null)]).toEqual([["unknown"], ["unknown"]]);
    expect([solo("HZ"), solo("ZV")]).toEqual([["no"], ["no"]]);
  });

  test("exactly a fifth of children is not more than a fifth", () => {
    const judged = (shareUnder16: number) => assess({ ...GP, mtAdult: 600, shareUnder16 }, av7, "2021-01-11").verdict;
    expect([judged(0.2), judged(0.21)]).toEqual(["no", "unknown"]);
  });

  test("the file active of a specialist, until a version publishes the line", () => {
    const cardiologist = { ...GP, specialty: "CARDIOLOGIE", fileActive: 1000 };
    expect(assess(cardiologist, conv2024, DAY).unresolved).toEqual(["MIN_FILE_ACTIVE_THRESHOLD_UNKNOWN"]);
    const published = { ...conv2024, fileActive: { ...conv2024.fileActive, value: { CARDIOLOGIE: 1000 } } };
    const judged = (fileActive: number | null) => assess({ ...cardiologist, fileActive }, published, DAY);
    expect([judged(1000).verdict, judged(999).verdict]).toEqual(["yes", "no"]);
    expect(judged(null).unresolved).toEqual(["MIN_FILE_ACTIVE_MISSING_DATA"]);
  });
});

describe("what to do next", () => {
  test("the fact that chooses the line is asked before the count", () => {
    const question = nextQuestion(assess({ ...GP, specialty: null, sector: null }, conv2024, DAY));
    expect(question).toMatchObject({ code: "SPECIALTY_EXCLUDED", settles: false, askTo: "doctor" });
    expect(nextQuestion(assess(GP, conv2024, DAY))).toMatchObject({ code: "MIN_PATIENTELE_MT", settles: true });
  });

  test("nothing is asked when the answer could not change a refusal", () => {
    expect(nextQuestion(assess({ ...GP, sector: "3" }, conv2024, DAY))).toBeNull();
  });

  test("the patients that are missing, on the measure of the text", () => {
    expect(missingPatients({ ...GP, mtTotal: 763 }, conv2024)).toBe(12);
    expect(missingPatients({ ...GP, mtAdult: 640 }, av7)).toBeNull();
    expect(missingPatients({ ...GP, mtAdult: 700 }, conv2024)).toBeNull();
    const change = smallestChange({ ...GP, mtTotal: 763, sector: "2", optam: false }, conv2024, DAY);
    expect(change?.verdict).toBe("yes");
    expect(change?.steps.map(({ sentence }) => plain(sentence))).toEqual([
      "Adhérer à l'Optam.",
      "Il manque 12 patients médecin traitant.",
    ]);
  });

  test("the same doctor under each text of its day", () => {
    const solo = { ...GP, groupPractice: false, zone: "HZ" as const, mtTotal: 800, mtAdult: 650 };
    expect(verdictsInTime(solo).map(({ version, assessment }) => [version.id, assessment.verdict])).toEqual([
      ["AV7", "no"],
      ["RA2023", "yes"],
      ["CONV2024", "yes"],
    ]);
  });

  test("who needs a contract of his own", () => {
    expect(adaptedContract({ ...GP, rqthOrAld: true }, conv2024)).toEqual({ needed: true, byFund: true });
    expect(adaptedContract({ ...GP, mixedPractice: true }, conv2024)).toEqual({ needed: true, byFund: false });
    expect(adaptedContract({ ...GP, rqthOrAld: true }, av7)).toEqual({ needed: false, byFund: false });
  });
});

test("a count without its scope is read the weaker way of each text", () => {
  expect(countedAs(800, null, "ADULT_CHILD")).toEqual({ mtAdult: 800, mtTotal: null });
  expect(countedAs(800, null, "ADULT")).toEqual({ mtAdult: null, mtTotal: 800 });
});

test("a group explains itself like a doctor", () => {
  const group = {
    legalForm: "SCM",
    adheringDoctors: 3,
    allGpNonMep: true,
    allAssociatesInOwnName: true,
    allSector1OrOptam: true,
    meanPatientsMT: 774.75,
    etpRequested: 3,
    pamsuDoctorsHostingJunior: 0,
    approvedTrainingSite: true,
    activeIndividualContracts: 0,
  };
  expect(plain(explainVerdict(assessGroup(group, coll2026, "2026-04-01")))).toBe(
    "Non éligible : 774,75 patients en moyenne pour un seuil de 775.",
  );
  const site = { ...group, meanPatientsMT: 800, etpRequested: 4.5 };
  expect(assessGroup(site, coll2026, "2026-12-01").verdict).toBe("yes");
  expect(assessGroup({ ...site, approvedTrainingSite: null }, coll2026, "2026-12-01").failing).toEqual(["ETP_CAP"]);
});
