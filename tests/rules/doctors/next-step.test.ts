import { describe, expect, it } from "vitest";
import { nextStep, type StepFacts } from "~/doctors/next-step";

const KNOWN: StepFacts = {
  verdict: "yes",
  question: null,
  change: null,
  zone: "ZIP",
  hasPhone: true,
  signedOn: null,
  goneOn: null,
};
const step = (facts: Partial<StepFacts>) => nextStep({ ...KNOWN, ...facts });

describe("what to do about a doctor", () => {
  it.each([
    [{}, "propose", /Appelez .* en ZIP/],
    [{ zone: "HZ", hasPhone: false }, "propose", /^Proposez une visite au cabinet\.$/],
    [{ signedOn: "2026-01-05" }, "done", /5\sjanvier 2026/],
    [{ goneOn: "2026-10-01", signedOn: "2026-01-05" }, "locate", /l'annuaire ne le nomme plus/],
    [{ verdict: "unknown", question: { askTo: "doctor", settles: true, isFact: true } }, "ask", /la réponse tranche/],
    [
      { verdict: "unknown", question: { askTo: "fund", settles: false, isFact: true } },
      "check",
      /fichiers de la caisse/,
    ],
    [
      { verdict: "unknown", question: { askTo: "fund", settles: false, isFact: false } },
      "check",
      /appartient à la caisse/,
    ],
    [{ verdict: "no" }, "wait", /ne peut pas être levé/],
    [
      { verdict: "no", change: { steps: [{ code: "SECTOR_OPTAM", sentence: "Adhérer à l'Optam." }], verdict: "yes" } },
      "wait",
      /adhérer à l'Optam/,
    ],
  ] as [Partial<StepFacts>, string, RegExp][])("%o", (facts, kind, sentence) => {
    expect(step(facts)).toEqual({ kind, sentence: expect.stringMatching(sentence) });
  });
});
