import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addYears } from "~/calendar/day";
import { yearAmounts } from "~/contracts/amounts";
import type { AssistantFacts } from "~/contracts/assistant-milestones";
import type { ContractTerms } from "~/contracts/contract";
import { type ContractFacts, milestonesOf } from "~/contracts/milestones";
import { isDoubtful } from "~/contracts/suspension";
import { suspensionsIn } from "~/contracts/terms";

const TERMS: ContractTerms = {
  kind: "individual",
  version: "CONV2024",
  option: "1",
  etp: null,
  band: "P30_P50",
  newlyInstalled: false,
  startsOn: "2025-01-15",
  endsOn: "2030-01-15",
  hiredOn: "2025-03-01",
  isRenewal: false,
};

const NURSE: AssistantFacts = {
  id: "n",
  profile: "IDE",
  hiredOn: "2025-03-01",
  leftOn: null,
  trainingStartedOn: null,
  certifiedOn: null,
  wasSecretary: false,
  secretaryReplacedOn: null,
};

function facts(given: Partial<ContractFacts> = {}, terms: Partial<ContractTerms> = {}): ContractFacts {
  const merged = { ...TERMS, ...terms };
  const endsOn = terms.endsOn ?? addYears(merged.startsOn, 5);
  return {
    terms: { ...merged, endsOn },
    knownSince: merged.startsOn,
    assistants: [NURSE],
    suspensions: [],
    ...given,
  };
}

const days = (found: ReturnType<typeof milestonesOf>) => Object.fromEntries(found.map(({ key, on }) => [key, on]));

describe("the dates of a contract, text by text", () => {
  it("2024: year 1 within a month, year 2 at the anniversary, then two halves on days to ask for", () => {
    const found = milestonesOf(facts());
    expect(days(found)).toMatchObject({
      "payment:1:1": "2025-02-15",
      "payment:2:1": "2026-01-15",
      "payment:3:1": null,
      "payment:3:2": null,
      "payment:5:2": null,
      "talk:6": "2025-07-15",
      "talk:54": "2029-07-15",
      "anniversary:1": "2026-01-15",
      "anniversary:4": "2029-01-15",
      objective: "2027-01-15",
      "certificate:n": "2027-03-01",
      renewal: "2029-07-15",
      end: "2030-01-15",
    });
    expect(found.some(({ kind }) => kind === "training-start")).toBe(false);
    expect(found.find(({ key }) => key === "payment:3:1")).toMatchObject({ minCents: 0, maxCents: 1_100_000 });
    expect(found.find(({ key }) => key === "anniversary:2")).toMatchObject({ minCents: 0, maxCents: 2_200_000 });
  });

  it("2024, band not known: year 2 keeps its day, with a range", () => {
    const found = milestonesOf(facts({}, { band: null }));
    expect(found.find(({ key }) => key === "payment:2:1")).toMatchObject({
      on: "2026-01-15",
      minCents: 2_800_000,
      maxCents: 3_800_000,
    });
  });

  it("2023: the same timetable, the old table until the first anniversary after 22 June 2024, training in two steps", () => {
    const found = milestonesOf(
      facts(
        { assistants: [{ ...NURSE, hiredOn: "2023-07-01" }] },
        { version: "RA2023", startsOn: "2023-06-22", option: "0.5" },
      ),
    );
    expect(days(found)).toMatchObject({
      "payment:1:1": "2023-07-22",
      "payment:2:1": "2024-06-22",
      "training-start:n": "2025-07-01",
      "certificate:n": "2026-07-01",
    });
    expect(found.find(({ key }) => key === "payment:1:1")?.maxCents).toBe(1_800_000);
    expect(found.find(({ key }) => key === "payment:2:1")?.maxCents).toBe(1_400_000);
  });

  it("avenant 7: 70 % within fifteen days of the hire, the rest on days no text gives", () => {
    const found = milestonesOf(
      facts({}, { version: "AV7", startsOn: "2022-02-10", hiredOn: "2022-03-01", option: "0.5" }),
    );
    expect(days(found)).toMatchObject({ "payment:1:1": "2022-03-16", "payment:1:2": null, "payment:2:1": null });
    expect(found.find(({ key }) => key === "payment:1:1")?.maxCents).toBe(1_260_000);
    expect(found.filter(({ key }) => key.startsWith("payment:3"))).toHaveLength(1);
  });

  it("collective: amounts by full-time equivalent, no day of payment, the objective after two years", () => {
    const found = milestonesOf(
      facts(
        { assistants: [] },
        { kind: "collective", version: "COLL2026", option: null, etp: 2, startsOn: "2026-03-01" },
      ),
    );
    expect(found.find(({ key }) => key === "payment:1:1")).toMatchObject({ on: null, maxCents: 7_600_000 });
    expect(days(found)).toMatchObject({ objective: "2028-03-01", end: "2031-03-01" });
  });
});

