import { describe, expect, it } from "vitest";
import { conclusionOf, outlookText } from "~/campaigns/results/comparison-words";

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, " ");
const judged = {
  effect: { verdict: "undecided", difference: 0.059, interval: { low: -0.01, high: 0.08 } },
  letter: { doctors: 900 },
  holdout: { doctors: 100 },
  isFinal: false,
  endsOn: "2026-12-27",
  outlook: null,
} as const;

describe("a comparison in words", () => {
  it("says plainly that it cannot conclude", () => {
    expect(plain(conclusionOf("visites prises", judged))).toBe("Pas assez de données pour conclure.");
  });
  it("warns who looks early and sees zero left aside", () => {
    const tempting = { ...judged, effect: { ...judged.effect, interval: { low: 0.01, high: 0.08 } } };
    expect(plain(conclusionOf("visites prises", tempting))).toContain("avant la date convenue");
  });
  it("says what the letter brings, and that without a hold-out nothing can be said", () => {
    const more = { ...judged, isFinal: true, effect: { ...judged.effect, verdict: "more" } };
    expect(plain(conclusionOf("visites prises", more))).toBe(
      "Le courriel amène 5,9 visites prises de plus pour 100 médecins.",
    );
    expect(plain(conclusionOf("visites prises", { ...judged, holdout: { doctors: 0 } }))).toContain("Aucun médecin");
  });
  it("names the day, or what it would have taken", () => {
    expect(plain(outlookText({ ...judged, outlook: { kind: "in-days", on: "2026-12-05" } }))).toContain(
      "5 décembre 2026",
    );
    expect(plain(outlookText({ ...judged, outlook: { kind: "larger-holdout", holdout: 310 } }))).toContain(
      "310 sur 1 000 (31 %)",
    );
    expect(plain(outlookText({ ...judged, outlook: { kind: "more-doctors", doctors: 12_347 } }))).toContain("13 000");
    expect(outlookText(judged)).toBeNull();
  });
});
