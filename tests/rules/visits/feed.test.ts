import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it, test } from "vitest";
import { addDays } from "~/calendar/day";
import { instantAt } from "~/calendar/zoned";
import { feedPath, hasAlready, secretIn } from "~/visits/feed/feed-address";
import { type FeedFacts, feedText } from "~/visits/feed/feed-text";

type Visit = FeedFacts["visits"][number];
const ME = "11111111-1111-4111-8111-111111111111";
const HER = "22222222-2222-4222-8222-222222222222";

let made = 0;
function aVisit(day: string, minutes: number, given: Partial<Visit> = {}): Visit {
  const zone = given.zone ?? "Europe/Paris";
  const starts_at = instantAt(day, minutes, zone);
  return {
    id: `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`,
    delegate_id: ME,
    starts_at,
    ends_at: new Date(starts_at.getTime() + 30 * 60_000),
    zone,
    sequence: 0,
    created_at: new Date("2026-11-01T08:00:00Z"),
    updated_at: new Date("2026-11-02T09:30:00Z"),
    state: "booked",
    firmness: "fixed",
    last_name: "LE GOFF",
    first_name: "ANNE",
    town: "Saint-Nazaire",
    ...given,
  };
}

const textOf = (visits: readonly Visit[], absences: FeedFacts["absences"] = []) =>
  feedText({ ownerId: ME, publicUrl: "https://tandem.example", visits, absences });
const read = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) => read(text).getAllSubcomponents("vevent");
const onlyEvent = (visit: Visit) => eventsOf(textOf([visit]))[0]!;
const utc = (event: ICAL.Component, property: string) =>
  (event.getFirstPropertyValue(property) as ICAL.Time).toJSDate().toISOString();

describe("a visit in an agenda", () => {
  it("is told in UTC, with the name, the town and the way back, and nothing else", () => {
    const visit = aVisit("2026-11-25", 600);
    const event = onlyEvent(visit);
    expect(event.getFirstPropertyValue("uid")).toBe(`${visit.id}@tandem`);
    expect(String(event.getFirstProperty("dtstart")?.toICALString())).toBe("DTSTART:20261125T090000Z");
    expect(utc(event, "dtend")).toBe("2026-11-25T09:30:00.000Z");
    expect(event.getFirstPropertyValue("summary")).toBe("Dr\u00a0Anne Le Goff");
    expect(event.getFirstPropertyValue("location")).toBe("Saint-Nazaire");
    expect(event.getFirstPropertyValue("url")).toBe("https://tandem.example/visites/journee?jour=2026-11-25");
    expect(event.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(
      event
        .getAllProperties()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      "created description dtend dtstamp dtstart last-modified location sequence status summary transp uid url".split(
        " ",
      ),
    );
  });

  it.each([
    ["Europe/Paris", "2027-03-27", "2027-03-27T08:00:00.000Z"],
    ["Europe/Paris", "2027-03-28", "2027-03-28T07:00:00.000Z"],
    ["Europe/Paris", "2026-10-24", "2026-10-24T07:00:00.000Z"],
    ["Europe/Paris", "2026-10-25", "2026-10-25T08:00:00.000Z"],
    ["America/Miquelon", "2027-03-14", "2027-03-14T11:00:00.000Z"],
    ["America/Miquelon", "2027-11-07", "2027-11-07T12:00:00.000Z"],
    ["America/Guadeloupe", "2027-03-28", "2027-03-28T13:00:00.000Z"],
    ["America/Martinique", "2027-03-28", "2027-03-28T13:00:00.000Z"],
    ["America/Cayenne", "2027-03-28", "2027-03-28T12:00:00.000Z"],
    ["Indian/Reunion", "2027-03-28", "2027-03-28T05:00:00.000Z"],
    ["Indian/Mayotte", "2027-03-28", "2027-03-28T06:00:00.000Z"],
  ])("at 9:00 in %s on %s begins at %s", (zone, day, instant) => {
    expect(utc(onlyEvent(aVisit(day, 540, { zone })), "dtstart")).toBe(instant);
  });

  it.each([
    ["booked", "fixed", "CONFIRMED"],
    ["booked", "day", "TENTATIVE"],
    ["booked", "week", "TENTATIVE"],
    ["done", "day", "CONFIRMED"],
    ["missed", "fixed", "CONFIRMED"],
    ["cancelled", "fixed", "CANCELLED"],
  ] as const)("%s, %s, is %s", (state, firmness, status) => {
    const event = onlyEvent(aVisit("2026-11-25", 600, { state, firmness }));
    expect(event.getFirstPropertyValue("status")).toBe(status);
    expect(String(event.getFirstPropertyValue("summary")).startsWith("Annulée")).toBe(status === "CANCELLED");
  });

  it("held by a colleague now is cancelled in the agenda of who handed it", () => {
    const event = onlyEvent(aVisit("2026-11-25", 600, { delegate_id: HER, sequence: 4 }));
    expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.getFirstPropertyValue("sequence")).toBe(4);
  });

  it("keeps its name for ever and carries its sequence and the hour of its row", () => {
    const visit = aVisit("2026-11-25", 600);
    const moved = { ...visit, starts_at: instantAt("2026-11-27", 900, visit.zone), sequence: 3 };
    const [before, after] = [onlyEvent(visit), onlyEvent(moved)];
    expect(after.getFirstPropertyValue("uid")).toBe(before.getFirstPropertyValue("uid"));
    expect(after.getFirstPropertyValue("sequence")).toBe(3);
    expect(utc(after, "dtstamp")).toBe("2026-11-02T09:30:00.000Z");
    expect(utc(after, "last-modified")).toBe("2026-11-02T09:30:00.000Z");
  });

  it("cannot be made to say more by a name", () => {
    const last_name = "O'BRIEN\r\nATTENDEE:mailto:x@evil.example\nEND:VEVENT;,\\ \"";
    const [event, ...others] = eventsOf(textOf([aVisit("2026-11-25", 600, { last_name })]));
    expect(others).toEqual([]);
    expect(event!.getFirstProperty("attendee")).toBeNull();
    expect(String(event!.getFirstPropertyValue("summary"))).toContain(
      "ATTENDEE:mailto:x@evil.example END:VEVENT;,\\ '",
    );
  });
});