describe("awkward days", () => {
  it("keeps a signature of 29 February on the 28th outside leap years, without drifting", () => {
    const found = days(milestonesOf(facts({ assistants: [] }, { startsOn: "2028-02-29" })));
    expect([found["anniversary:1"], found["anniversary:4"], found["talk:6"], found.end]).toEqual([
      "2029-02-28",
      "2032-02-29",
      "2028-08-29",
      "2033-02-28",
    ]);
  });

  it("does not see the changes of the clock: a month after the last Saturday of March is a day like another", () => {
    expect(days(milestonesOf(facts({}, { startsOn: "2025-03-29" })))["payment:1:1"]).toBe("2025-04-29");
    expect(days(milestonesOf(facts({}, { startsOn: "2025-09-26" })))["payment:1:1"]).toBe("2025-10-26");
  });

  it("leaves the first payment of avenant 7 without a day until the hire", () => {
    const found = milestonesOf(facts({ assistants: [] }, { version: "AV7", startsOn: "2022-02-10", hiredOn: null }));
    expect(days(found)["payment:1:1"]).toBeNull();
  });

  it("leaves the certificate to the caisse for an assistant hired before the 2024 text", () => {
    const found = milestonesOf(facts({ assistants: [{ ...NURSE, hiredOn: "2024-05-01" }] }));
    expect(days(found)["certificate:n"]).toBeNull();
  });
});

describe("what life changes", () => {
  it("stops at the day a termination brings forward, renewal included", () => {
    const found = milestonesOf(facts({ assistants: [] }, { endsOn: "2026-06-01" }));
    expect(found.every(({ on }) => on === null || on <= "2026-06-01")).toBe(true);
    expect(found.filter(({ kind }) => kind === "payment").map(({ key }) => key)).toEqual([
      "payment:1:1",
      "payment:2:1",
    ]);
    expect(found.some(({ kind }) => kind === "renewal")).toBe(false);
    expect(days(found).end).toBe("2026-06-01");
  });

  it("asks for an amendment at the suspension and at the return, and doubts the dates counted from the signature", () => {
    const suspensions = suspensionsIn([
      { step: "open", on_day: "2025-01-01" },
      { step: "suspend", on_day: "2025-09-01" },
      { step: "resume", on_day: "2026-02-01" },
    ]);
    const found = milestonesOf(facts({ suspensions }));
    expect(days(found)).toMatchObject({ "amendment:2025-09-01": "2025-09-01", "return:2025-09-01": "2026-02-01" });
    const doubted = found.filter((each) => isDoubtful(each, suspensions)).map(({ key }) => key);
    expect(doubted).toContain("anniversary:1");
    expect(doubted).not.toContain("talk:6");
    expect(doubted).not.toContain("certificate:n");
  });

  it("does not ask again what the contract lived before it was known here", () => {
    const found = milestonesOf(facts({ knownSince: "2026-02-01" }));
    expect(found.find(({ key }) => key === "talk:6")?.doneOn).toBe("2025-07-15");
    expect(found.find(({ key }) => key === "talk:18")?.doneOn).toBeNull();
    expect(found.find(({ key }) => key === "certificate:n")?.doneOn).toBeNull();
  });

  it("gives the secretary six months, and settles it with the fact; an assistant who left owes nothing", () => {
    const secretary = { ...NURSE, id: "s", profile: "SECRETARY" as const, wasSecretary: true };
    expect(days(milestonesOf(facts({ assistants: [secretary] })))["secretary:s"]).toBe("2025-09-01");
    const replaced = { ...secretary, secretaryReplacedOn: "2025-05-02" };
    const done = milestonesOf(facts({ assistants: [replaced] })).find(({ key }) => key === "secretary:s");
    expect(done?.doneOn).toBe("2025-05-02");
    expect(milestonesOf(facts({ assistants: [{ ...secretary, leftOn: "2025-06-01" }] }))).toEqual(
      milestonesOf(facts({ assistants: [] })),
    );
  });

  it("publishes no amount for a renewal", () => {
    const found = milestonesOf(facts({ assistants: [] }, { isRenewal: true }));
    expect(found.every(({ minCents, maxCents }) => minCents === null && maxCents === null)).toBe(true);
  });
});

const aDay = fc
  .tuple(fc.integer({ min: 2019, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`)
  .filter((day) => day >= "2019-09-01");
const someTerms = fc
  .record({
    startsOn: aDay,
    version: fc.constantFrom("AV7" as const, "RA2023" as const, "CONV2024" as const),
    option: fc.constantFrom("1/3" as const, "0.5" as const, "1" as const, "2" as const),
    band: fc.constantFrom(null, "P30_P50" as const, "P90_P95" as const, "GTE_P95" as const),
  })
  .map((given) => ({ ...given, hiredOn: given.startsOn }));

describe("whatever the contract", () => {
  it("pays each year, in all its parts, what that year is worth", () => {
    fc.assert(
      fc.property(someTerms, (given) => {
        const asked = facts({ assistants: [] }, given);
        const found = milestonesOf(asked);
        for (const year of yearAmounts(asked.terms)) {
          const parts = found.filter((each) => each.kind === "payment" && each.contractYear === year.contractYear);
          const sum = parts.reduce<number | null>(
            (total, { maxCents }) => (total === null || maxCents === null ? null : total + maxCents),
            0,
          );
          expect(sum).toBe(year.maxCents);
          expect(parts.every(({ maxCents }) => maxCents === null || Number.isInteger(maxCents))).toBe(true);
        }
      }),
    );
  });

  it("names each date once, within the five years, in order", () => {
    fc.assert(
      fc.property(someTerms, (given) => {
        const found = milestonesOf(facts({}, given));
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        const dated = found.flatMap(({ on, kind }) =>
          on === null || kind === "certificate" || kind === "training-start" ? [] : [on],
        );
        expect(dated).toEqual([...dated].sort());
        expect(dated.every((on) => on >= given.startsOn && on <= addYears(given.startsOn, 5))).toBe(true);
      }),
    );
  });
});
