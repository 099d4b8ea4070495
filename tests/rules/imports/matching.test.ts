import { describe, expect, it } from "vitest";
import { familyOfSkill } from "~/doctors/specialty";
import { type AmeliIdentity, type Candidate, decide, matchScore } from "~/imports/matching";
import { AMELI, RPPS, readSample } from "./sample";

const LINE: AmeliIdentity = {
  lastName: "FICTIF-LAROCHE",
  firstName: "CAMILLE",
  family: "general-practice",
  addressLine: "0012 RUE DE LA FICTION",
  postcode: "44000",
  town: "NANTES",
  phone: "0261910001",
};

const DOCTOR: Candidate = {
  doctorId: 1,
  lastName: "FICTIF-LAROCHE",
  firstName: "CAMILLE",
  family: "general-practice",
  addressLine: "12 Rue DE LA FICTION",
  postcode: "44000",
  town: "Nantes",
  phone: "0261910001",
};

const score = (line: Partial<AmeliIdentity>, doctor: Partial<Candidate>) =>
  matchScore({ ...LINE, ...line }, { ...DOCTOR, ...doctor });

describe("how much a line resembles a doctor", () => {
  it("is whole when all agrees, and says why in French", () => {
    expect(score({}, {})).toEqual({
      score: 100,
      reasons: ["même nom", "même prénom", "même spécialité", "même code postal", "même rue", "même téléphone"],
    });
  });

  it("is nothing under another name, whatever else agrees", () => {
    expect(score({ lastName: "DURAND" }, {})).toEqual({ score: 0, reasons: ["noms différents"] });
  });

  it.each([
    ["a particle", { lastName: "DE FICTIF LAROCHE" }],
    ["one of two names", { lastName: "LAROCHE" }],
    ["a slip", { lastName: "FICTIF-LAROCHES" }],
    ["an initial", { firstName: "C" }],
    ["a CEDEX", { postcode: "44093" }],
    ["no phone", { phone: null }],
    ["an unknown specialty", { family: null }],
  ] as const)("is still sure with %s", (_, line) => {
    const found = score(line, {});
    expect(found.score).toBeLessThanOrEqual(100);
    expect(decide([{ doctorId: 1, ...found }])).toEqual({ kind: "sure", doctorId: 1 });
  });

  it.each([
    ["another first name", { firstName: "PIERRE" }],
    [
      "another specialty, elsewhere",
      { family: "cardiology", postcode: "13005", town: "MARSEILLE", addressLine: null, phone: null },
    ],
    ["a name alone", { firstName: null, family: null, postcode: null, town: null, addressLine: null, phone: null }],
  ] as const)("is never sure with %s", (_, line) => {
    expect(decide([{ doctorId: 1, ...score(line, {}) }]).kind).not.toBe("sure");
  });
});

describe("the decision", () => {
  it("doubts between homonyms of one town, and tells them by the rest", () => {
    const bare = { addressLine: null, phone: null };
    const twins = [1, 2].map((doctorId) => ({ doctorId, ...score(bare, { doctorId }) }));
    expect(decide(twins)).toMatchObject({ kind: "doubt", candidates: [{ doctorId: 1 }, { doctorId: 2 }] });
    const far = { doctorId: 2, ...score({}, { postcode: "29200", town: "Brest", addressLine: null, phone: null }) };
    expect(decide([{ doctorId: 1, ...score({}, {}) }, far])).toEqual({ kind: "sure", doctorId: 1 });
  });

  it("counts a doctor with two practices once, by the nearer one", () => {
    const places = [DOCTOR, { ...DOCTOR, postcode: "35000", town: "Rennes", addressLine: null }];
    expect(decide(places.map((place) => ({ doctorId: 1, ...matchScore(LINE, place) })))).toEqual({
      kind: "sure",
      doctorId: 1,
    });
  });

  it("is none without a likely candidate, and shows five doubts at most", () => {
    expect(decide([])).toEqual({ kind: "none" });
    expect(decide([{ doctorId: 1, score: 40, reasons: [] }])).toEqual({ kind: "none" });
    const crowd = Array.from({ length: 9 }, (_, doctorId) => ({ doctorId, score: 90, reasons: [] }));
    expect(decide(crowd)).toMatchObject({ kind: "doubt", candidates: { length: 5 } });
  });
});

describe("the two directories together", () => {
  it("every Ameli line of a known doctor finds that doctor, and no other line finds anyone", () => {
    const doctors = readSample(`${RPPS}.txt`, "rpps").rows.map((row) => ({
      ...row,
      doctorId: Number(row.rpps),
      family: familyOfSkill(row.skillCode ?? "") ?? "general-practice",
    }));
    const known = new Map(doctors.map((doctor) => [doctor.lastName.replace("Œ", "OE"), doctor.doctorId]));
    for (const line of readSample(`${AMELI}.csv`, "ameli").rows) {
      const scores = doctors.map((doctor) => ({ doctorId: doctor.doctorId, ...matchScore(line, doctor) }));
      const expected = known.get(line.lastName);
      expect(decide(scores)).toEqual(expected ? { kind: "sure", doctorId: expected } : { kind: "none" });
    }
  });
});
