import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BlockKind, blankBlock, type Letter } from "~/campaigns/letters/block";
import { checkLetter } from "~/campaigns/letters/check";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { type Draft, draftOf, type Edit, edited, letterOfDraft } from "~/campaigns/letters/editing";
import { wrongIn } from "~/campaigns/letters/going";
import { around, inPlace } from "~/campaigns/letters/insertion";
import { readKept, sameWords } from "~/campaigns/letters/kept-draft";
import { letterForm, newLetterForm } from "~/campaigns/letters/letters.form";
import { merge } from "~/campaigns/letters/merge";
import { copyName, LONGEST_NAME } from "~/campaigns/letters/naming";
import { controlId, placeOf } from "~/campaigns/letters/place";
import { bodyOf, previewDocument } from "~/campaigns/letters/preview-document";
import { render } from "~/campaigns/letters/render";
import { FRAME, plain, TODAY, values } from "./people";

const draft = draftOf("Aide", demoLetter);
const kinds = (of: Draft) => of.blocks.map(({ block }) => block.kind);

describe("a letter on the desk", () => {
  it("comes back whole", () => expect(letterOfDraft(draft)).toEqual(demoLetter));

  it("takes a block at its end, and never gives two the same key", () => {
    const twice = edited(edited(draft, { act: "add", kind: "list" }), { act: "add", kind: "title" });
    expect(kinds(twice).slice(-2)).toEqual(["list", "title"]);
    expect(new Set(twice.blocks.map(({ key }) => key)).size).toBe(twice.blocks.length);
  });

  it("moves a block by one, and not beyond its ends", () => {
    expect(kinds(edited(draft, { act: "move", key: 1, by: 1 })).slice(0, 3)).toEqual([
      "title",
      "simulation",
      "paragraph",
    ]);
    expect(edited(draft, { act: "move", key: 0, by: -1 }).blocks).toEqual(draft.blocks);
    expect(edited(draft, { act: "move", key: 8, by: 1 }).blocks).toEqual(draft.blocks);
    expect(edited(draft, { act: "move", key: 99, by: 1 }).blocks).toEqual(draft.blocks);
  });

  it("gives back where it stood what was removed, once", () => {
    const keyed = draft.blocks[3]!;
    const without = edited(draft, { act: "remove", key: 3 });
    const restored = edited(without, { act: "restore", keyed, at: 3 });
    expect(restored.blocks).toEqual(draft.blocks);
    expect(edited(restored, { act: "restore", keyed, at: 3 }).blocks).toEqual(draft.blocks);
  });

  it("loses and doubles nothing, whatever is moved", () => {
    const move = fc.record({ key: fc.nat(10), by: fc.constantFrom(-1 as const, 1 as const) });
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const after = moves.reduce((on, { key, by }) => edited(on, { act: "move", key, by }), draft);
        expect(after.blocks.map(({ key }) => key).sort()).toEqual(draft.blocks.map(({ key }) => key).sort());
      }),
    );
  });

  it.each<[Edit, Partial<Draft>]>([
    [{ act: "name", text: "Autre" }, { name: "Autre" }],
    [{ act: "subject", text: "Objet" }, { subject: "Objet" }],
    [
      { act: "replace", name: "N", letter: { subject: "S", blocks: [] } },
      { name: "N", subject: "S", blocks: [] },
    ],
  ])("%j", (edit, expected) => expect(edited(draft, edit)).toMatchObject(expected));
});

describe("what a menu writes", () => {
  it("replaces what is selected, and goes on after it", () => {
    expect(inPlace({ text: "à XX.", from: 2, to: 4 }, "{{zone|z}}")).toEqual({
      text: "à {{zone|z}}.",
      from: 12,
      to: 12,
    });
  });
  it("surrounds what is selected, or a word to be typed over", () => {
    expect(around({ text: "un mot", from: 3, to: 6 }, "**", "**", "texte")).toEqual({
      text: "un **mot**",
      from: 5,
      to: 8,
    });
    expect(around({ text: "", from: 0, to: 0 }, "[", "](https://)", "lien")).toEqual({
      text: "[lien](https://)",
      from: 1,
      to: 5,
    });
  });
});

describe("what is wrong", () => {
  const letter: Letter = { subject: "", blocks: [blankBlock("paragraph"), { kind: "button", label: "{{x}}", to: "" }] };
  const { errors } = checkLetter(letter);
  it("is told with its place", () => {
    expect(errors.map((finding) => plain(placeOf(finding, letter)))).toEqual([
      "Objet",
      "Bloc 1, paragraphe",
      "Bloc 2, bouton",
      "Bloc 2, bouton",
    ]);
    expect(placeOf({ block: null, part: "blocks", at: 0, message: "" }, letter)).toBe("Lettre");
    expect(controlId(3, "text")).toBe("block-3-text");
  });
  it("stands beside its field once something is written there", () => {
    expect(wrongIn(errors, 0, letter.blocks[0]!)).toEqual({});
    expect(Object.keys(wrongIn(errors, 1, letter.blocks[1]!))).toEqual(["label"]);
  });
});

