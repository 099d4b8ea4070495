import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAddress, isDone } from "~/visits/day/address";
import { type DayStop, type DayVisit, doorsOf, inTurn, latenessOf, progressOf } from "~/visits/day/stops";
import { deviceOf, wayTo } from "~/visits/day/way";

const HOUR = 3_600_000;
const at = (hour: number) => hour * HOUR;

function aVisit(given: Partial<DayVisit> = {}): DayVisit {
  const startsAt = given.startsAt ?? at(9);
  return {
    id: "v",
    version: 1,
    doctorId: 1,
    practiceKey: null,
    name: "Dr Anne Le Goff",
    specialty: "Médecine générale",
    from: `${startsAt / HOUR} h`,
    to: "",
    startsAt,
    endsAt: startsAt + HOUR / 2,
    state: "booked",
    firmness: "fixed",
    area: null,
    reason: "",
    phone: null,
    hours: "",
    hoursAreAssumed: false,
    result: null,
    isReportable: false,
    ...given,
  };
}

function aStop(visits: DayVisit[], leg: DayStop["leg"] = { minutes: 10, missing: 0 }): DayStop {
  return {
    key: visits[0]!.id,
    lines: [],
    latitude: null,
    longitude: null,
    isApproximate: false,
    leg,
    lunchBefore: null,
    visits,
  };
}

describe("doors", () => {
  it("gather the visits of one address that follow each other", () => {
    const visits = [{ practiceKey: "a" }, { practiceKey: "a" }, { practiceKey: "b" }, { practiceKey: "a" }];
    expect(doorsOf(visits).map((door) => door.length)).toEqual([2, 1, 1]);
  });

  it("never take two unknown addresses for one", () => {
    expect(doorsOf([{ practiceKey: null }, { practiceKey: null }])).toHaveLength(2);
  });
});

describe("the order of a day", () => {
  const morning = aStop([aVisit({ id: "m", startsAt: at(9) })]);
  const noon = aStop([aVisit({ id: "n", startsAt: at(12) })]);
  const evening = aStop([aVisit({ id: "e", startsAt: at(17) })]);
  const turns = (stops: DayStop[], now: number) => inTurn(stops, now).map(({ stop, turn }) => `${stop.key} ${turn}`);

  it("is next, to come, to report, over", () => {
    const done = aStop([aVisit({ id: "d", startsAt: at(8), state: "done" })]);
    expect(turns([done, morning, noon, evening], at(11))).toEqual(["n next", "e coming", "m to-report", "d over"]);
  });

  it("ends with the reports that wait", () => {
    expect(turns([morning, noon], at(20))).toEqual(["m next", "n to-report"]);
  });

  it("names no next one when all is over, and forgets proposals that have passed", () => {
    expect(
      turns([aStop([aVisit({ state: "missed" })]), aStop([aVisit({ id: "p", state: "proposed" })])], at(20)),
    ).toEqual(["v over", "p over"]);
  });

  it("loses and doubles nobody", () => {
    const state = fc.constantFrom("booked" as const, "done" as const, "missed" as const, "proposed" as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 7, max: 19 }), state), { maxLength: 12 }),
        fc.integer({ min: 0, max: 24 }),
        (given, now) => {
          const stops = given.map(([hour, each], rank) =>
            aStop([aVisit({ id: String(rank), startsAt: at(hour), state: each })]),
          );
          const shown = inTurn(stops, at(now)).map(({ stop }) => stop.key);
          expect([...shown].sort()).toEqual(stops.map(({ key }) => key).sort());
        },
      ),
    );
  });
});

describe("lateness", () => {
  it("is that of the first promised hour the road does not allow", () => {
    const stops = [
      aStop([aVisit({ startsAt: at(9) })]),
      aStop([aVisit({ startsAt: at(10), firmness: "day" })], { minutes: 90, missing: 60 }),
      aStop([aVisit({ name: "Dr Bruno Penn", startsAt: at(12) })], { minutes: 40, missing: 0 }),
    ];
    // 9:30 + 90 min, half an hour there, 40 min of road: 12:10.
    expect(latenessOf(stops, 0)).toEqual({ name: "Dr Bruno Penn", from: "12 h", minutes: 10 });
  });

  it("is none for flexible visits, for less than five minutes, and for what is past", () => {
    const late = (given: Partial<DayVisit>, minutes: number) => [
      aStop([aVisit()]),
      aStop([aVisit({ startsAt: at(10), ...given })], { minutes, missing: 0 }),
    ];
    expect(latenessOf(late({ firmness: "week" }, 120), 0)).toBeNull();
    expect(latenessOf(late({}, 34), 0)).toBeNull();
    expect(latenessOf(late({}, 35), 0)?.minutes).toBe(5);
    expect(latenessOf(late({}, 120), at(11))).toBeNull();
  });

  it("counts the visits of one door one after the other", () => {
    const door = aStop([aVisit({ startsAt: at(9), endsAt: at(10) }), aVisit({ name: "Dr B", startsAt: at(9.5) })]);
    expect(latenessOf([door], 0)).toMatchObject({ name: "Dr B", minutes: 30 });
  });
});

it("progress counts what was taken, not what is proposed", () => {
  const visits = (["done", "missed", "booked", "proposed"] as const).map((state) => aVisit({ state }));
  expect(progressOf([aStop(visits)])).toEqual({ done: 2, total: 3 });
});

describe("the way", () => {
  const place = { address: "7 rue des Jardins, 44650 Legé", latitude: 46.88, longitude: -1.6 };

  it("is opened by the phone's own navigation, by the name of the street", () => {
    expect(wayTo(place, "android")).toBe("geo:46.88,-1.6?q=7%20rue%20des%20Jardins%2C%2044650%20Leg%C3%A9");
    expect(wayTo(place, "apple")).toBe("maps:?daddr=7%20rue%20des%20Jardins%2C%2044650%20Leg%C3%A9");
    expect(wayTo(place, "desk")).toMatch(/^https:\/\/www\.openstreetmap\.org\/search\?query=7%20rue/);
  });

  it("is a point when there is no street, and nothing when there is neither", () => {
    expect(wayTo({ ...place, address: "" }, "apple")).toBe("maps:?daddr=46.88%2C-1.6");
    expect(wayTo({ address: "", latitude: null, longitude: null }, "android")).toBeNull();
  });

  it("cannot carry another order", () => {
    expect(wayTo({ ...place, address: "a&b=c#d" }, "apple")).toBe("maps:?daddr=a%26b%3Dc%23d");
  });

  it.each([
    ["Mozilla/5.0 (Linux; Android 15; Pixel 8)", 5, "android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)", 5, "apple"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, "apple"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, "desk"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10, "desk"],
  ])("%s", (userAgent, touch, device) => expect(deviceOf(userAgent, touch)).toBe(device));
});

it("an address carries a word, never a sentence", () => {
  expect(dayAddress({ day: "2026-11-24", done: "prevue", hole: "x" })).toBe(
    "/visites/journee?jour=2026-11-24&fait=prevue&remplacer=x",
  );
  expect(isDone("prevue")).toBe(true);
  expect(isDone("toString")).toBe(false);
  expect(isDone(null)).toBe(false);
});
