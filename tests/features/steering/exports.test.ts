import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { sentenceOf } from "~/audit/sentence";
import { exportAsked } from "~/steering/exports/exporting.server";
import { anActor, as, ELSEWHERE, NOON, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";
import { exportedFrom, sheetsOf, text } from "./exported";

const database = await testDatabase();
const manager = anActor("manager");
const exported = (file: string, query = "", actor: Actor = manager) => exportedFrom(database, actor, file, query);

let mine = 0;

beforeAll(() =>
  as(database, anActor("system"), async (ctx) => {
    mine = await aSector(ctx, "Presqu'île");
    await aRankedDoctor(ctx, { last_name: "=ABGRALL", sector_id: mine }, { priority: 150, zone: "ZAC" });
    await aRankedDoctor(ctx, { last_name: "BLAIN" }, { priority: 450, zone: "ZIP" });
    await aRankedDoctor(ctx, { last_name: "ETRANGER", fund_id: ELSEWHERE }, { priority: 900 });
  }),
);

describe("the list of doctors as a file", () => {
  it("holds the rows of the page in their order, and says what it is", async () => {
    const { rows, about } = await sheetsOf(await exported("medecins.xlsx"));
    expect(rows[0]!.slice(0, 3)).toEqual(["RPPS", "Nom", "Prénom"]);
    expect(rows.slice(1).map((row) => row[1])).toEqual(["BLAIN", "=ABGRALL"]);
    expect(about).toEqual([
      ["Liste", "Médecins"],
      ["Filtres", "aucun"],
      ["Lignes", "2"],
      ["Calculé", "le 24/11/2026 à 12\u00a0h, heure de Paris"],
      ["Demandé par", "Responsable"],
      ["Source", expect.stringContaining("RPPS")],
    ]);
  });

  it("keeps to the filters of the page and says them", async () => {
    const file = text(await exported("medecins.csv", `zone=ZAC&secteur=${mine}`));
    expect(file).toContain(";'=ABGRALL;");
    expect(file).not.toContain("BLAIN");
    expect(file).toContain("Filtres;en ZAC, Presqu'île");
  });

  it("gives a delegate the sectors held, and nothing of a segment that is somebody else's", async () => {
    const delegate = anActor("delegate", { sectorIds: [mine] });
    expect(text(await exported("medecins.csv", "", delegate))).not.toContain("BLAIN");
    const nobody = await exported("medecins.csv", "segment=00000000-0000-4000-8000-00000000dead");
    expect(text(nobody)).toContain("Lignes;0");
  });

  it("is told in the journal, with how many lines", async () => {
    await exported("medecins.xlsx");
    const { rows } = await database.pool.query<{ facts: object }>(
      "select facts from audit_event where name = 'list.exported' order by id desc limit 1",
    );
    expect(rows[0]!.facts).toEqual({ list: "medecins", format: "xlsx", lines: 2 });
  });

  it("is whole however long, a stretch at a time", async () => {
    await as(database, anActor("system"), async (ctx) => {
      for (let at = 0; at < 2_010; at++) await aRankedDoctor(ctx, { last_name: `LONG${at}` }, { priority: at % 7 });
    });
    const { rows } = await sheetsOf(await exported("medecins.xlsx"));
    expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(2_012);
  });
});

it.each([
  "contrats",
  "echeances",
  "relances",
  "campagnes",
  "resultats",
  "candidats",
  "locaux",
  "patienteles",
  "imports",
  "segments",
  "previsions",
])("%s opens, even empty", async (list) => {
  const { rows, about } = await sheetsOf(await exported(`${list}.xlsx`));
  expect(rows).toHaveLength(1);
  expect(about).toContainEqual(["Lignes", "0"]);
});

it("the funnel says its stages, and how they were read", async () => {
  const { rows, about } = await sheetsOf(await exported("entonnoir.xlsx"));
  expect(rows.slice(1).map((row) => row[1])).toContain("éligible");
  expect(about.map(([label]) => label)).toContain("Lecture");
});

it("the figures of départements are for who reads aggregates", async () => {
  const reader = anActor("national_reader");
  expect(text(await exported("national.csv", "mesure=contrats", reader))).toContain("Mesure;contrats signés");
  await expect(exported("national.csv", "", manager)).rejects.toThrow("denied");
});

it.each([
  ["pilotage", "steering.read"],
  ["journal", "journal.read"],
  ["candidats", "candidate.read"],
  ["locaux", "premises.read"],
  ["atteignabilite-semaines", "steering.read"],
  ["atteignabilite-secteurs", "steering.read"],
  ["equilibre", "territory.change"],
  ["prevision", "steering.read"],
  ["previsions", "steering.read"],
  ["patienteles", "contract.read"],
  ["parcours", "campaign.read"],
  ["imports", "import.manage"],
  ["segments", "segment.read"],
])("%s asks for the right of its page, and has its own words in the journal", (list, permission) => {
  expect(exportAsked(`${list}.csv`, new URLSearchParams(), NOON).permission).toBe(permission);
  expect(sentenceOf("list.exported", { list, format: "csv", lines: 2 }, {})).not.toContain("une liste");
});

it.each(["inconnu.xlsx", "medecins.pdf", "constructor.csv", undefined])("there is no file %s", (file) => {
  expect(() => exportAsked(file, new URLSearchParams(), NOON)).toThrow("introuvable");
});
