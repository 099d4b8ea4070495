import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, weekday } from "~/calendar/day";
import {
  type Action,
  advance,
  atBarrier,
  begun,
  closed,
  type Happened,
  type JourneyPlan,
  type Place,
} from "~/campaigns/journeys/advance";
import { type JourneyStep, STOP_RULES, stopsOf } from "~/campaigns/journeys/journey";

const MONDAY = "2026-11-23";
const start = (given: Partial<Place> = {}): Place => ({
  at: 0,
  lastOn: MONDAY,
  begunOn: null,
  visitAskedOn: null,
  department: "44",
  ...given,
});
const step = (given: Partial<JourneyStep> = {}): JourneyStep => ({
  kind: "call",
  delay: 0,
  letter: "",
  expiry: null,
  onExpiry: "pass",
  ...given,
});
const plan = (...steps: JourneyStep[]): JourneyPlan => ({ steps, stops: stopsOf(STOP_RULES) });
const done = (on: Day) => ({ on, result: "done", because: null }) as const;

describe("the next step", () => {
  it("waits its working days, holidays of the département included", () => {
    const after = plan(step({ delay: 3 }));
    const place = start({ lastOn: "2026-12-23" });
    expect(advance(place, after, {}, null, "2026-12-24")).toEqual({ kind: "wait", until: "2026-12-29" });
    expect(advance({ ...place, department: "67" }, after, {}, null, "2026-12-24")).toEqual({
      kind: "wait",
      until: "2026-12-29",
    });
    const good = start({ lastOn: "2027-03-24" }); // Good Friday is 26 March
    expect(advance(good, plan(step({ delay: 2 })), {}, null, "2027-03-24")).toMatchObject({ until: "2027-03-26" });
    expect(advance({ ...good, department: "67" }, plan(step({ delay: 2 })), {}, null, "2027-03-24")).toMatchObject({
      until: "2027-03-30",
    });
  });

  it("begins on its day, or on the next working one when nobody looked before", () => {
    expect(advance(start(), plan(step()), {}, null, MONDAY)).toEqual({ kind: "begin", step: 0 });
    expect(advance(start(), plan(step()), {}, null, "2026-11-28")).toEqual({ kind: "wait", until: "2026-11-30" });
  });

  it("passes a task after its days, or ends there, and no sooner", () => {
    const place = start({ begunOn: MONDAY });
    const two = step({ expiry: 2 });
    expect(advance(place, plan(two), {}, null, "2026-11-25")).toEqual({ kind: "wait", until: "2026-11-26" });
    expect(advance(place, plan(two), {}, null, "2026-11-26")).toMatchObject({
      kind: "close",
      settled: { result: "passed", because: "expired" },
    });
    expect(advance(place, plan({ ...two, onExpiry: "end" }), {}, null, "2026-11-26")).toEqual({
      kind: "stop",
      because: "expired",
    });
    expect(advance(place, plan(step()), {}, null, "2027-11-26")).toEqual({ kind: "wait", until: null });
  });

  it("passes a letter that is put off for days, and waits for one whose campaign is paused", () => {
    const letter = plan(step({ kind: "letter" }));
    const place = start({ begunOn: MONDAY });
    expect(advance(place, letter, {}, null, "2026-11-30")).toEqual({ kind: "wait", until: "2026-12-01" });
    expect(advance(place, letter, {}, null, "2026-12-01")).toMatchObject({
      kind: "close",
      settled: { because: "not-sent" },
    });
    expect(advance({ ...place, isHeld: true }, letter, {}, null, "2027-12-01")).toEqual({ kind: "wait", until: null });
  });

  it("finishes after the last one", () => {
    expect(advance(start({ at: 1 }), plan(step()), {}, null, MONDAY)).toEqual({ kind: "finish" });
  });
});

describe("what stops", () => {
  it.each([
    ["opposition", { opposedOn: MONDAY }],
    ["visit-booked", { bookedOn: MONDAY }],
    ["reply", { askedOn: MONDAY }],
    ["reply", { reportedOn: MONDAY }],
    ["contract-signed", { signedOn: MONDAY }],
    ["practice-signed", { colleagueSignedOn: MONDAY }],
  ] as const)("%s", (because, facts) => {
    expect(advance(start(), plan(step()), facts, null, MONDAY)).toEqual({ kind: "stop", because });
    expect(advance(start(), plan(step()), facts, null, addDays(MONDAY, -1))).not.toMatchObject({ kind: "stop" });
    const only = { steps: [step()], stops: [] };
    expect(advance(start(), only, facts, null, MONDAY).kind).toBe(because === "opposition" ? "stop" : "begin");
  });

  it("is not the visit that the journey asked for", () => {
    const asked = start({ begunOn: MONDAY, visitAskedOn: MONDAY });
    const visit = plan(step({ kind: "visit" }));
    expect(advance(asked, visit, { bookedOn: MONDAY }, done(MONDAY), MONDAY).kind).toBe("close");
    expect(advance(asked, visit, { bookedOn: addDays(MONDAY, -1) }, null, MONDAY).kind).toBe("stop");
    expect(advance(asked, visit, { askedOn: MONDAY }, null, MONDAY).kind).toBe("stop");
  });
});

