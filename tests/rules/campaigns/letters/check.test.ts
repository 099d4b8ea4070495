import { describe, expect, it } from "vitest";
import { type Block, type BlockKind, blankBlock, type Letter } from "~/campaigns/letters/block";
import { checkLetter } from "~/campaigns/letters/check";
import { checkFrame, missingSlots } from "~/campaigns/letters/check-frame";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { render } from "~/campaigns/letters/render";
import { FRAME, plain, TODAY } from "./people";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const letter = (given: Partial<Letter>): Letter => ({
  subject: "Une information",
  blocks: [paragraph("Bonjour.")],
  ...given,
});
const errorsOf = (given: Partial<Letter>) =>
  checkLetter(letter(given)).errors.map(({ message, ...place }) => ({ ...place, message: plain(message) }));

describe("a letter that may leave", () => {
  it("is the one of the demonstration, without a remark", () => {
    expect(checkLetter(demoLetter)).toEqual({ errors: [], warnings: [] });
  });
  it("may carry a field in its subject", () => expect(errorsOf({ subject: "{{docteur}}, une aide" })).toEqual([]));
});

describe("a subject", () => {
  it.each([
    ["", 0, "Écrivez l'objet"],
    ["   ", 0, "Écrivez l'objet"],
    ["Aide\r\nBcc: tous@cpam.example", 4, "retour à la ligne"],
    ["Aide\nBcc: tous@cpam.example", 4, "retour à la ligne"],
    ["Aide\u0000", 4, "caractère invisible"],
    ["Aide \u202efdp.exe", 5, "caractère invisible"],
    ["🎉🎉", 0, "aucun mot"],
    ["a".repeat(2_000), 200, "2000 caractères"],
    ["Pour {{prenon}}", 5, "Vouliez-vous « prénom »"],
    ["Pour <b>vous</b>", 5, "code"],
  ])("%j is refused", (subject, at, message) => {
    expect(errorsOf({ subject })[0]).toMatchObject({
      block: null,
      part: "subject",
      at,
      message: expect.stringContaining(message),
    });
  });
});

describe("a block", () => {
  it.each<[string, Block, string, number, string]>([
    ["a script", paragraph("Bonjour <script>alert(1)</script>"), "text", 8, "code n'est pas accepté"],
    ["an image", paragraph('<img src="https://suivi.example/p.gif">'), "text", 0, "code n'est pas accepté"],
    ["an include", paragraph('a <mj-include path="/etc/passwd">'), "text", 2, "code n'est pas accepté"],
    ["a loop", paragraph("{% for a in b %}"), "text", 0, "code n'est pas accepté"],
    ["a partial", paragraph("{{> partial}}"), "text", 0, "n'est pas un champ connu"],
    ["a zero-width space", paragraph("mot\u200bcoupé"), "text", 3, "caractère invisible"],
    ["an endless text", paragraph("a".repeat(5_001)), "text", 5_000, "5 001 caractères"],
    ["an empty title", { kind: "title", text: " " }, "text", 0, "Ce titre est vide."],
    ["an empty line of a list", { kind: "list", items: ["a", " "] }, "items", 1, "Une ligne de la liste est vide."],
    ["a button to a script", { kind: "button", label: "Voir", to: "javascript:alert(1)" }, "to", 0, "https://"],
    ["a button to nowhere", { kind: "button", label: "Voir", to: "" }, "to", 0, "où mène le bouton"],
    [
      "a button without a word",
      { kind: "button", label: "", to: "https://ameli.fr" },
      "label",
      0,
      "ce que dit le bouton",
    ],
    [
      "a simulation without fallback",
      { kind: "simulation", option: "1", fallback: "" },
      "fallback",
      0,
      "montant n'est pas connu",
    ],
    ["a signature of nobody", { kind: "signature", name: "", role: "Déléguée", phone: "" }, "name", 0, "qui signe"],
    [
      "a phone that is none",
      { kind: "signature", name: "A", role: "", phone: "poste 12" },
      "phone",
      0,
      "numéro de téléphone",
    ],
    ["a field without fallback", paragraph("Votre zone : {{zone}}"), "text", 13, "texte de repli"],
  ])("refuses %s and says where", (_what, block, part, at, message) => {
    const found = errorsOf({ blocks: [paragraph("Bonjour."), block] });
    expect(found[0]).toMatchObject({ block: 1, part, at, message: expect.stringContaining(message) });
  });

  it.each(["title", "paragraph", "list", "button", "simulation", "signature"] as const satisfies BlockKind[])(
    "of kind %s is refused as it is added, empty",
    (kind) => expect(errorsOf({ blocks: [blankBlock(kind)] }).length).toBeGreaterThan(0),
  );
});

