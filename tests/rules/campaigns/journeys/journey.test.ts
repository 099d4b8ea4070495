import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedStep, freshStep, movedStep, withoutStep, withStep } from "~/campaigns/journeys/editing";
import { flawsOf } from "~/campaigns/journeys/flaws";
import {
  JOURNEY_STATES,
  type JourneyStep,
  MOST_STEPS,
  mayMove,
  STOP_RULES,
  stopsOf,
} from "~/campaigns/journeys/journey";
import { journeyForm, peopleSearch } from "~/campaigns/journeys/journeys.form";
import { tallyOf } from "~/campaigns/journeys/stations";
import { delayOf, expiryOf, stepName, whyEmpty } from "~/campaigns/journeys/words";

const letter: JourneyStep = { ...freshStep("letter", true), letter: "demo" };
const call = freshStep("call", false);

describe("stop rules", () => {
  it("always hold opposition, once, in order", () => {
    expect(stopsOf([])).toEqual(["opposition"]);
    expect(stopsOf(["reply", "opposition", "reply"])).toEqual(["opposition", "reply"]);
    expect(stopsOf(STOP_RULES)).toEqual(STOP_RULES);
  });
});

describe("moves", () => {
  it("leave nothing to do once ended", () => {
    const moves = ["edit", "submit", "send-back", "start", "pause", "resume", "end"] as const;
    const table = Object.fromEntries(
      JOURNEY_STATES.map((state) => [state, moves.filter((move) => mayMove(state, move))]),
    );
    expect(table).toEqual({
      draft: ["edit", "submit", "start"],
      submitted: ["send-back", "start"],
      running: ["pause", "end"],
      paused: ["resume", "end"],
      ended: [],
    });
  });
});

describe("editing", () => {
  it("moves a step and loses none, wherever it is sent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(250), { maxLength: 8 }),
        fc.nat(9),
        fc.constantFrom(1 as const, -1 as const),
        (delays, at, by) => {
          const steps = delays.map((delay) => ({ ...call, delay }));
          const moved = movedStep(steps, at, by);
          expect([...moved].sort((a, b) => a.delay - b.delay)).toEqual([...steps].sort((a, b) => a.delay - b.delay));
          const back = movedStep(moved, at + by, by === 1 ? -1 : 1);
          if (steps[at] && steps[at + by]) expect(back).toEqual(steps);
          else expect(moved).toEqual(steps);
        },
      ),
    );
  });

  it("adds up to the most, removes, changes one", () => {
    let steps: JourneyStep[] = [];
    for (let count = 0; count < MOST_STEPS + 3; count++) steps = withStep(steps, "call");
    expect(steps).toHaveLength(MOST_STEPS);
    expect(steps[0]!.delay).toBe(0);
    expect(withoutStep([letter, call], 0)).toEqual([call]);
    expect(changedStep([letter, call], 1, { delay: 7 })).toEqual([letter, { ...call, delay: 7 }]);
  });
});

describe("the form", () => {
  const given = (steps: unknown, more: Record<string, unknown> = {}) =>
    journeyForm.safeParse({
      intent: "save",
      version: "3",
      name: "Parcours",
      segment: "",
      category: "information",
      sender: "",
      reason: "",
      holdout: "10",
      steps: typeof steps === "string" ? steps : JSON.stringify(steps),
      ...more,
    });

  it("reads steps, and clears what does not belong to their kind", () => {
    const read = given(
      [
        { ...letter, expiry: 4 },
        { ...call, letter: "demo" },
      ],
      { stops: "reply" },
    );
    expect(read.data).toMatchObject({
      segment: null,
      stops: ["reply"],
      steps: [{ letter: "demo", expiry: null }, { letter: "" }],
    });
  });

  it.each([
    ["no list", "{"],
    ["a delay below zero", [{ ...call, delay: -1 }]],
    ["half a day", [{ ...call, delay: 1.5 }]],
    ["an unknown kind", [{ ...call, kind: "fax" }]],
    ["a letter that is no number", [{ ...letter, letter: "../etc" }]],
    ["too many", Array(MOST_STEPS + 1).fill(call)],
  ])("refuses %s", (_name, steps) => {
    expect(given(steps).success).toBe(false);
  });

  it("refuses two lines in what leaves as a header, and unknown rules", () => {
    expect(given([], { sender: "Caisse\r\nBcc: x" }).success).toBe(false);
    expect(given([], { stops: ["mood"] }).success).toBe(false);
  });

  it("shows everybody when the address makes no sense", () => {
    expect(peopleSearch.parse({ place: "x'; drop", apres: "abc" })).toEqual({});
    expect(peopleSearch.parse({ place: "stopped", apres: "12" })).toEqual({ place: "stopped", apres: 12 });
  });
});

