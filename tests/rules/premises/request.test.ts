import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { freeTextRefusal } from "~/premises/free-text";
import { isOpen, nextStates, REQUEST_STATES, type Step, stepProblems } from "~/premises/request";

const TODAY = "2026-11-24";
const aStep = (given: Partial<Step> = {}): Step => ({
  to: "studied",
  on: TODAY,
  directedTo: null,
  answer: null,
  nextStep: "",
  nextOn: null,
  ...given,
});
const fieldsOf = (state: Parameters<typeof stepProblems>[0], step: Step, since = "2026-11-01") =>
  Object.keys(stepProblems(state, step, since, TODAY));

describe("a request for help with premises", () => {
  it.each([
    ["received", aStep(), []],
    ["received", aStep({ to: "answered", answer: "granted" }), ["to"]],
    ["studied", aStep({ to: "directed" }), ["directedTo"]],
    ["studied", aStep({ to: "directed", directedTo: "ars" }), []],
    ["directed", aStep({ to: "answered" }), ["answer"]],
    ["answered", aStep({ to: "directed", directedTo: "department" }), []],
    ["closed", aStep({ to: "studied" }), ["to"]],
    ["received", aStep({ on: "2026-11-25" }), ["on"]],
    ["received", aStep({ on: "2026-10-31" }), ["on"]],
    ["received", aStep({ nextStep: "Rappeler" }), ["nextStep"]],
    ["received", aStep({ nextOn: TODAY }), ["nextStep"]],
    ["received", aStep({ nextStep: "Rappeler", nextOn: "2026-11-23" }), ["nextOn"]],
    ["answered", aStep({ to: "closed", nextStep: "Rappeler", nextOn: TODAY }), ["nextStep"]],
  ] as const)("%s, %o: problems in %j", (state, step, fields) => {
    expect(fieldsOf(state, step)).toEqual(fields);
  });

  it("always comes to an end, and an end leads nowhere", () => {
    for (const state of REQUEST_STATES) {
      expect(isOpen(state)).toBe(state !== "closed" && state !== "withdrawn");
      if (isOpen(state)) expect(nextStates(state)).toContain("withdrawn");
    }
  });

  it("never goes back in time, whatever the days", () => {
    const days = fc.integer({ min: -400, max: 400 }).map((count) => addDays(TODAY, count));
    fc.assert(
      fc.property(days, days, (since, on) => {
        const isFine = since <= on && on <= TODAY;
        expect(fieldsOf("received", aStep({ on }), since).includes("on")).toBe(!isFine);
      }),
    );
  });
});

describe("its words", () => {
  it("are refused with a number of social security, confirmed or not", () => {
    expect(freeTextRefusal("Local de M. Roux 1 85 05 78 006 084 91", true)).toContain("sécurité sociale");
  });
  it("may be confirmed when they are only doubtful", () => {
    const doubtful = "Mme Durand a un cancer.";
    expect(freeTextRefusal(doubtful, false)).toContain("À relire");
    expect(freeTextRefusal(doubtful, true)).toBeNull();
    expect(freeTextRefusal("Une pièce de plus au rez-de-chaussée.", false)).toBeNull();
  });
});
