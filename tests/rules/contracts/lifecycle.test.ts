import { describe, expect, it } from "vitest";
import { CONTRACT_STATES } from "~/contracts/contract";
import { refusalOf, STEP_RULES, STEPS, stepsFrom } from "~/contracts/lifecycle";
import {
  refusalOfCompany,
  refusalOfHire,
  refusalOfSignature,
  refusalToBind,
  refusalToReplace,
} from "~/contracts/refusals";

const delegate = (permission: string) => permission === "contract.prepare";
const manager = () => true;
const FREE = { individual: null, collective: null, collectiveEndedOn: null };

describe("which step from which state, and by whom", () => {
  it.each([
    ["opened", ["sign", "abandon"]],
    ["signed", ["hire", "notice", "relocation", "specialty", "switch"]],
    ["running", ["absence", "suspend", "notice", "relocation", "specialty", "switch", "renewal"]],
    ["suspended", ["resume", "notice", "relocation", "specialty", "switch", "renewal"]],
    ["ended", ["renewal"]],
    ["terminated", []],
    ["renewed", []],
    ["abandoned", ["reopen"]],
  ] as const)("from %s", (state, steps) => {
    expect(stepsFrom(state, manager)).toEqual(steps);
  });

  it("offers exactly the steps that are not refused, except those that come by themselves", () => {
    for (const state of CONTRACT_STATES)
      for (const may of [delegate, manager])
        expect(stepsFrom(state, may)).toEqual(
          STEPS.filter((step) => !["open", "end", "renew"].includes(step) && refusalOf(step, state, may) === null),
        );
  });

  it("leaves to managers what binds the caisse, and says so", () => {
    expect(refusalOf("sign", "opened", delegate)).toBe(
      "« Enregistrer la signature » revient à un responsable de la caisse.",
    );
    expect(refusalOf("hire", "opened", manager)).toBe(
      "« Enregistrer l'embauche » n'est pas possible : ce dossier n'est pas encore signé.",
    );
    expect(STEPS.filter((step) => STEP_RULES[step].needs === "contract.decide")).toEqual([
      "sign",
      "suspend",
      "resume",
      "notice",
      "relocation",
      "specialty",
      "switch",
      "end",
      "renew",
    ]);
  });
});

describe("refusals are sentences", () => {
  it.each([
    ["individual", "2026-11-25", /dans l'avenir/],
    ["individual", "2019-08-31", /avant le 1er.septembre 2019/],
    ["individual", "2021-11-24", /ses cinq ans sont passés/],
    ["individual", "2021-11-25", null],
    ["individual", "2026-11-24", null],
    ["collective", "2026-02-24", /25 février 2026/],
    ["collective", "2026-02-25", null],
  ] as const)("%s signed on %s", (kind, day, expected) => {
    const why = refusalOfSignature(kind, day, "2026-11-24");
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatch(expected);
  });

  it.each([
    ["2025-01-14", /avant la signature/],
    ["2025-01-15", null],
    ["2030-01-15", /après la fin du contrat/],
    ["2031-01-01", /dans l'avenir/],
  ])("hired on %s", (day, expected) => {
    const why = refusalOfHire({ signedOn: "2025-01-15", endsOn: "2030-01-15" }, day, "2030-06-01");
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatch(expected);
  });

  it("two contracts at once, of either kind, and the two years after a collective one", () => {
    const running = { ...FREE, individual: { endsOn: "2028-01-01" } };
    expect(refusalToBind("individual", running, "2026-11-24")).toMatch(/un médecin n'en tient qu'un/);
    expect(refusalToBind("collective", running, "2026-11-24")).toMatch(/doit être clos avant le contrat collectif/);
    expect(refusalToBind("individual", running, "2028-01-01")).toBeNull();
    expect(refusalToBind("individual", { ...FREE, collective: { company: "SCM des Lilas" } }, "2026-11-24")).toMatch(
      /SCM des Lilas/,
    );
    const left = { ...FREE, collectiveEndedOn: "2028-02-29" };
    expect(refusalToBind("individual", left, "2030-02-27")).toMatch(/28.février 2030/);
    expect(refusalToBind("individual", left, "2030-02-28")).toBeNull();
    expect(refusalToBind("collective", FREE, "2026-11-24")).toBeNull();
  });

  it("an assistant is replaced once, and after leaving", () => {
    const leaver = { name: "Léa Roy", leftOn: "2026-05-01", replacedBy: null };
    expect(refusalToReplace({ ...leaver, leftOn: null }, "2026-06-01")).toMatch(/Notez d'abord le départ/);
    expect(refusalToReplace({ ...leaver, replacedBy: "Inès Petit" }, "2026-06-01")).toMatch(
      /déjà remplacé par Inès Petit/,
    );
    expect(refusalToReplace(leaver, "2026-04-30")).toMatch(/parti que le/);
    expect(refusalToReplace(leaver, "2026-05-01")).toBeNull();
  });

  it("a company has members, and one full-time equivalent for each at most", () => {
    expect(refusalOfCompany({ etp: 1, doctors: 0 })).toMatch(/au moins un/);
    expect(refusalOfCompany({ etp: 3, doctors: 2 })).toMatch(/plafond/);
    expect(refusalOfCompany({ etp: 2, doctors: 2 })).toBeNull();
  });
});