it("names what keeps a draft from starting", () => {
  const draft = { segment_id: null, sender_name: "", reason: "", steps: [] };
  expect(flawsOf(draft)).toHaveLength(2);
  expect(flawsOf({ ...draft, segment_id: "s", steps: [call] })).toEqual([]);
  expect(flawsOf({ ...draft, segment_id: "s", steps: [call, { ...letter, letter: "" }] })).toEqual([
    "Choisissez la lettre de l'étape 2.",
    "Dites qui écrit : les médecins voient ce nom.",
    "Dites au médecin pourquoi il reçoit ces lettres, en une phrase.",
  ]);
});

describe("words", () => {
  it("say when, and what an unfinished task means", () => {
    expect(delayOf({ ...call, delay: 0 }, true)).toBe("dès l'entrée, un jour ouvré");
    expect(delayOf({ ...call, delay: 1 }, false)).toBe("1\u00a0jour ouvré après la fin de l'étape précédente");
    expect(expiryOf(letter)).toBeNull();
    expect(expiryOf({ ...call, onExpiry: "end" })).toContain("le parcours s'arrête");
    expect(stepName(letter, new Map([["demo", "L'aide"]]))).toBe("Lettre «\u00a0L'aide\u00a0»");
  });

  it("say why nobody is on the way", () => {
    const nobody = { state: "running", active: 0, over: 0, audience: 0, emptySince: "2026-11-04" } as const;
    expect(whyEmpty(nobody)).toBe("Personne dans ce parcours\u00a0: le public est vide depuis le 4\u00a0novembre.");
    expect(whyEmpty({ ...nobody, state: "draft" })).toContain("pas encore lancé");
    expect(whyEmpty({ ...nobody, audience: 3, emptySince: null, over: 3 })).toContain("les 3 entrés");
    expect(whyEmpty({ ...nobody, active: 1 })).toBeNull();
  });
});

it("counts everybody in one place", () => {
  const place = (
    state: "active" | "stopped" | "finished" | "held_out",
    step: number,
    doctors: number,
    because: string | null = null,
  ) => ({
    journey_id: "j",
    state,
    step,
    doctors,
    because,
  });
  const tally = tallyOf(
    2,
    [
      place("active", 0, 5),
      place("active", 1, 3),
      place("stopped", 0, 2, "reply"),
      place("stopped", 1, 4, "reply"),
      place("finished", 2, 1),
    ],
    [
      { step: 0, result: "done", because: null, doctors: 6 },
      { step: 0, result: "passed", because: "no_address", doctors: 2 },
      { step: 1, result: null, because: null, doctors: 3 },
    ],
  );
  expect(tally).toEqual({
    stations: [
      { here: 5, done: 6, passed: 2, reasons: [{ why: "sans adresse e-mail", doctors: 2 }] },
      { here: 3, done: 0, passed: 0, reasons: [] },
    ],
    active: 8,
    finished: 1,
    stopped: 6,
    heldOut: 0,
    endings: [{ why: "il a répondu", doctors: 6 }],
  });
});
