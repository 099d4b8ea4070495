import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { mayHaveLeft } from "~/mail/delivery-doubt";
import { BASKETS, basketOf, inOrder } from "~/visits/follow-ups/baskets";
import { FOLLOW_UP_KINDS, promiseOf } from "~/visits/follow-ups/follow-up";
import { letterDraft } from "~/visits/follow-ups/letter-draft";
import { followUpMessage, paragraphsOf } from "~/visits/follow-ups/letter-message";

const TODAY = "2026-11-24";
const late = (days: number) => addDays(TODAY, -days);

describe("the basket of a promise", () => {
  const open = { isUnreached: false, isSettled: false };

  it.each([
    ["simulation", -3, "promised"],
    ["simulation", 0, "promised"],
    ["simulation", 20, "promised"],
    ["simulation", 21, "at-risk"],
    ["visit", 59, "at-risk"],
    ["visit", 60, "to-close"],
    ["answer", -1, "promised"],
    ["answer", 0, "unanswered"],
    ["answer", 11, "unanswered"],
    ["answer", 12, "at-risk"],
    ["answer", 51, "to-close"],
    ["close", -5, "to-close"],
  ] as const)("%s, %i days late: %s", (kind, days, basket) => {
    expect(basketOf({ kind, dueOn: late(days), ...open }, TODAY)).toBe(basket);
  });

  it("of a call that reached nobody waits for an answer", () => {
    expect(basketOf({ kind: "call", dueOn: TODAY, isUnreached: true, isSettled: false }, TODAY)).toBe("unanswered");
  });

  it("of a doctor who has signed, or wants no more visits, is to close", () => {
    expect(basketOf({ kind: "visit", dueOn: addDays(TODAY, 30), isUnreached: false, isSettled: true }, TODAY)).toBe(
      "to-close",
    );
  });

  it("only goes forward with the days", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FOLLOW_UP_KINDS),
        fc.boolean(),
        fc.integer({ min: -90, max: 120 }),
        (kind, isUnreached, days) => {
          const at = (today: string) =>
            BASKETS.indexOf(basketOf({ kind, dueOn: late(days), isUnreached, isSettled: false }, today));
          expect(at(addDays(TODAY, 1))).toBeGreaterThanOrEqual(at(TODAY));
        },
      ),
    );
  });

  it("what is due comes first, the oldest first, and what is to come last", () => {
    const items = [
      { basket: "promised", dueOn: addDays(TODAY, 3) },
      { basket: "at-risk", dueOn: late(30) },
      { basket: "promised", dueOn: TODAY },
      { basket: "promised", dueOn: late(2) },
    ] as const;
    expect(inOrder(items, TODAY).map(({ dueOn }) => dueOn)).toEqual([late(2), TODAY, late(30), addDays(TODAY, 3)]);
  });
});

it("a step promises what it says, and a document after an objection is its answer", () => {
  expect(promiseOf("document", true)).toBe("answer");
  expect(promiseOf("document", false)).toBe("document");
  expect(promiseOf("none", true)).toBeNull();
});

describe("the letter drafted", () => {
  const facts = {
    result: "interested",
    objections: [],
    option: null,
    nextStep: "simulation",
    nextOn: "2026-12-03",
    heldOn: "2026-11-24",
    delegate: "Anne Roy",
    fund: "CPAM de la Loire-Atlantique",
  } as const;
  const body = (given: object) => letterDraft({ ...facts, ...given })?.body ?? null;

  it("says what was promised, with the study and its source", () => {
    expect(body({ option: "half" })).toBe(
      [
        "Bonjour Docteur,",
        "Merci pour notre échange du mardi 24\u00a0novembre au sujet de l'aide à l'emploi d'un assistant médical à mi-temps.",
        "Chez 402 généralistes suivis pendant quatre ans, la patientèle médecin traitant est passée en moyenne de 1\u202f318 à 1\u202f576\u00a0patients (+19,5\u202f%), pour un objectif moyen de 1\u202f430. Elle a progressé de 6,6\u202f% chez les non-signataires.\n(Source\u00a0: ameli.fr, «\u00a0Un bilan à 4\u00a0ans encourageant\u00a0», décembre 2024.)",
        "Comme convenu, je vous adresse d'ici le jeudi 3\u00a0décembre une simulation établie avec vos propres chiffres.",
        "Bien cordialement,\nAnne Roy\nAssurance Maladie, CPAM de la Loire-Atlantique",
      ].join("\n\n"),
    );
  });

  it("answers each objection with its source", () => {
    const text = body({ result: "objection", objections: ["OBJ_COST", "OBJ_AGE"], nextStep: "document" });
    expect(text).toContain("«\u00a0reste à charge\u00a0» et «\u00a0retraite proche\u00a0»");
    expect(text?.match(/\(Source\u00a0: /g)).toHaveLength(3);
  });

  it("at a closed door says so, and nothing else", () => {
    expect(body({ result: "absent", objections: ["OBJ_COST"], nextStep: "visit" })).not.toContain("Source");
  });

  it("is none after a refusal", () => expect(letterDraft({ ...facts, result: "refused" })).toBeNull());
});

describe("the letter as it leaves", () => {
  const message = followUpMessage({
    id: "7a34befa-c0a5-4153-b3ad-fe9e68e4e6d0",
    to: "a@example.fr",
    subject: "Suite\r\nBcc: b@example.fr",
    body: "Bonjour <script>alert(1)</script>,\n\n\n   \n\nUn & deux",
    sender: { name: 'Anne "Roy"\n', email: "anne@cpam.example" },
    fund: "CPAM",
    heldOn: "2026-11-24",
  });

  it("has one line of subject, escaped words, and a name that is only a name", () => {
    expect(message.subject).toBe("Suite Bcc: b@example.fr");
    expect(message.html).not.toContain("<script>");
    expect(message.html).toContain("Un &");
    expect(message.senderName).toBe("Anne 'Roy', CPAM");
    expect(message.reference).toBe("suite-7a34befa-c0a5-4153-b3ad-fe9e68e4e6d0");
  });

  it("says in both forms how to receive no other", () => {
    for (const text of [message.html, message.text]) expect(text).toContain("anne@cpam.example");
    expect(message.text).toContain("votre opposition est notée");
  });

  it("keeps paragraphs and loses empty ones", () => {
    expect(paragraphsOf("a\nb\n\n \n\nc")).toEqual([
      { kind: "text", text: "a\nb" },
      { kind: "text", text: "c" },
    ]);
  });
});

describe("a delivery that failed", () => {
  it.each([
    [{ responseCode: 451, code: "EMESSAGE" }, false],
    [{ responseCode: 550 }, false],
    [{ code: "ESOCKET", syscall: "connect", command: "CONN" }, false],
    [{ code: "EDNS" }, false],
    [{ code: "EAUTH" }, false],
    [{ code: "ETIMEDOUT", timeoutType: "CONNECT_TIMEOUT" }, false],
    [{ code: "ETIMEDOUT", timeoutType: "SOCKET_TIMEOUT", command: "CONN" }, true],
    [{ code: "ECONNECTION", command: "CONN" }, true],
    [new Error("?"), true],
    [null, true],
  ])("%j may have left: %s", (error, doubt) => expect(mayHaveLeft(error)).toBe(doubt));
});