describe("what is kept on the device", () => {
  const kept = { name: "Aide", letter: demoLetter, seen: 2 };
  it("is read back as it was", () => expect(readKept(JSON.stringify(kept))).toEqual(kept));
  it.each([null, "", "null", "{", "[]", '{"name":1}', '{"name":"a","seen":1,"letter":{"subject":"","blocks":[null]}}'])(
    "%j is nothing",
    (json) => expect(readKept(json)).toBeNull(),
  );
  it("knows the same words", () => {
    expect(sameWords(kept, { name: "Aide", letter: demoLetter })).toBe(true);
    expect(sameWords(kept, { name: "Aide", letter: { ...demoLetter, subject: "x" } })).toBe(false);
  });
});

describe("the form", () => {
  const save = (letter: unknown, more = {}) =>
    letterForm.safeParse({
      intent: "save",
      name: "Aide",
      seen: "3",
      letter: typeof letter === "string" ? letter : JSON.stringify(letter),
      ...more,
    });
  it("takes a letter of any kind of block, its lines ended in one way", () => {
    const kinds: BlockKind[] = ["title", "paragraph", "list", "button", "simulation", "signature"];
    expect(save({ subject: "S", blocks: kinds.map(blankBlock) }).success).toBe(true);
    const { data } = save({ subject: "S", blocks: [{ kind: "paragraph", text: "a\r\nb\rc" }] });
    expect(data).toMatchObject({ seen: 3, letter: { blocks: [{ kind: "paragraph", text: "a\nb\nc" }] } });
  });
  it.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["an unknown block", { subject: "", blocks: [{ kind: "script", text: "" }] }],
    ["a block without its parts", { subject: "", blocks: [{ kind: "button" }] }],
    ["a list of numbers", { subject: "", blocks: [{ kind: "list", items: [1] }] }],
    ["300 kB", { subject: "", blocks: [{ kind: "paragraph", text: "a".repeat(300_000) }] }],
    ["a thousand blocks", { subject: "", blocks: Array.from({ length: 1_000 }, () => blankBlock("title")) }],
  ])("refuses %s", (_what, letter) => {
    const { success, error } = save(letter);
    expect([success, error?.issues[0]?.path]).toEqual([false, ["letter"]]);
  });
  it("refuses another act, a letter without a name, a trial without its number", () => {
    expect(letterForm.safeParse({ intent: "erase" }).success).toBe(false);
    expect(save(demoLetter, { name: " " }).success).toBe(false);
    expect(save(demoLetter, { intent: "try", trial: "1" }).success).toBe(false);
    expect(newLetterForm.safeParse({ name: "a", start: "else" }).success).toBe(false);
  });
  it("drops what does not belong to a block", () => {
    const { data } = save({
      subject: "S",
      blocks: [{ kind: "title", text: "a", __proto__: null, html: "<b>" }],
      extra: 1,
    });
    expect(data).toMatchObject({ letter: { subject: "S", blocks: [{ kind: "title", text: "a" }] } });
    expect(JSON.stringify(data)).not.toMatch(/html|extra/);
  });
  it("names a copy within the longest name", () => {
    expect(copyName("Aide")).toBe("Aide (copie)");
    expect(copyName("a".repeat(80))).toHaveLength(LONGEST_NAME);
  });
});

describe("the preview", () => {
  const { html } = merge(render(demoLetter, FRAME, TODAY), values());
  it("allows its own styles and nothing else, by the page's nonce", () => {
    const shown = previewDocument(html, { nonce: 'abc+/="><script>', isDark: false });
    expect(shown).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(shown).toContain('<style nonce="abc+/=script">');
    expect(shown).toContain('<base target="_blank">');
  });
  it("shows day and night whatever the device", () => {
    const [day, night] = [false, true].map((isDark) => previewDocument(html, { nonce: "n", isDark })) as [
      string,
      string,
    ];
    expect(day).toContain("@media not all{");
    expect(night).toContain("@media all{");
    for (const shown of [day, night]) expect(shown).not.toContain("prefers-color-scheme");
  });
  it("finds the body to write in", () => {
    expect(bodyOf(html).trim()).toMatch(/^<table[\s\S]*<\/table>$/);
  });
});
