import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { wallAt } from "~/calendar/zoned";
import { invitationEvent } from "~/visits/invitations/event";
import type { InvitationFacts } from "~/visits/invitations/invitation";
import { invitationLetter } from "~/visits/invitations/letter";

const facts = (given: Partial<InvitationFacts> = {}): InvitationFacts => ({
  method: "REQUEST",
  sequence: 0,
  visitId: "0b5e7a52-5f43-4f6e-9d5f-0d2f1f0a9c11",
  notedAt: "2026-11-22T10:00:00Z",
  startsAt: "2026-11-24T13:30:00Z",
  endsAt: "2026-11-24T14:00:00Z",
  zone: "Europe/Paris",
  doctor: { lastName: "MARTIN", firstName: "CLAIRE" },
  to: "c.martin@cabinet.example",
  host: { name: "Éric Robert", email: "eric.robert@cpam.example" },
  fund: "CPAM de la Loire-Atlantique",
  place: ["Maison de santé des Tilleuls", "12 rue des Lilas", "44150 Ancenis-Saint-Géréon"],
  isChange: false,
  ...given,
});

function eventIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  return { calendar, component: events[0]!, event: new ICAL.Event(events[0]!) };
}

/** A scheme has no case (RFC 3986, 3.1). */
function attendeeOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue("attendee")).replace(/^MAILTO:/, "mailto:");
}

