import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Group, isGroup, MOST_CRITERIA, type Node, plain, writeCriteria } from "~/segments/criteria";
import { readCriteria, readCriteriaText } from "~/segments/criteria.form";
import { someCriteria, someCriterion } from "./some-criteria";

const refusal = (json: unknown) => {
  const read = readCriteria(json);
  return read.ok ? null : read.why.replace(/[\u00a0\u202f]/g, " ");
};
const all = (...of: unknown[]) => ({ match: "all", of });

describe("criteria from an address, a file or a command", () => {
  it("come back as they were written", () => {
    fc.assert(
      fc.property(someCriteria, (group) => {
        const text = writeCriteria(group);
        fc.pre(text.length <= 6_000);
        expect(readCriteriaText(text)).toEqual({ ok: true, criteria: group });
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, unknown, string]>([
    ["nothing", null, "Un segment commence par un groupe de critères."],
    ["a list", [], "Un segment commence par un groupe de critères."],
    [
      "a criterion alone",
      { kind: "zone", is: ["ZIP"] },
      "Un groupe dit « all », « any » ou « none » : tous, au moins un, ou aucun.",
    ],
    [
      "a match of no kind",
      { match: "toString", of: [] },
      "Un groupe dit « all », « any » ou « none » : tous, au moins un, ou aucun.",
    ],
    ["a group without a list", { match: "all", of: { length: 2 } }, "Un groupe donne la liste de ses critères."],
    ["more in a group than a group has", { match: "all", of: [], sql: "1=1" }, "Un groupe n'a pas de champ « sql »."],
    ["an unknown kind", all({ kind: "income", is: ["high"] }), "Le critère « income » n'existe pas."],
    ["a kind of every object", all({ kind: "constructor" }), "Le critère « constructor » n'existe pas."],
    ["no kind", all({ is: ["ZIP"] }), "Le critère n'existe pas."],
    ["text", all("zone = 'ZIP'"), "Le critère n'existe pas."],
    ["an unknown zone", all({ kind: "zone", is: ["ZRR"] }), "Critère « Zone » : une valeur n'existe pas."],
    [
      "an unknown code",
      all({ kind: "objection", is: ["OBJ_COST", "OBJ_MOON"] }),
      "Critère « Objection entendue » : une valeur n'existe pas.",
    ],
    [
      "the same value twice",
      all({ kind: "zone", is: ["ZIP", "ZIP"] }),
      "Critère « Zone » : une valeur est donnée deux fois.",
    ],
    ["no value", all({ kind: "zone", is: [] }), "Critère « Zone » : choisissez au moins une valeur."],
    [
      "a value that is no list",
      all({ kind: "zone", is: "ZIP" }),
      "Critère « Zone » : une liste de valeurs est attendue.",
    ],
    [
      "a missing field",
      all({ kind: "nearness", from: 1, to: 2 }),
      "Critère « Distance au seuil » : il n'est pas complet.",
    ],
    [
      "a field too many",
      all({ kind: "booked", yes: true, or: 1 }),
      "Critère « Visite prévue » : le champ « or » n'existe pas.",
    ],
    [
      "a number out of range",
      all({ kind: "priority", from: -1, to: 5 }),
      "Critère « Priorité » : indiquez un nombre entier de 0 à 10000.",
    ],
    [
      "a number that is none",
      all({ kind: "priority", from: 1.5, to: null }),
      "Critère « Priorité » : indiquez un nombre entier de 0 à 10000.",
    ],
    [
      "ends the wrong way round",
      all({ kind: "priority", from: 9, to: 5 }),
      "Critère « Priorité » : le premier nombre dépasse le second.",
    ],
    [
      "days of another age",
      all({ kind: "contact", when: "before", days: 1e9 }),
      "Critère « Dernier contact » : indiquez un nombre entier de 1 à 3650.",
    ],
    [
      "a campaign that is no id",
      all({ kind: "campaign", received: true, campaignId: "'; drop", days: null }),
      "Critère « Campagne reçue » : cette campagne n'existe pas.",
    ],
    [
      "a sector that is no number",
      all({ kind: "sector", is: ["1 or true"] }),
      "Critère « Secteur de délégué » : un numéro n'existe pas.",
    ],
    ["four groups deep", all(all(all(all()))), "Un groupe peut en contenir d'autres sur 3 niveaux au plus."],
    [
      "too many criteria",
      all(...Array.from({ length: MOST_CRITERIA + 1 }, () => ({ kind: "booked", yes: true }))),
      "Un segment a 40 critères au plus.",
    ],
    ["too many groups", all(...Array.from({ length: 10_000 }, () => all())), "Un segment a 40 groupes au plus."],
  ])("%s: refused with a sentence", (_what, json, why) => {
    expect(refusal(json)).toBe(why);
  });

  it("ten thousand criteria, a bomb of brackets, and what is no JSON are refused before they are read", () => {
    const many = JSON.stringify(all(...Array.from({ length: 10_000 }, () => ({ kind: "booked", yes: true }))));
    expect(readCriteriaText(many)).toMatchObject({ ok: false, why: expect.stringContaining("trop long") });
    expect(readCriteriaText("[".repeat(5_900))).toMatchObject({ ok: false, why: expect.stringContaining("JSON") });
    const bomb = `${'{"match":"all","of":['.repeat(250)}${"]}".repeat(250)}`;
    expect(readCriteriaText(bomb)).toMatchObject({ ok: false, why: expect.stringContaining("niveaux") });
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => void expect(() => readCriteriaText(text)).not.toThrow()));
    fc.assert(
      fc.property(someCriterion, fc.string(), fc.anything(), (criterion, key, value) => {
        expect(() => readCriteria(all({ ...criterion, [key]: value }))).not.toThrow();
      }),
    );
  });
});

describe("criteria said shortest", () => {
  it("hold no empty group, no group of one but a negation, and no « all » in an « all »", () => {
    fc.assert(
      fc.property(someCriteria, (group) => {
        const said = plain(group);
        expect(plain(said)).toEqual(said);
        for (const inner of groupsIn(said).slice(1)) {
          expect(inner.of.length).toBeGreaterThan(inner.match === "none" ? 0 : 1);
        }
        for (const { match, of } of groupsIn(said).filter((inner) => inner.match !== "none")) {
          expect(of.filter(isGroup).map((child) => child.match)).not.toContain(match);
        }
      }),
    );
  });

  it("ask the same of every answer", () => {
    const holds = (node: Node, truth: (text: string) => boolean): boolean => {
      if (!isGroup(node)) return truth(JSON.stringify(node));
      const spoken = node.of.filter((each) => !isGroup(each) || plain(each).of.length > 0);
      const answers = spoken.map((each) => holds(each, truth));
      if (answers.length === 0) return true;
      if (node.match === "all") return answers.every(Boolean);
      return answers.some(Boolean) === (node.match === "any");
    };
    fc.assert(
      fc.property(someCriteria, fc.func(fc.boolean()), (group, chance) => {
        const truth = (text: string) => chance(text);
        expect(holds(plain(group), truth)).toBe(holds(group, truth));
      }),
      { numRuns: 500 },
    );
  });
});

function groupsIn(group: Group): Group[] {
  return [group, ...group.of.filter(isGroup).flatMap(groupsIn)];
}
