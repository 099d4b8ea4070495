import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { type JourneyStep, stopsOf } from "~/campaigns/journeys/journey";
import { nextEventAfter, replay, type Supposed } from "~/campaigns/journeys/replay";

const step = (kind: JourneyStep["kind"], delay: number, expiry: number | null = null): JourneyStep => ({
  kind,
  delay,
  letter: kind === "letter" ? "demo" : "",
  expiry,
  onExpiry: "pass",
});
const plan = {
  steps: [step("letter", 0), step("call", 5, 3), step("visit", 10)],
  stops: stopsOf(["visit-booked", "contract-signed"]),
};
const supposed = (given: Partial<Supposed> = {}): Supposed => ({
  startsOn: "2026-11-23",
  department: "44",
  facts: {},
  doneOn: {},
  ...given,
});
const FAR = "2027-12-31";

it("dates every step when all goes well", () => {
  const { events, isOver } = replay(plan, supposed(), FAR);
  expect(events.filter(({ kind }) => kind === "begun").map(({ on }) => on)).toEqual([
    "2026-11-23",
    "2026-11-30",
    "2026-12-14",
  ]);
  expect(isOver).toBe(true);
  expect(events.at(-1)).toMatchObject({ kind: "finished", on: "2026-12-14" });
  expect(nextEventAfter({ events, isOver }, "2026-11-23")).toBe("2026-11-30");
  expect(nextEventAfter({ events, isOver }, "2026-12-14")).toBeNull();
});

it("stops on the day a visit is booked, and says why", () => {
  const { events } = replay(plan, supposed({ facts: { bookedOn: "2026-12-02" } }), FAR);
  expect(events.at(-1)).toEqual({ on: "2026-12-02", kind: "stopped", step: 2, because: "visit-booked" });
});

it("passes a call that nobody makes, then goes on", () => {
  const { events } = replay(plan, supposed({ doneOn: { 1: null } }), FAR);
  expect(events.find(({ kind }) => kind === "passed")).toEqual({
    on: "2026-12-04",
    kind: "passed",
    step: 1,
    because: "expired",
  });
  expect(events.at(-1)?.kind).toBe("finished");
});

it("tells the same story day by day as at once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (booked, upTo) => {
      const facts = { bookedOn: addDays("2026-11-23", booked) };
      const until = addDays("2026-11-23", upTo);
      const whole = replay(plan, supposed({ facts }), FAR).events;
      expect(replay(plan, supposed({ facts }), until).events).toEqual(whole.filter(({ on }) => on <= until));
    }),
    { numRuns: 30 },
  );
});