describe("the visit in a calendar", () => {
  it("asks the doctor in, at an instant that every clock reads alike", () => {
    const { calendar, component, event } = eventIn(invitationEvent(facts()));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event.uid).toBe("0b5e7a52-5f43-4f6e-9d5f-0d2f1f0a9c11@tandem");
    expect(event.sequence).toBe(0);
    expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(component.getFirstProperty("dtstart")?.toICALString()).toBe("DTSTART:20261124T133000Z");
    expect(component.getFirstProperty("dtend")?.toICALString()).toBe("DTEND:20261124T140000Z");
    expect(component.getFirstProperty("dtstamp")?.toICALString()).toBe("DTSTAMP:20261122T100000Z");
    expect(component.getFirstPropertyValue("organizer")).toBe("mailto:eric.robert@cpam.example");
    expect(attendeeOf(component)).toBe("mailto:c.martin@cabinet.example");
    expect(component.getFirstProperty("attendee")?.getParameter("rsvp")).toBe("TRUE");
    expect(event.location).toBe("Maison de santé des Tilleuls, 12 rue des Lilas, 44150 Ancenis-Saint-Géréon");
    expect(event.summary).toBe("Visite de l'Assurance Maladie");
  });

  it("takes it back with the same event and a higher sequence", () => {
    const { calendar, component, event } = eventIn(invitationEvent(facts({ method: "CANCEL", sequence: 3 })));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect([event.uid, event.sequence]).toEqual(["0b5e7a52-5f43-4f6e-9d5f-0d2f1f0a9c11@tandem", 3]);
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(component.getFirstProperty("attendee")?.getParameter("rsvp")).not.toBe("TRUE");
  });

  it("is the same to the byte however often it is written, and whatever the zone of the machine", () => {
    const once = invitationEvent(facts());
    expect(invitationEvent(facts())).toBe(once);
    const zone = process.env.TZ;
    process.env.TZ = "Indian/Reunion";
    try {
      expect(invitationEvent(facts())).toBe(once);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("keeps to the lines of RFC 5545: CRLF everywhere, 75 octets at most", () => {
    const text = invitationEvent(
      facts({ place: ["Pôle de santé « l'Été » à côté de l'église, porte où l'on sonne à gauche"] }),
    );
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("whatever the names are, says nothing but itself", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("X\r\nATTENDEE:mailto:evil@evil.example", 'A";CN=B', "a,b;c\\n", "É\nBEGIN:VEVENT"),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (name, lastName, fund, line) => {
        const given = facts({
          host: { name, email: "eric@cpam.example" },
          doctor: { lastName, firstName: "A" },
          fund,
          place: [line],
        });
        const { component } = eventIn(invitationEvent(given));
        expect(component.getAllProperties("attendee")).toHaveLength(1);
        expect(attendeeOf(component)).toBe("mailto:c.martin@cabinet.example");
        expect(component.getFirstPropertyValue("organizer")).toBe("mailto:eric@cpam.example");
        const letter = invitationLetter(given);
        expect(`${letter.subject}${letter.senderName}${letter.replyTo?.name}`).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it("is read back at the same instant by another library, across clock changes and oceans", () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 5, max: 240 }), (start, length) => {
        const startsAt = new Date(start * 60_000);
        const endsAt = new Date((start + length) * 60_000);
        const { event } = eventIn(invitationEvent(facts({ startsAt, endsAt })));
        expect(event.startDate.toJSDate()).toEqual(startsAt);
        expect(event.endDate.toJSDate()).toEqual(endsAt);
      }),
    );
  });
});

describe("the letter", () => {
  const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

  it("says who comes, why, when, how to refuse and how to object", () => {
    const { subject, text, html, senderName, replyTo, reference } = invitationLetter(facts());
    expect(plainly(subject)).toBe("Visite de l'Assurance Maladie : mardi 24 novembre 2026 à 14 h 30");
    expect(plainly(text)).toBe(`Docteur Martin,

Éric Robert, de la CPAM de la Loire-Atlantique, passera à votre cabinet, pour vous présenter l'aide à l'embauche d'un assistant médical : qui peut en bénéficier, ce qu'elle apporte, ce qu'elle demande.

    mardi 24 novembre 2026, de 14 h 30 à 15 h
    Maison de santé des Tilleuls
    12 rue des Lilas
    44150 Ancenis-Saint-Géréon

Ce moment ne vous convient pas ? Refusez l'invitation dans votre agenda, ou répondez à ce courriel pour proposer une autre heure ou renoncer à la visite.

Éric Robert
CPAM de la Loire-Atlantique
eric.robert@cpam.example

Vous recevez ce courriel parce que l'Assurance Maladie organise cette visite avec votre cabinet. Pour ne plus recevoir de courriel ou de visite à ce sujet, répondez-le simplement : votre choix est noté, sans avoir à le justifier.
`);
    for (const words of ["Docteur Martin,", "12 rue des Lilas", "sans avoir à le justifier"])
      expect(plainly(html)).toContain(words.replaceAll("'", "&#39;"));
    expect([senderName, replyTo?.address]).toEqual([
      "Éric Robert, CPAM de la Loire-Atlantique",
      "eric.robert@cpam.example",
    ]);
    expect(reference).toBe("visite-0b5e7a52-5f43-4f6e-9d5f-0d2f1f0a9c11-request-0");
  });

  it("names the new hour, or that nobody comes", () => {
    const moved = invitationLetter(facts({ isChange: true, sequence: 1 }));
    expect(plainly(moved.subject)).toMatch(/^Nouvelle heure de visite : mardi 24 novembre 2026 à 14 h 30$/);
    const cancelled = invitationLetter(facts({ method: "CANCEL", sequence: 2 }));
    expect(plainly(cancelled.subject)).toMatch(/^Visite annulée : mardi 24 novembre/);
    expect(plainly(cancelled.text)).toMatch(/Vous n'avez rien à faire/);
  });

  it("shows the hour of the wall of the practice", () => {
    const { text } = invitationLetter(facts({ zone: "America/Martinique" }));
    expect(wallAt("2026-11-24T13:30:00Z", "America/Martinique").minutes).toBe(570);
    expect(plainly(text)).toContain("mardi 24 novembre 2026, de 9 h 30 à 10 h");
  });

  it("lets no name become a tag", () => {
    const { html } = invitationLetter(facts({ host: { name: "<img src=x onerror=alert(1)>", email: "a@b.example" } }));
    expect(html).not.toContain("<img");
  });
});
