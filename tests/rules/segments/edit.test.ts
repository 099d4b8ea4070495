import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG } from "~/segments/catalog";
import { criteriaIn, EVERYBODY, type Group, isGroup, type Node } from "~/segments/criteria";
import { readCriteria } from "~/segments/criteria.form";
import { addTo, complete, isComplete, nodeAt, type Path, put } from "~/segments/edit";
import { copyName, LONGEST_NAME } from "~/segments/sharing";
import { everySuggestion, suggestionsFor } from "~/segments/suggestions";
import { NAMES, someCriteria, someCriterion } from "./some-criteria";

function pathsIn(node: Node, path: Path = []): Path[] {
  return [path, ...(isGroup(node) ? node.of.flatMap((child, rank) => pathsIn(child, [...path, rank])) : [])];
}
const somewhere = someCriteria.chain((group) => fc.tuple(fc.constant(group), fc.constantFrom(...pathsIn(group))));

describe("the tree of a segment", () => {
  it("holds what was put at a place, and nothing else has moved", () => {
    fc.assert(
      fc.property(somewhere, someCriterion, ([group, path], criterion) => {
        fc.pre(path.length > 0);
        const changed = put(group, path, criterion);
        expect(nodeAt(changed, path)).toEqual(criterion);
        expect(put(changed, path, nodeAt(group, path)!)).toEqual(group);
      }),
    );
  });

  it("loses what was taken away, and gets it back at the end of its group", () => {
    fc.assert(
      fc.property(somewhere, ([group, path]) => {
        fc.pre(path.length > 0);
        const before = nodeAt(group, path.slice(0, -1)) as Group;
        const after = nodeAt(put(group, path, null), path.slice(0, -1)) as Group;
        expect(after.of).toEqual(before.of.toSpliced(path.at(-1)!, 1));
        const back = nodeAt(addTo(put(group, path, null), path.slice(0, -1), nodeAt(group, path)!), path.slice(0, -1));
        expect((back as Group).of.at(-1)).toEqual(nodeAt(group, path));
      }),
    );
  });

  it("stays as it is when the place is not there", () => {
    const group: Group = { match: "all", of: [CATALOG.verdict.fresh] };
    expect(put(group, [3], null)).toEqual(group);
    expect(put(group, [0, 0], CATALOG.zone.fresh)).toEqual(group);
    expect(addTo(group, [0], CATALOG.zone.fresh)).toEqual(group);
    expect(put(group, [], null)).toEqual(EVERYBODY);
  });

  it("is counted without the criteria that ask nothing yet", () => {
    const group: Group = {
      match: "all",
      of: [CATALOG.sector.fresh, CATALOG.verdict.fresh, { match: "any", of: [CATALOG.fund.fresh] }],
    };
    expect(complete(group)).toEqual({ match: "all", of: [CATALOG.verdict.fresh, { match: "any", of: [] }] });
    fc.assert(fc.property(someCriteria, (whole) => void expect(complete(whole)).toEqual(whole)));
  });
});

describe("what is offered while somebody types", () => {
  const all = everySuggestion(NAMES, 1);
  const labels = (text: string) => suggestionsFor(text, all).map(({ label }) => label.replace(/[\u00a0\u202f]/g, " "));

  it("is every criterion by its name, and the groups, before a word is typed", () => {
    expect(labels("")).toEqual([
      ...Object.values(CATALOG).map(({ label }) => label),
      "Groupe : au moins un de…",
      "Groupe : sauf ceux qui…",
      "Groupe : tous à la fois…",
    ]);
  });

  it.each([
    ["zip", "En ZIP"],
    ["géné", "Généralistes"],
    ["cardio", "Spécialistes en cardiologie"],
    ["nantes", "Du secteur de Nantes"],
    ["presqu", "Du secteur « Presqu'île »"],
    ["sans optam", "En secteur 2 sans Optam"],
    ["jamais renc", "Jamais rencontrés"],
    ["score", "Priorité"],
    ["rentrée", "Ayant reçu la campagne « Rentrée »"],
    ["sauf", "Groupe : sauf ceux qui…"],
  ])("« %s » offers first « %s »", (text, label) => {
    expect(labels(text)[0]).toBe(label);
  });

  it("is nothing for a word of no criterion", () => {
    expect(labels("zzz")).toEqual([]);
  });

  it("offers no caisse to who has one, and no group three groups deep", () => {
    const one = everySuggestion({ ...NAMES, funds: { 441: "CPAM" }, sectors: {} }, 3);
    expect(one.filter(({ node }) => isGroup(node) || node.kind === "fund" || node.kind === "sector")).toEqual([]);
  });

  it("can be saved as it is offered, once what only a person can choose is chosen", () => {
    for (const { node } of all) {
      const whole: Group = { match: "all", of: [node] };
      expect(readCriteria(complete(whole))).toMatchObject({ ok: true });
      expect([...criteriaIn(whole)].every(isComplete) || ["sector", "fund"].includes(criteriaIn(whole)[0]!.kind)).toBe(
        true,
      );
    }
  });
});

it("names a copy within the length of a name", () => {
  expect(copyName("Proches du seuil")).toBe("Proches du seuil (copie)");
  expect(copyName("x".repeat(LONGEST_NAME))).toHaveLength(LONGEST_NAME);
});