describe("a letter as a whole", () => {
  it("is refused when it is empty, endless, or cut by mailboxes", () => {
    expect(errorsOf({ blocks: [] })[0]).toMatchObject({ block: null, part: "blocks" });
    expect(errorsOf({ blocks: Array.from({ length: 41 }, () => paragraph("a")) })[0]!.message).toContain("41 blocs");
    const long = { blocks: Array.from({ length: 39 }, () => paragraph("mot ".repeat(1_200))) };
    expect(errorsOf(long)[0]!.message).toContain("certaines messageries la coupent");
  });

  it.each([
    ["capitals", letter({ subject: "URGENT : votre aide" }), "subject", "capitales"],
    ["exclamations", letter({ blocks: [paragraph("Profitez-en !")] }), "text", "exclamation"],
    ["vague links", letter({ blocks: [paragraph("Voyez [ici](https://ameli.fr).")] }), "text", "où il mène"],
    [
      "vague buttons",
      letter({ blocks: [{ kind: "button", label: "Cliquez ici", to: "https://ameli.fr" }] }),
      "label",
      "où il mène",
    ],
    ["long subjects", letter({ subject: `Une information ${"utile ".repeat(12)}` }), "subject", "téléphone"],
    ["long letters", letter({ blocks: [paragraph("mot ".repeat(400))] }), "blocks", "longue"],
    ["nobody's signature", letter({}), "blocks", "qui lui écrit"],
  ])("is remarked upon for %s, and may leave", (_what, given, part, message) => {
    const { errors, warnings } = checkLetter(given);
    expect(errors).toEqual([]);
    expect(
      warnings
        .filter((each) => each.part === part)
        .map((each) => plain(each.message))
        .join(),
    ).toContain(message);
  });

  it("leaves acronyms of the trade alone", () => {
    const { warnings } = checkLetter(letter({ subject: "OPTAM et CPAM : ce qui change" }));
    expect(warnings.filter(({ part }) => part === "subject")).toEqual([]);
  });
});

describe("the frame", () => {
  it("says who writes and why, in a sentence", () => {
    expect(checkFrame(FRAME)).toEqual({});
    expect(Object.keys(checkFrame({ sender: "", reason: "" }))).toEqual(["sender", "reason"]);
    expect(checkFrame({ ...FRAME, sender: 'CPAM" <x@evil.example>' })).toHaveProperty("sender");
    expect(checkFrame({ ...FRAME, sender: "CPAM\r\nBcc: x@evil.example" })).toHaveProperty("sender");
    expect(checkFrame({ ...FRAME, reason: "zone prioritaire" })).toHaveProperty("reason");
    expect(checkFrame({ ...FRAME, reason: "Vous exercez à {{commune}}, en zone prioritaire." })).toHaveProperty(
      "reason",
    );
  });

  it("may lose neither its reason nor its way out", () => {
    const template = render(demoLetter, FRAME, TODAY);
    expect(missingSlots(template)).toEqual([]);
    expect(missingSlots({ ...template, text: ["sans lien"] })).toHaveLength(2);
    const kept = template.html.filter(
      (piece) => typeof piece === "string" || !("value" in piece) || piece.value !== "stopPage",
    );
    expect(missingSlots({ ...template, html: kept }).map(plain)).toEqual([
      "La lettre n'offre pas de lien pour ne plus recevoir ces messages.",
    ]);
  });
});
