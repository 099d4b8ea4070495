import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "~/calendar/day";
import { draftText, emptyDraft, fieldsOf, readDraft } from "~/visits/report/draft";
import { dayRefusal, proposedDay, STEPS_AFTER } from "~/visits/report/next-step";
import { nirKey } from "~/visits/report/nir";
import { alreadyReported, notReportable } from "~/visits/report/not-reportable";
import { noteRefusal } from "~/visits/report/note";
import { evidenceFor, OBJECTION_CODES, OBJECTIONS, objectionLabels } from "~/visits/report/objections";
import { deliveryOf, readParcel } from "~/visits/report/parcel";
import { inboxForm } from "~/visits/report/report.form";
import { RESULTS } from "~/visits/report/result";
import { isWorkedIn } from "~/visits/report/working-day";

const aDay = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays("2026-01-01", count));
const department = fc.constantFrom("44", "67", "68", "971", "974", "976");

describe("what comes next", () => {
  it.each([
    ["interested", "2026-11-24", "2026-12-03"],
    ["later", "2026-11-24", "2027-01-25"],
    ["objection", "2026-11-24", "2026-12-03"],
    ["absent", "2026-11-24", "2026-12-08"],
    ["interested", "2026-12-18", "2026-12-30"],
    ["refused", "2026-11-24", null],
  ] as const)("after « %s » on %s is on %s", (result, heldOn, day) => {
    expect(proposedDay(result, heldOn, "44")).toBe(day);
  });

  it("avoids the holidays of Alsace alone", () => {
    expect(proposedDay("later", "2026-10-27", "44")).toBe("2026-12-28");
    // Good Friday 2027 is 26 March.
    expect(proposedDay("later", "2027-01-25", "44")).toBe("2027-03-26");
    expect(proposedDay("later", "2027-01-25", "67")).toBe("2027-03-30");
  });

  it("is always worked, ahead, and may be promised", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RESULTS), aDay, department, (result, heldOn, where) => {
        const day = proposedDay(result, heldOn, where);
        if (day === null) {
          expect(STEPS_AFTER[result]).toEqual(["none"]);
          return;
        }
        expect(isWorkedIn(where, day)).toBe(true);
        expect(daysBetween(heldOn, day)).toBeGreaterThan(0);
        expect(dayRefusal(day, heldOn, where)).toBeNull();
      }),
    );
  });

  it.each([
    ["2026-11-29", "Le dimanche 29\u00a0novembre n'est pas travaillé. Choisissez le lundi 30\u00a0novembre."],
    ["2026-11-23", "Ce jour est passé. Choisissez un jour à venir."],
    ["9999-12-31", "Choisissez un jour dans les 18 prochains mois."],
    ["31/02/2027", "Indiquez le jour de la suite, par exemple 24/11/2026."],
  ])("%s is refused in a sentence", (day, sentence) => expect(dayRefusal(day, "2026-11-24", "44")).toBe(sentence));
});

describe("objections", () => {
  it("have a label and facts with their sources, and no promise about the third year", () => {
    for (const code of OBJECTION_CODES) {
      const { label, facts } = OBJECTIONS[code];
      expect(label.length).toBeLessThan(30);
      expect(facts.length).toBeGreaterThan(0);
      for (const { text, source } of facts) expect(text.length * source.length).toBeGreaterThan(0);
    }
    expect(OBJECTIONS.OBJ_YEAR3_RISK.facts[0].text).toContain("Le risque existe");
  });

  it("are answered once each, and an unknown code says nothing", () => {
    expect(evidenceFor(["OBJ_COST", "OBJ_COST", "OBJ_NOPE"])).toEqual(OBJECTIONS.OBJ_COST.facts);
    expect(objectionLabels(["OBJ_AGE", "OBJ_NOPE"])).toEqual(["Retraite proche"]);
  });
});

