import { describe, expect, it } from "vitest";
import { FAMILY_LABELS, familyOfAmeli, familyOfLabel, familyOfSkill } from "~/doctors/specialty";
import { SKILL_CODES } from "~/doctors/specialty-tables";

describe("a skill code", () => {
  it("covers SM01 to SM95 once each", () => {
    const numbers = Object.values(SKILL_CODES).flatMap((codes) => codes.split(" "));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 95 }, (_, rank) => String(rank + 1).padStart(2, "0")));
    expect(Object.keys(FAMILY_LABELS).toSorted()).toEqual(Object.keys(SKILL_CODES).toSorted());
  });

  it.each([
    ["SM26", "general-practice"],
    ["SM53", "general-practice"],
    ["SM54", "general-practice"],
    ["SM81", "cardiology"],
    ["SM55", "radiology"],
    ["SM92", "psychiatry"],
    ["SM86", "ent"],
  ])("%s is %s", (code, family) => expect(familyOfSkill(code)).toBe(family));

  it("is unknown outside the specialties of the Ordre", () => {
    for (const code of ["SM99", "CAPA05", "", "constructor"]) expect(familyOfSkill(code)).toBeNull();
  });
});

describe("an Ameli line", () => {
  it.each([
    ["01", "Médecin généraliste", "general-practice"],
    ["22", "Médecin généraliste", "general-practice"],
    ["23", "Médecin généraliste", "general-practice"],
    ["02", "Anesthésiste réanimateur", "anaesthesia"],
    ["07", "Gynécologue / Obstétricien", "gynaecology"],
    ["85", "Spécialiste en allergologie", "allergology"],
    ["??", "Neurochirurgien", "surgery"],
    ["??", "Cancérologue radiothérapeute", "radiotherapy"],
    ["??", "Chirurgien maxillo-facial et stomatologiste", "stomatology"],
    ["??", "Oto-Rhino-Laryngologue (ORL) et chirurgien cervico-facial", "ent"],
    ["??", "Chirurgien vasculaire", "surgery"],
    ["??", "Médecin vasculaire", "vascular-medicine"],
    ["??", "Neuropsychiatre", "psychiatry"],
    ["??", "Chirurgien thoracique et cardio-vasculaire", "surgery"],
    ["15", "", "ophthalmology"],
    ["98", "Spécialité inconnue", null],
  ])("%s %s is %s", (code, label, family) => expect(familyOfAmeli(code, label)).toBe(family));

  it("has the same families as the directory's own labels", () => {
    expect(familyOfLabel("Cardiologie et maladies vasculaires")).toBe("cardiology");
    expect(familyOfLabel("Radio-diagnostic")).toBe("radiology");
    expect(familyOfLabel("Gynécologie-obstétrique")).toBe("gynaecology");
  });
});
