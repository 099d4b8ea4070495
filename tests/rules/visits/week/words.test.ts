import { describe, expect, it } from "vitest";
import type { Conflict, ConflictKind } from "~/visits/planner/conflicts";
import { conflictSentence } from "~/visits/week/conflict-sentence";
import { differenceOf, differenceSentence } from "~/visits/week/difference";
import { mayInclude, type WhyNot, whyNotSentence } from "~/visits/week/left-out";
import { reasonOf } from "~/visits/week/reason";
import { isOver, weekAsked, weekAtHand } from "~/visits/week/span";
import { firmnessText, isMovable, otherHolds } from "~/visits/week/stop-words";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const WEEK = "2026-11-30";
const DAYS = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"];

describe("the week asked for", () => {
  it.each([
    ["2026-12-02", "2026-11-30"],
    ["2026-11-30", "2026-11-30"],
    ["", "2026-11-23"],
    ["demain", "2026-11-23"],
    ["2026-02-30", "2026-11-23"],
    ["1900-01-01", "2026-11-23"],
    ["9999-12-31", "2026-11-23"],
    ["2026-01-01", "2025-12-29"],
    ["2028-05-20", "2028-05-15"],
    ["2028-05-25", "2026-11-23"],
  ])("%s is the week of %s", (text, monday) => expect(weekAsked(text, "2026-11-24")).toBe(monday));

  it("is the coming one at the week's end", () => {
    expect(["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"].map(weekAtHand)).toEqual([
      "2026-11-23",
      "2026-11-30",
      "2026-11-30",
      "2026-11-30",
    ]);
  });

  it("is over on the Saturday", () => {
    expect([isOver(WEEK, "2026-12-04"), isOver(WEEK, "2026-12-05")]).toEqual([false, true]);
  });
});

describe("the reason of a visit", () => {
  const facts = { verdict: "yes", nearMiss: null, lastMetOn: null, lastResult: null, promisedOn: null };
  it.each([
    [{}, "Première visite · éligible"],
    [{ verdict: "unknown" }, "Première visite · un point à vérifier"],
    [{ verdict: "no", nearMiss: "Il manque 12 patients." }, "Première visite · Il manque 12 patients."],
    [{ verdict: null }, "Première visite"],
    [{ promisedOn: "2026-12-02" }, "Visite promise pour le mercredi 2 décembre · éligible"],
    [{ promisedOn: "2026-11-02" }, "Promise le lundi 2 novembre, en retard · éligible"],
    [{ lastMetOn: "2026-06-03", lastResult: "absent" }, "Absence constatée le mercredi 3 juin · éligible"],
    [{ lastMetOn: "2026-09-01", lastResult: "later" }, "90 jours sans visite · éligible"],
    [{ lastMetOn: "2024-09-01", lastResult: "later" }, "Plus d'un an sans visite · éligible"],
  ])("of %o", (given, said) => expect(plain(reasonOf({ ...facts, ...given }, WEEK))).toBe(said));
});

describe("what a computation changed", () => {
  const stop = (doctorId: number, given = {}) => ({
    doctorId,
    name: `Dr ${doctorId}`,
    day: WEEK,
    minutes: 540,
    area: "HZ",
    ...given,
  });
  const before = { stops: [stop(1), stop(2), stop(3)], drivingSeconds: 6_000 };

  it("is told by doctor, and in one sentence", () => {
    const after = {
      stops: [stop(1, { minutes: 555 }), stop(2, { minutes: 560 }), stop(4, { area: "ZIP" })],
      drivingSeconds: 4_920,
    };
    const difference = differenceOf(before, after);
    expect(difference).toMatchObject({
      kept: 1,
      moved: [{ doctorId: 2, from: { minutes: 540 }, to: { minutes: 560 } }],
      added: [{ doctorId: 4 }],
      dropped: [{ doctorId: 3 }],
      areas: { ZIP: 1, ZAC: 0, other: -1 },
      drivingMinutes: -18,
    });
    expect(plain(differenceSentence(difference))).toBe("+1 médecin en ZIP, −1 hors zone sous-dense, −18 min de route");
  });

  it.each([
    [before, "Rien n'a changé"],
    [{ ...before, stops: [stop(1), stop(2), stop(5)] }, "1 médecin pour autant d'autres, à route égale"],
    [{ ...before, stops: [stop(1), stop(2), stop(3, { day: DAYS[3] })] }, "Les mêmes médecins, à d'autres heures"],
    [{ stops: [], drivingSeconds: 0 }, "−3 médecins hors zone sous-dense, −1 h 40 de route"],
    [{ ...before, drivingSeconds: 9_900 }, "+1 h 05 de route"],
  ])("case %#", (after, said) => expect(plain(differenceSentence(differenceOf(before, after)))).toBe(said));
});