describe("a visit without a report", () => {
  const noon = new Date("2026-11-24T11:00:00Z");
  const at = (
    starts: string,
    state: "booked" | "proposed" | "cancelled" | "missed" = "booked",
    zone = "Europe/Paris",
  ) => notReportable({ starts_at: new Date(starts), state, zone }, noon);

  it("may have one once it has begun, or nearly", () => {
    expect(at("2026-11-24T09:00:00Z")).toBeNull();
    expect(at("2026-11-24T12:00:00Z")).toBeNull();
    expect(at("2026-11-23T12:00:00Z", "missed")).toBeNull();
  });

  it("is told when it is due, on the clock of the practice", () => {
    expect(at("2026-11-24T12:00:01Z", "booked", "Indian/Reunion")).toMatch(/aujourd'hui à 16\u00a0h/);
    expect(at("2026-11-25T08:30:00Z")).toMatch(/le mercredi 25\u00a0novembre à 9\u00a0h\u00a030/);
  });

  it("says who was first", () => {
    const standing = { delegate: "Anne Roy", recorded_at: noon, zone: "Europe/Paris", result: "later" } as const;
    expect(alreadyReported(standing, new Date("2026-11-25T11:00:00Z"))).toContain(
      "Anne Roy a déjà enregistré le compte rendu de cette visite hier à 12\u00a0h\u00a0: à revoir.",
    );
  });
});

describe("what is typed", () => {
  const told = {
    intent: "report",
    visitId: "6c4f5b7e-25a0-4d4f-8a64-2f9f1c1c0b11",
    id: "0b1f8f4e-9d0b-4c57-9d39-6a3f0f1d2e3c",
  };
  const problems = (given: object) => {
    const read = inboxForm.safeParse({ ...told, result: "later", ...given });
    return read.success ? [] : read.error.issues.map(({ message }) => message);
  };

  it("may be a result alone", () => {
    expect(inboxForm.parse({ ...told, result: "later" })).toMatchObject({
      nextStep: null,
      nextOn: null,
      note: "",
      objections: [],
    });
  });

  it("one box or several are a list, and an empty field is nothing", () => {
    expect(inboxForm.parse({ ...told, result: "later", objections: "OBJ_AGE", option: "", nextOn: "" })).toMatchObject({
      objections: ["OBJ_AGE"],
      option: null,
      nextOn: null,
    });
  });

  it("a note of 100 kB is refused with its length, and one of 2,000 signs is not", () => {
    expect(problems({ note: "é".repeat(2_000) })).toEqual([]);
    expect(problems({ note: "x".repeat(100_000) })).toEqual([
      expect.stringContaining("La note compte 100\u202f000 caractères ; le maximum est de 2\u202f000."),
    ]);
  });

  it("line ends become one, and signs that no keyboard writes are dropped", () => {
    const { note } = inboxForm.parse({ ...told, result: "later", note: "a\r\nb\u0000\u001b[31m\rc " }) as {
      note: string;
    };
    expect(note).toBe("a\nb[31m\nc");
  });

  it.each([
    [{ result: "ravi" }, "Choisissez le résultat de la visite."],
    [{ id: "1" }, "Rechargez la page."],
    [{ visitId: "../1" }, "Rechargez la page."],
    [{ objections: ["OBJ_NOPE"] }, "Cette objection n'est pas dans la liste."],
  ])("%j is refused", (given, sentence) => expect(problems(given)).toEqual([sentence]));
});

describe("a refused note", () => {
  it("names its words, and a number of social security before the rest", () => {
    const warnings = [
      { kind: "health", words: ["cancer"] },
      { kind: "nir", words: ["2 69"] },
    ] as const;
    expect(noteRefusal(warnings, ["health", "nir"])).toContain("2 69");
    expect(noteRefusal(warnings.slice(0, 1), [])).toContain("confirmez-la");
    expect(noteRefusal(warnings.slice(0, 1), ["health"])).toBeNull();
  });
});

describe("what a phone keeps", () => {
  it("is read back as it was, and never holds a social security number", () => {
    const nir = `2690549588157${nirKey("2690549588157")}`;
    const draft = { ...emptyDraft("a"), note: `voir ${nir} et rappeler`, objections: ["OBJ_AGE"] };
    expect(readDraft(draftText(draft))).toEqual({ ...draft, note: "voir … et rappeler" });
  });

  it("is nothing when it is not ours", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constant(null)), (text) => {
        const draft = readDraft(text);
        const parcel = readParcel(text);
        if (draft !== null) expect(typeof draft.id + typeof draft.note).toBe("stringstring");
        if (parcel !== null) expect(Array.isArray(parcel.fields)).toBe(true);
      }),
    );
  });

  it("is sent as a form would send it", () => {
    const fields = fieldsOf({ ...emptyDraft("a"), result: "later", objections: ["OBJ_AGE", "OBJ_COST"] });
    expect(fields).toContainEqual(["result", "later"]);
    expect(fields.filter(([name]) => name === "objections")).toHaveLength(2);
  });

  it.each([
    [
      { status: 200, isOurs: true },
      { at: "14 h 02", next: "/x" },
      { kind: "received", at: "14 h 02", next: "/x" },
    ],
    [
      { status: 409, isOurs: true },
      { error: "Déjà.", fields: {} },
      { kind: "refused", error: "Déjà.", fields: {} },
    ],
    [
      { status: 422, isOurs: true },
      { error: "Non.", fields: { note: ["Trop."] } },
      { kind: "refused", error: "Non.", fields: { note: ["Trop."] } },
    ],
    [{ status: 200, isOurs: false }, null, { kind: "waiting", why: "signed-out" }],
    [{ status: 502, isOurs: false }, null, { kind: "waiting", why: "server" }],
    [{ status: 503, isOurs: true }, { error: "Plus tard." }, { kind: "waiting", why: "server" }],
  ] as const)("an answer %j leaves it %#", (answer, body, delivery) =>
    expect(deliveryOf(answer, body)).toEqual(delivery),
  );
});