test("an absence is whole days, its end the day after, and its reason stays at home", () => {
  const absence = { id: HER, fromOn: "2027-03-27", toOn: "2027-03-29", part: "day", notedAt: new Date(0) } as const;
  const text = textOf([], [absence, { ...absence, id: ME, toOn: absence.fromOn, part: "morning" }]);
  const [whole, half] = eventsOf(text);
  expect(whole!.getFirstProperty("dtstart")?.toICALString()).toBe("DTSTART;VALUE=DATE:20270327");
  expect(whole!.getFirstProperty("dtend")?.toICALString()).toBe("DTEND;VALUE=DATE:20270330");
  expect(whole!.getFirstPropertyValue("summary")).toBe("Absence");
  expect(half!.getFirstProperty("dtend")?.toICALString()).toBe("DTEND;VALUE=DATE:20270328");
  expect(half!.getFirstPropertyValue("summary")).toBe("Absence (matin)");
  expect(half!.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
});

test("the calendar says what it is and when to come back", () => {
  const calendar = read(textOf([]));
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
  expect(String(calendar.getFirstPropertyValue("x-published-ttl"))).toBe("PT1H");
});

test("lines end with CRLF, hold 75 octets at most and never cut a letter, whatever the names", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 });
  const accents = fc.stringMatching(/^[éèàçœŸß 日😀"\\;,]{1,120}$/u);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(name, accents), name, fc.nat(900)), { maxLength: 4 }), (people) => {
      const visits = people.map(([last_name, town, minutes], rank) =>
        aVisit(addDays("2026-11-25", rank), minutes, { last_name, first_name: "É", town }),
      );
      const text = textOf(visits);
      expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
      }
      expect(eventsOf(text).map((event) => utc(event, "dtstart"))).toEqual(
        visits.map(({ starts_at }) => starts_at.toISOString()),
      );
    }),
  );
});

test("the secret is the last part of the address", () => {
  expect(secretIn(feedPath("abc_-9").split("/").at(-1))).toBe("abc_-9");
  expect(["abc", "abc.ICS", "", undefined].map(secretIn)).toEqual(["", "", "", ""]);
});

test("a reader that has the words already is recognised", () => {
  const etag = '"x"';
  expect(['"x"', 'W/"x"', '"a", W/"x"', "*"].map((asked) => hasAlready(asked, etag))).toEqual([true, true, true, true]);
  expect([null, "", '"y"', "x"].map((asked) => hasAlready(asked, etag))).toEqual([false, false, false, false]);
});