describe("a conflict", () => {
  const kinds: ConflictKind[] = [
    "day_too_short",
    "day_off",
    "not_plannable",
    "same_doctor",
    "no_window",
    "out_of_reach",
    "incompatible",
    "too_many",
    "visit_limit",
    "no_room",
  ];
  it.each(kinds)("%s is a whole sentence with its remedy", (kind) => {
    const conflict: Conflict = { kind, day: 1, candidates: ["a", "b"], missingSeconds: 601 };
    const said = plain(conflictSentence(conflict, DAYS, (id) => `Dr ${id}`));
    expect(said).toMatch(/^[A-ZÀÉ].+\. (Libérez|Changez).+\.$/);
    expect(said).not.toMatch(/undefined|null|NaN/);
    expect(plain(conflictSentence({ ...conflict, day: null }, DAYS, (id) => id))).not.toMatch(/undefined|null|NaN/);
  });

  it("names who is concerned, the day and how much is short", () => {
    const conflict: Conflict = { kind: "incompatible", day: 1, candidates: ["a", "b"], missingSeconds: 601 };
    expect(plain(conflictSentence(conflict, DAYS, (id) => `Dr ${id}`))).toContain(
      "Dr a et Dr b : ces visites ne tiennent pas ensemble le mardi 1er décembre, il manque 11 min.",
    );
  });
});

describe("why somebody is left out", () => {
  const codes: WhyNot[] = [
    "excluded",
    "no_location",
    "no_window_in_period",
    "out_of_reach",
    "other_address_planned",
    "day_full",
    "blocked_by_locked",
    "lower_value",
    "not_found",
    "booked",
    "refuses",
    "gone",
    "removed",
    "rested",
  ];
  it.each(codes)("%s is a sentence", (why) => {
    expect(plain(whyNotSentence({ why, forcing: null }, DAYS, String))).toMatch(/^[A-Z].+\.$/);
  });

  it("tells who would make way, and when", () => {
    const forcing = {
      candidate: "d:1",
      day: 2,
      startsAt: 36_000,
      dropped: ["a", "b"],
      scoreChange: -5,
      extraSeconds: 600,
    };
    expect(plain(whyNotSentence({ why: "lower_value", forcing }, DAYS, (id) => `Dr ${id}`))).toBe(
      "D'autres visites comptent davantage. Possible mercredi 2 décembre à 10 h, à la place de Dr a et Dr b.",
    );
  });

  it("leaves no button where a visit is out of the question", () => {
    expect(codes.filter((why) => !mayInclude(why))).toEqual([
      "no_location",
      "other_address_planned",
      "booked",
      "refuses",
      "gone",
    ]);
  });
});

describe("how firm a visit is", () => {
  it("is said in words, and what it may become depends on its state", () => {
    expect(firmnessText({ state: "booked", firmness: "fixed" })).toBe("rendez-vous pris, heure fixée");
    expect(firmnessText({ state: "proposed", firmness: "suggestion" })).toBe("suggestion");
    expect(firmnessText({ state: "done", firmness: "fixed" })).toBe("visite faite");
    expect(otherHolds({ state: "proposed", firmness: "day" }).map(({ firmness }) => firmness)).toEqual([
      "fixed",
      "week",
      "suggestion",
    ]);
    expect(otherHolds({ state: "booked", firmness: "day" }).map(({ firmness }) => firmness)).toEqual(["fixed", "week"]);
    expect([
      isMovable({ state: "booked", isPast: false }),
      isMovable({ state: "booked", isPast: true }),
      isMovable({ state: "done", isPast: false }),
    ]).toEqual([true, false, false]);
  });
});
