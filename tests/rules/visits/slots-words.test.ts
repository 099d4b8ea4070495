import { describe, expect, it } from "vitest";
import { closureSpan, noSlot } from "~/visits/slots/day-words";
import { afterClosedWeek, chosenDay, type Offer } from "~/visits/slots/offer";
import { mailtoOf, proposalText, threeSlots } from "~/visits/slots/proposal";
import { weeksShown } from "~/visits/slots/weeks";

const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const facts = {
  day: "2026-11-26",
  today: "2026-11-24",
  holiday: null,
  closure: null,
  hasHours: true,
  isWorked: true,
  visits: 3,
  mostVisits: 8,
};

describe("why a day has no slot", () => {
  it.each([
    ["off", { day: "2026-11-20" }, "passé", "Ce jour est passé."],
    ["closed", { holiday: "Noël" }, "férié", "Jour férié : Noël."],
    [
      "closed",
      { closure: { fromOn: "2026-11-26", toOn: "2026-11-26" } },
      "fermé",
      "Le cabinet est fermé le 26 novembre.",
    ],
    ["closed", { hasHours: false }, "fermé", "Le cabinet ne reçoit pas le jeudi."],
    ["off", { isWorked: false }, "absent", "Vous ne travaillez pas le jeudi."],
    ["off", {}, "absent", "Vous êtes absent ce jour-là."],
    ["closed", {}, "fermé", "Le cabinet ne reçoit qu'en dehors de vos heures de travail."],
    ["closed", { day: "2026-11-24" }, "trop tard", "Il est trop tard pour aujourd'hui."],
    ["full", {}, "journée pleine", "Vos autres visites ne laissent pas de place à celle-ci."],
    ["full", { visits: 8 }, "journée pleine", "Vous avez déjà 8 visites ce jour-là."],
    ["far", {}, "trop loin", "L'aller et retour ne tient pas dans votre journée."],
  ] as const)("%s %j is « %s »", (why, given, label, sentence) => {
    const words = noSlot(why, { ...facts, ...given });
    expect([words.label, plainly(words.sentence)]).toEqual([label, sentence]);
  });

  it("tells a closure by its days", () => {
    expect(plainly(closureSpan({ fromOn: "2026-12-24", toOn: "2026-12-31" }))).toBe("du 24 au 31 décembre");
    expect(plainly(closureSpan({ fromOn: "2026-12-24", toOn: "2027-01-01" }))).toBe("du 24 décembre au 1er janvier");
  });
});

describe("three slots", () => {
  const day = (name: string, detour: number | null, minutes = 600) => ({
    day: name,
    slots: [],
    best: { minutes, detour },
    why: null,
  });

  it("are on three days: little road first, then soon, told in order", () => {
    const days = [
      day("2026-11-25", 60),
      day("2026-11-26", 12),
      day("2026-11-27", 5),
      day("2026-11-30", 0),
      day("2026-12-01", 8),
    ];
    expect(threeSlots(days).map((each) => each.day)).toEqual(["2026-11-27", "2026-11-30", "2026-12-01"]);
    expect(threeSlots([])).toEqual([]);
    expect(threeSlots([{ day: "2026-11-25", slots: [], best: null, why: "full" }])).toEqual([]);
  });

  it("take turns between morning and afternoon, where that costs no more road", () => {
    const free = (name: string, later: number) => ({
      ...day(name, 5),
      slots: [
        { minutes: 600, detour: 5 },
        { minutes: 900, detour: later },
      ],
    });
    const moments = (days: ReturnType<typeof free>[]) => threeSlots(days).map(({ minutes }) => minutes);
    expect(moments([free("2026-11-25", 5), free("2026-11-26", 5), free("2026-11-27", 5)])).toEqual([600, 900, 600]);
    expect(moments([free("2026-11-25", 5), free("2026-11-26", 50), free("2026-11-27", 5)])).toEqual([600, 600, 900]);
  });

  it("make a text that can be sent as it is", () => {
    const text = proposalText([{ day: "2026-11-27", minutes: 615 }], {
      doctor: { lastName: "MARTIN", firstName: "CLAIRE" },
      host: "Éric Robert",
      fund: "CPAM de la Loire-Atlantique",
      length: 30,
    });
    expect(plainly(text)).toMatch(/^Bonjour Dr Claire Martin,\n\n.*Il faut 30 min\./);
    expect(plainly(text)).toContain("- vendredi 27 novembre à 10 h 15\n");
    expect(plainly(text)).toMatch(/Éric Robert\nCPAM de la Loire-Atlantique$/);
    const link = mailtoOf(text, "c.martin@cabinet.example");
    expect(link).toMatch(/^mailto:c\.martin%40cabinet\.example\?subject=Visite/);
    expect(decodeURIComponent(link)).toContain("\r\n");
    expect(mailtoOf(text, null)).toMatch(/^mailto:\?subject=/);
  });
});

describe("the weeks shown", () => {
  it("are four, from the one it is; on a weekend, from the next", () => {
    expect(weeksShown("", "2026-11-24")).toMatchObject({ earlier: null, later: "2026-12-21" });
    expect(weeksShown("", "2026-11-24").days).toHaveLength(20);
    expect(weeksShown("", "2026-11-28").days[0]).toBe("2026-11-30");
    expect(weeksShown("2026-12-24", "2026-11-24")).toMatchObject({ earlier: "2026-11-23", later: "2027-01-18" });
  });

  it("never leave what may be booked", () => {
    expect(weeksShown("1900-01-01", "2026-11-24").days[0]).toBe("2026-11-23");
    expect(weeksShown("9999-12-31", "2026-11-24")).toMatchObject({ later: null });
    expect(weeksShown("nonsense", "2026-11-24").days[0]).toBe("2026-11-23");
  });
});

describe("the day that is open first", () => {
  const open = (day: string): Offer => ({ day, slots: [], best: { minutes: 600, detour: 0 }, none: null });
  const shut = (day: string): Offer => ({
    day,
    slots: [],
    best: null,
    none: { label: "fermé", sentence: "", isClosed: true },
  });
  const { days } = weeksShown("", "2026-11-24");

  it("is the one asked for, else the first proposed, else today", () => {
    const offers = days.map(open);
    expect(chosenDay(offers, "2026-12-03", [], "2026-11-24").day).toBe("2026-12-03");
    expect(chosenDay(offers, "nonsense", [{ day: "2026-12-08" }], "2026-11-24").day).toBe("2026-12-08");
    expect(chosenDay(offers, null, [], "2026-11-24").day).toBe("2026-11-24");
  });

  it("of a week closed from end to end leads to the next open one", () => {
    const offers = days.map((day, at) => (at < 10 ? shut(day) : open(day)));
    expect(afterClosedWeek(offers, days[2]!)).toEqual({ next: days[10] });
    expect(afterClosedWeek(offers, days[12]!)).toBeNull();
    expect(afterClosedWeek(days.map(shut), days[2]!)).toEqual({ next: null });
  });
});
