import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash } from "~/campaigns/letters/content-hash";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { linkToken, pageLinks, readLinkToken } from "~/campaigns/letters/signed-link";
import { FRAME, plain, values } from "./people";

describe("what a letter knows of a doctor", () => {
  it("reads as people write", () => {
    const { doctor, firstName, lastName, specialty, practice, patients, zone } = values();
    expect([doctor!, firstName, lastName, specialty, practice, patients, zone].map((text) => plain(text!))).toEqual([
      "Dr Anne-Marie Le Goff",
      "Anne-Marie",
      "Le Goff",
      "médecine générale",
      "Cabinet Medical des Jardins",
      "812",
      "zone d'intervention prioritaire",
    ]);
  });
  it.each([
    [{ title: "PR" }, "doctor", "Pr Anne-Marie Le Goff"],
    [{ lastName: "DE LA TOUR" }, "doctor", "Dr Anne-Marie de La Tour"],
    [{ specialty: "ORL" }, "specialty", "ORL"],
    [{ patients: 700 }, "missing", "75"],
    [{ patients: 775 }, "missing", null],
    [{ patients: null }, "missing", null],
    [{ isGp: false, patients: 900 }, "patients", null],
    [{ zone: null }, "zone", null],
    [{ town: " " }, "town", null],
  ] as const)("%j", (given, name, expected) => {
    const value = values(given)[name];
    expect(value === null ? null : plain(value)).toBe(expected);
  });
});

describe("a signed link", () => {
  const key = Buffer.from("a".repeat(32));
  it("names one recipient to who holds the key", () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (id) => {
        const token = linkToken(id, key);
        expect(token).toMatch(/^[\w-]{10,40}$/);
        expect(readLinkToken(token, key)).toBe(id);
        expect(readLinkToken(token, Buffer.from("b".repeat(32)))).toBeNull();
      }),
    );
  });
  it("altered, cut or made elsewhere, names nobody", () => {
    const token = linkToken(1_007, key);
    const guessed = `rz-${createHmac("sha256", key).update("1007").digest("base64url").slice(0, 16)}`;
    const altered = [token.slice(0, -1), `${token}A`, token.toUpperCase(), token.replace("-", "_"), "", "-", guessed];
    for (const wrong of [...altered, token.replace(/^../, "rq"), `0${token}`])
      expect(readLinkToken(wrong, key)).toBeNull();
    for (let at = 0; at < token.length; at += 1) {
      const other = token.slice(0, at) + (token[at] === "x" ? "y" : "x") + token.slice(at + 1);
      expect(readLinkToken(other, key)).toBeNull();
    }
  });
  it("leads to four pages", () => {
    expect(Object.values(pageLinks("https://t.example", "z"))).toEqual([
      "https://t.example/lettre/z/pourquoi-moi",
      "https://t.example/lettre/z/ma-simulation",
      "https://t.example/lettre/z/rendez-vous",
      "https://t.example/lettre/z/stop",
    ]);
  });
});

describe("the hash of a content", () => {
  it("is the same for the same words, whatever the order of keys", () => {
    const { subject, blocks } = demoLetter;
    const turned = { blocks: blocks.map((block) => Object.fromEntries(Object.entries(block).reverse())), subject };
    expect(contentHash(turned as never)).toBe(contentHash(demoLetter));
    expect(contentHash(JSON.parse(JSON.stringify(demoLetter)), FRAME)).toBe(contentHash(demoLetter, { ...FRAME }));
  });
  it("changes with a comma, and with the frame", () => {
    const comma = { ...demoLetter, subject: `${demoLetter.subject},` };
    const hashes = [demoLetter, comma].flatMap((letter) => [contentHash(letter), contentHash(letter, FRAME)]);
    expect(new Set(hashes).size).toBe(4);
  });
});
