import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Letter } from "~/campaigns/letters/block";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import type { LetterValues } from "~/campaigns/letters/fields";
import type { Frame } from "~/campaigns/letters/frame";
import { DARK, LIGHT } from "~/campaigns/letters/look";
import { merge } from "~/campaigns/letters/merge";
import { render } from "~/campaigns/letters/render";
import type { LetterDoctor } from "~/campaigns/letters/values";
import { FRAME, plain, TODAY, values } from "./people";

const letterOf = (...blocks: Block[]): Letter => ({ subject: "Pour {{docteur}}", blocks });
const sent = (letter: Letter, given: Partial<LetterDoctor> = {}, frame: Frame = FRAME) =>
  merge(render(letter, frame, TODAY), values(given));
const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const firstText = (letter: Letter, given?: Partial<LetterDoctor>) =>
  plain(sent(letter, given).text.split("\n-- \n")[0]!);

describe("the HTML", () => {
  const { html } = sent(demoLetter);

  it("loads nothing, runs nothing, follows nobody", () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|video|svg)|url\(|@import|\son\w+=|position:/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links).toContain("https://www.ameli.fr/medecin/aide-emploi-assistant-medical");
    expect(links.filter((link) => !/^https:\/\/(www\.ameli\.fr|tandem\.example\/lettre\/abc)\//.test(link!))).toEqual(
      [],
    );
  });

  it("is one column in tables that assistive tools skip, but for the amounts", () => {
    expect(html.match(/<table(?! role="presentation")/g)).toHaveLength(1);
    expect(html).toContain("max-width:600px");
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it("closes what it opens", () => {
    const withoutComments = html.replace(/<!--[\s\S]*?-->/g, "");
    for (const tag of ["table", "tr", "td", "th", "a", "p", "ul", "li", "strong", "h1", "caption"]) {
      const count = (pattern: string) => withoutComments.match(new RegExp(pattern, "g"))?.length ?? 0;
      expect([tag, count(`<${tag}[ >]`)]).toEqual([tag, count(`</${tag}>`)]);
    }
  });

  it("is far under what mailboxes cut", () => expect(Buffer.byteLength(html)).toBeLessThan(20_000));

  it("has legible text on its grounds, by day and by night", () => {
    for (const { ground, sheet, tint, ink, soft, brand, onBrand } of [LIGHT, DARK]) {
      const pairs = [
        [ink, ground],
        [ink, sheet],
        [soft, sheet],
        [brand, sheet],
        [onBrand, brand],
        [ink, tint],
      ] as const;
      for (const [front, back] of pairs) expect(contrast(front, back)).toBeGreaterThan(4.5);
    }
  });
});

describe("the frame around any letter", () => {
  it.each([
    ["information", "Pour ne plus recevoir ces informations : me désinscrire"],
    ["event", "Pour ne plus recevoir ces invitations : me désinscrire"],
    ["statutory", "Votre caisse a l'obligation de vous donner cette information"],
  ] as const)("of %s says reason, sender, way out and rights in both twins", (category, words) => {
    const { html, text } = sent(demoLetter, {}, { ...FRAME, category });
    for (const twin of [html.replace(/<[^>]+>/g, "").replaceAll("&#39;", "'"), text]) {
      const read = plain(twin).replace(/\s+/g, " ");
      for (const part of [FRAME.reason, FRAME.sender, words, "Annuaire santé (RPPS)", "CNIL", "aucun traceur"])
        expect(read).toContain(part);
    }
    for (const page of ["stop", "pourquoi-moi"]) {
      expect(html).toContain(`https://tandem.example/lettre/abc/${page}"`);
      expect(text).toContain(`https://tandem.example/lettre/abc/${page}`);
    }
  });

  it("says on top when the letter is not the real one", () => {
    const { html, text } = sent(demoLetter, {}, { ...FRAME, notice: "Ceci est un essai." });
    expect(text.startsWith("Ceci est un essai.\n\n")).toBe(true);
    expect(html).toContain(">Ceci est un essai.</td>");
  });
});

describe("the plain twin", () => {
  it("keeps its lines short, except links", () => {
    const lines = sent(demoLetter)
      .text.split("\n")
      .filter((line) => !line.includes("https://"));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
  it("drops marks, keeps addresses", () => {
    const letter = letterOf(
      paragraph("**Voyez** *donc* [ameli](https://www.ameli.fr/) ou [écrivez](mailto:a@cpam.example)."),
    );
    expect(firstText(letter)).toBe("Voyez donc ameli (https://www.ameli.fr/) ou écrivez (a@cpam.example).\n");
  });
  it("breaks where the letter breaks", () => {
    expect(firstText(letterOf(paragraph("un\ndeux\n\ntrois")))).toBe("un\ndeux\n\ntrois\n");
    expect(firstText(letterOf({ kind: "list", items: ["un", "mot ".repeat(20).trim()] }))).toBe(
      `- un\n- ${"mot ".repeat(17).trim()}\n  mot mot mot\n`,
    );
  });
  it("writes a button with where it leads", () => {
    expect(firstText(letterOf({ kind: "button", label: "Ma simulation", to: "{{lien simulation}}" }))).toBe(
      "Ma simulation :\nhttps://tandem.example/lettre/abc/ma-simulation\n",
    );
  });
});

describe("the simulation", () => {
  const letter = letterOf({
    kind: "simulation",
    option: "1",
    fallback: "Demandez [votre simulation]({{lien simulation}}).",
  });
  it("quotes the amounts of this doctor, their day and their source", () => {
    const text = firstText(letter);
    expect(text).toContain("- 1re année : 38 000 €\n- 2e année : 28 000 €\n");
    expect(text).toContain("- Sur les cinq ans du contrat : jusqu'à 132 000 €");
    expect(text.replace(/\s+/g, " ")).toContain("Barème en vigueur depuis le 22 juin 2024 (ameli.fr");
    expect(sent(letter).html).toContain('<th scope="row"');
  });
  it.each([
    ["whom the rules exclude", { verdict: "no" }],
    ["who has the aid already", { signedOn: "2025-03-01" }],
  ])("promises nothing to a doctor %s", (_who, given) => {
    const { html, text } = sent(letter, given);
    expect(html + text).not.toContain("€");
    expect(text.replace(/\s+/g, " ")).toContain(
      "Demandez votre simulation (https://tandem.example/lettre/abc/ma-simulation).",
    );
  });
  it("says the whole range to who has so many patients that the band is not known", () => {
    expect(firstText(letter, { patients: 1_400 })).toContain("- 2e année : 28 000 à 38 000 €");
    expect(firstText(letter, { patients: null })).toContain("du contrat : 132 000 à 190 000 € au plus");
  });
  it("halves for half a post", () => {
    expect(firstText(letterOf({ kind: "simulation", option: "0.5", fallback: "x" }))).toContain("1re année : 19 000 €");
  });
});

describe("values", () => {
  it("take their fallback when they are not known, escaped as well", () => {
    const letter = letterOf(paragraph("Le cabinet {{cabinet|« A & B »}} de {{commune|votre commune}}"));
    expect(firstText(letter, { practice: null, town: null })).toBe("Le cabinet « A & B » de votre commune\n");
    expect(sent(letter, { practice: null }).html).toContain("A &amp; B");
  });
  it("cannot break out of where they stand", () => {
    const lastName = `</td><script>alert(1)</script>" onload='x'\r\nBcc: tous@cpam.example`;
    const { subject, html, text } = sent(letterOf(paragraph("{{nom}} {{docteur}}")), { lastName });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|onload='/);
    expect(text.split("\n-- ")[0]).not.toMatch(/\nBcc/);
  });
  it("that look like fields stay as they are", () => {
    expect(firstText(letterOf(paragraph("{{nom}}")), { lastName: "{{prénom}} **x**" })).toBe("{{prénom}} **x**\n");
  });
  it("are all that differs from one doctor to the next", () => {
    fc.assert(
      fc.property(fc.record({ lastName: fc.string(), town: fc.string(), patients: fc.nat(3_000) }), (given) => {
        const template = render(demoLetter, FRAME, TODAY);
        const shape = (merged: LetterValues) =>
          merge(template, merged)
            .html.replace(/<[^>]*>/g, (tag) => (tag.startsWith("<a ") ? "<a>" : tag))
            .match(/<[^>]*>/g);
        expect(shape(values({ ...given }))).toEqual(shape(values({}, "autre")));
      }),
      { numRuns: 60 },
    );
  });
});

function contrast(one: string, other: string): number {
  const light = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, rank) => sum + part * [0.2126, 0.7152, 0.0722][rank]!, 0);
  const [bright, dim] = [light(one), light(other)].sort((a, b) => b - a);
  return (bright! + 0.05) / (dim! + 0.05);
}
