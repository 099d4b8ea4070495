import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { SYSTEM_ACCOUNT } from "~/access/system-actor";
import { workOnGrowth } from "~/contracts/growth/answer.server";
import { growthForm } from "~/contracts/growth/growth.form";
import { objectiveAtSignature } from "~/contracts/objective";
import { forecastSearch } from "~/forecast/forecast.form";
import { forecastOf } from "~/forecast/forecast.server";
import { premisesForm } from "~/premises/premises.form";
import { workOnPremises } from "~/premises/premises.server";
import { EVERYBODY } from "~/segments/criteria";
import { createSegment } from "~/segments/segments.server";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";
import { aCandidate } from "../recruiting/scene";
import { aDelegate } from "../visits/field";
import { exportedFrom, linesOf, sheetsOf, text } from "./exported";

const database = await testDatabase();
const manager = anActor("manager");
const exported = (file: string, query = "", actor: Actor = manager) => exportedFrom(database, actor, file, query);

let mine = 0;

beforeAll(() =>
  as(database, anActor("system"), async (ctx) => {
    mine = await aSector(ctx, "Presqu'île");
    await aRankedDoctor(ctx, { last_name: "=ABGRALL", sector_id: mine }, { priority: 150, zone: "ZAC" });
    await aRankedDoctor(ctx, { last_name: "BLAIN" }, { priority: 450, zone: "ZIP" });
  }),
);

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

describe("the forecast as a file", () => {
  /** What a night keeps, so that the rows are known; the fan is that of the page. */
  const FAN = [
    { day: "2026-12-01", low: 12, middle: 14, high: 17 },
    { day: "2027-06-30", low: 20, middle: 26, high: 33 },
  ];

  it("holds each week with its interval", async () => {
    const page = await as(database, manager, (ctx) => forecastOf(ctx, forecastSearch.parse({})));
    if (page.view !== "fund") throw new Error("no caisse");
    const told = {
      kind: "forecast",
      asof: "2026-11-24",
      deadline: page.deadline,
      signed: 11,
      atDeadline: { ...FAN[1], mean: 26 },
      fan: FAN,
      reachesTarget: null,
      contributors: [],
      runRate: 20,
    };
    await database.pool.query(
      "insert into forecast_fit (fund_id, computed_at, told) values ($1, $2, $3) on conflict (fund_id) do update set told = excluded.told",
      [HERE, NOON, JSON.stringify({ told, target: page.target })],
    );
    expect(linesOf(text(await exported("prevision.csv")))).toEqual([
      ["01/12/2026", "12", "14", "17"],
      ["30/06/2027", "20", "26", "33"],
    ]);
  });

  it("holds a line a caisse for the nation's reader, and none for a manager", async () => {
    await database.pool.query(
      "insert into forecast_made (fund_id, asof, deadline, signed, low, middle, high) values ($1, '2026-11-24', '2027-06-30', 15, 20, 26, 33)",
      [HERE],
    );
    const lines = linesOf(text(await exported("previsions.csv", "", anActor("national_reader"))));
    expect(lines.map((line) => line.slice(2))).toEqual([["30/06/2027", "15", "20", "26", "33", "24/11/2026"]]);
    expect(text(await exported("previsions.csv"))).toContain("Lignes;0");
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

/** Signed a year ago by a doctor whose patients hardly grew. */
async function aLateContract(): Promise<string> {
  const asked = { version: "AV7", signedOn: "2025-11-01", isGP: true, option: "0.5", newlyInstalled: false } as const;
  const patients = { age: 50, band: "P30_P50", patients: 1_000, fileActive: 1_500 } as const;
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into contract (fund_id, kind, doctor_id, employer, option, state, opened_on, version, band, mt_patients, active_file,
       objective, signed_on, starts_on, ends_on)
     select $1, 'individual', id, 'doctor', '0.5', 'running', '2025-10-01', 'AV7', 'P30_P50', 1000, 1500, $2,
       '2025-11-01', '2025-11-01', '2030-11-05' from doctor where last_name = '=ABGRALL' returning id`,
    [HERE, JSON.stringify(objectiveAtSignature({ ...asked, ...patients }))],
  );
  return rows[0]!.id;
}

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

  it("patientèles: the contracts to help, without a count of patients", async () => {
    const anne = await aDelegate(database, [mine]);
    const contract = await aLateContract();
    const count = { intent: "count", on: "2026-11-02", mtPatients: "1 010", activeFile: "" };
    await as(database, anne, (ctx) => workOnGrowth(ctx, contract, growthForm.parse(count)));
    const file = text(await exported("patienteles.csv", "", anne));
    expect(linesOf(file)).toEqual([["Dr\u00a0Claire =abgrall", "Saint-Nazaire", expect.any(String), "01/11/2027"]]);
    expect(file).not.toMatch(/1.?010|1.?000/);
    const stranger = anActor("delegate", { sectorIds: [] });
    expect(text(await exported("patienteles.csv", "", stranger))).toContain("Lignes;0");
  });

  it("segments: one's own, with their criteria in words and their count", async () => {
    const owner = await aDelegate(database, [mine]);
    const manages = { ...manager, id: owner.id };
    await as(database, manages, (ctx) => createSegment(ctx, { name: "Tout le monde", criteria: EVERYBODY }));
    const [line] = linesOf(text(await exported("segments.csv", "", manages)));
    expect([line![0], line![2], line![5]]).toEqual(["Tout le monde", "2", "non"]);
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