it("holds a letter back for what passes by itself, for a while, and passes it for the rest", () => {
  const letter = step({ kind: "letter" });
  expect(atBarrier(start(), letter, "no_address", MONDAY)).toMatchObject({ kind: "close" });
  expect(atBarrier(start(), letter, "visit_soon", MONDAY)).toEqual({ kind: "wait", until: "2026-11-24" });
  expect(atBarrier(start(), letter, "visit_soon", "2026-11-27")).toEqual({ kind: "wait", until: "2026-11-30" });
  expect(atBarrier(start(), letter, "visit_soon", "2026-12-07")).toMatchObject({
    kind: "close",
    settled: { because: "visit_soon" },
  });
});

const aDay = fc.integer({ min: 0, max: 400 }).map((count) => addDays(MONDAY, count));
const aStep = fc.record({
  kind: fc.constantFrom("letter" as const, "call" as const, "visit" as const),
  delay: fc.integer({ min: 0, max: 15 }),
  letter: fc.constant("demo"),
  expiry: fc.option(fc.integer({ min: 1, max: 15 })),
  onExpiry: fc.constantFrom("pass" as const, "end" as const),
});
const facts = fc.record<Happened>(
  { opposedOn: aDay, bookedOn: aDay, askedOn: aDay, reportedOn: aDay, signedOn: aDay, colleagueSignedOn: aDay },
  { requiredKeys: [] },
);

/** A worker that looks on any days it likes, and delegates who take any time, or for ever. */
const story = fc.record({
  steps: fc.array(aStep, { maxLength: 6 }),
  stops: fc.subarray([...STOP_RULES]),
  facts: fc.oneof(fc.constant({}), facts),
  takes: fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: 6, maxLength: 6 }),
  looks: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 300, maxLength: 300 }),
});

type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

/** One doctor on their way; `did` are the steps begun, with the days. */
class Walk {
  place = start();
  isOver = false;
  readonly did: { step: number; on: Day }[] = [];
  constructor(
    readonly journey: JourneyPlan,
    readonly told: Story,
  ) {}

  /** As a worker does: until there is nothing more for today. */
  look(today: Day): void {
    for (let turns = 0; !this.isOver; turns++) {
      expect(turns).toBeLessThanOrEqual(2 * this.journey.steps.length + 1);
      const action = advance(this.place, this.journey, this.told.facts, this.settled(), today);
      if (action.kind === "wait") {
        if (action.until !== null) expect(action.until > today).toBe(true);
        return;
      }
      this.follow(action, today);
    }
  }

  private settled() {
    const taken = this.told.takes[this.place.at];
    return this.place.begunOn === null || taken == null ? null : done(addDays(this.place.begunOn, taken));
  }

  private follow(action: Exclude<Action, { kind: "wait" }>, today: Day): void {
    if (action.kind === "begin") {
      expect(stopsNow(this.journey, this.place, this.told.facts, today)).toBe(false);
      this.did.push({ step: action.step, on: today });
      this.place = begun(this.place, this.journey.steps[action.step]!, today);
    } else if (action.kind === "close") {
      const next = closed(this.place, action.settled);
      expect(next.lastOn >= this.place.lastOn).toBe(true);
      this.place = next;
    } else this.isOver = true;
  }
}

it("does each step once, in order, on working days, never after a stop, and comes to an end", () => {
  fc.assert(
    fc.property(story, (told) => {
      const { steps, stops, takes, looks } = told;
      const walk = new Walk({ steps, stops: stopsOf(stops) }, told);
      let today = MONDAY;
      for (const skip of looks) {
        walk.look(today);
        today = addDays(today, skip);
      }
      expect(walk.did.map(({ step }) => step)).toEqual(walk.did.map((_, at) => at));
      expect(walk.did.every(({ on }) => weekday(on) <= 5)).toBe(true);
      const isPatient = steps.every(
        ({ kind, expiry }, at) => kind === "letter" || expiry !== null || takes[at] != null,
      );
      if (isPatient) expect(walk.isOver).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** Told again, apart from the rule: whether any chosen fact holds that the journey did not ask for. */
function stopsNow({ stops }: JourneyPlan, place: Place, told: Happened, today: Day): boolean {
  const on = (day?: Day | null) => day != null && day <= today;
  const foreign = (day?: Day | null) => on(day) && !(place.visitAskedOn !== null && day! >= place.visitAskedOn);
  return (
    on(told.opposedOn) ||
    (stops.includes("visit-booked") && foreign(told.bookedOn)) ||
    (stops.includes("reply") && (on(told.askedOn) || foreign(told.reportedOn))) ||
    (stops.includes("contract-signed") && on(told.signedOn)) ||
    (stops.includes("practice-signed") && on(told.colleagueSignedOn))
  );
}
