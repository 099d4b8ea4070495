import { randomUUID } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { SYSTEM_ACCOUNT } from "~/access/system-actor";
import { sentenceOf } from "~/audit/sentence";
import { joined } from "~/files/table-file";
import { premisesForm } from "~/premises/premises.form";
import { workOnPremises } from "~/premises/premises.server";
import { EVERYBODY } from "~/segments/criteria";
import { createSegment } from "~/segments/segments.server";
import { exportAsked } from "~/steering/exports/exporting.server";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";
import { aCandidate } from "../recruiting/scene";
import { aDelegate } from "../visits/field";

const database = await testDatabase();
const manager = anActor("manager");

/** The whole file, each piece in its own transaction, as it is sent. */
async function exported(file: string, query = "", actor: Actor = manager): Promise<Uint8Array> {
  const { pieces } = exportAsked(file, new URLSearchParams(query), NOON);
  const taken: Uint8Array[] = [];
  for (;;) {
    const { bytes, isLast } = await as(database, actor, pieces);
    taken.push(bytes);
    if (isLast) return joined(taken);
  }
}

async function sheetsOf(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  return { rows: await readSheet(file, 1), about: await readSheet(file, 2) };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

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

/** The lines of the table alone, each cut into its cells. */
const linesOf = (file: string) =>
  file
    .split("\r\n\r\n")[0]!
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";"));

describe("what a manager steers by, as a file", () => {
  it("pilotage: time, work, targets and the mix, and the caisse they are of", async () => {
    const file = text(await exported("pilotage.csv"));
    const figures = linesOf(file).map(([figure]) => figure);
    expect(figures).toContain("Temps écoulé");
    expect(figures).toContain("Médecins rencontrés, zones sous-denses (ZIP et ZAC)");
    expect(file).toMatch(/Campagne;du 1er.juin 2026 au 31.décembre 2026/);
  });

  it("équilibre and atteignabilité: one line a sector, one line a week", async () => {
    const even = await exported("equilibre.csv", "semaines=4");
    expect(linesOf(text(even)).map(([sector]) => sector)).toEqual(["Presqu'île"]);
    expect(text(even)).toMatch(/Horizon;4.semaines/);
    expect(linesOf(text(await exported("atteignabilite-secteurs.csv"))).map(([sector]) => sector)).toEqual([
      "Presqu'île",
    ]);
    const weeks = text(await exported("atteignabilite-semaines.csv", "part=60"));
    expect(linesOf(weeks)[0]![0]).toBe("23/11/2026");
    expect(weeks).toMatch(/Part des heures donnée aux visites;60.%/);
  });

  it("prévision: no line rather than an invented one, and the reason", async () => {
    const { rows, about } = await sheetsOf(await exported("prevision.xlsx"));
    expect(rows).toHaveLength(1);
    expect(about.find(([label]) => label === "Réponse")![1]).not.toBe("");
  });
});

describe("the journal as a file", () => {
  it("keeps to its filters and does not tell of itself", async () => {
    const before = linesOf(text(await exported("journal.csv", "quoi=exports"))).length;
    const file = text(await exported("journal.csv", "quoi=exports"));
    expect(linesOf(file)).toHaveLength(before + 1);
    expect(linesOf(file)[0]![3]).toMatch(/^a exporté le journal/);
    expect(file).toContain("Nature;Exports");
    expect(linesOf(text(await exported("journal.csv", "quoi=imports")))).toEqual([]);
  });
});

/** A journey of a visit, and one doctor who waits for it. */
async function aJourneyWithOne(): Promise<string> {
  const steps = '[{"kind":"visit","delay":2,"letter":"","expiry":null,"onExpiry":"pass"}]';
  const { rows } = await database.pool.query<{ id: string }>(
    `with j as (
       insert into journey (fund_id, name, state, steps, created_by) values ($1, 'Proches du seuil', 'running', $2, $3)
       returning id, fund_id
     ) insert into journey_entry (journey_id, fund_id, doctor_id, zone, department, entered_at, last_on, look_at)
     select j.id, j.fund_id, d.id, 'Europe/Paris', '44', $4, '2026-11-23', $4 from j, doctor d
     where d.last_name = '=ABGRALL' returning journey_id as id`,
    [HERE, steps, SYSTEM_ACCOUNT, NOON],
  );
  return rows[0]!.id;
}

describe("people as a file", () => {
  it("candidates: neither their address nor their telephone, and nobody of another caisse", async () => {
    await aCandidate(database, await aDelegate(database, [mine]), { lastName: "Kervella" });
    const file = text(await exported("candidats.csv"));
    expect(linesOf(file)[0]![0]).toContain("Kervella");
    expect(file).not.toContain("@");
    const elsewhere = anActor("manager", { fundIds: [ELSEWHERE] });
    expect(text(await exported("candidats.csv", "", elsewhere))).toContain("Lignes;0");
  });

  it("premises: the requests of the sectors one holds, without the free text of the need", async () => {
    const delegate = await aDelegate(database, [mine]);
    const { rows } = await database.pool.query<{ id: string }>("select id from doctor where last_name = '=ABGRALL'");
    const asked = { intent: "ask", id: randomUUID(), kind: "extension", need: "Secret", on: "2026-11-10" };
    await as(database, delegate, (ctx) => workOnPremises(ctx, String(rows[0]!.id), premisesForm.parse(asked)));
    const file = text(await exported("locaux.csv", `secteur=${mine}`, delegate));
    expect(linesOf(file)[0]).toContain("Agrandissement");
    expect(file).not.toContain("Secret");
    expect(file).toContain("Secteur;Presqu'île");
    expect(text(await exported("locaux.csv", "etat=closed"))).toContain("Lignes;0");
  });

  it("segments: one's own, with their criteria in words and their count", async () => {
    const owner = await aDelegate(database, [mine]);
    const manages = { ...manager, id: owner.id };
    await as(database, manages, (ctx) => createSegment(ctx, { name: "Tout le monde", criteria: EVERYBODY }));
    const [line] = linesOf(text(await exported("segments.csv", "", manages)));
    expect([line![0], line![2], line![5]]).toEqual(["Tout le monde", "2012", "non"]);
    expect(text(await exported("segments.csv"))).toContain("Lignes;0");
  });

  it("imports: the files received, and what was kept of them", async () => {
    await database.pool.query(
      `insert into import (fund_id, kind, file_name, file_key, byte_size, status, source, source_on, accepted, rejected, asked_by)
       values ($1, 'rpps', '=rpps.txt', 'k', 10, 'done', 'Annuaire santé', '2026-11-01', 7, 2, $2)`,
      [HERE, SYSTEM_ACCOUNT],
    );
    const [line] = linesOf(text(await exported("imports.csv")));
    expect(line!.slice(1)).toEqual(["Annuaire Santé (RPPS)", "'=rpps.txt", "Terminé", "7", "2", "Tandem"]);
  });

  it("a journey: where everybody stands, and nothing of a journey one does not see", async () => {
    const id = await aJourneyWithOne();
    expect(linesOf(text(await exported("parcours.csv", `parcours=${id}`)))).toHaveLength(1);
    expect(text(await exported("parcours.csv", `parcours=${id}&place=finished`))).toContain("Position;Allés au bout");
    const elsewhere = anActor("manager", { fundIds: [ELSEWHERE] });
    await expect(exported("parcours.csv", `parcours=${id}`, elsewhere)).rejects.toThrow("introuvable");
  });
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
