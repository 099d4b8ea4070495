import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { openAlerts } from "~/contracts/growth/alerts.server";
import { workOnGrowth } from "~/contracts/growth/answer.server";
import { growthLines } from "~/contracts/growth/export.server";
import { growthForm } from "~/contracts/growth/growth.form";
import { openGrowth } from "~/contracts/growth/growth.server";
import { objectiveAtSignature } from "~/contracts/objective";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";

const database = await testDatabase();
const SIGNED = "2025-11-01";
let anne: Actor;
let sector = 0;
let doctor = 0;
let contract = "";

async function aContract(
  doctorId: number,
  given: { signedOn?: string | null; patients?: number } = {},
): Promise<string> {
  const { signedOn = SIGNED, patients = 1_000 } = given;
  const id = randomUUID();
  const objective = objectiveAtSignature({
    version: "AV7",
    signedOn: SIGNED,
    isGP: true,
    option: "0.5",
    newlyInstalled: false,
    age: 50,
    band: "P30_P50",
    patients,
    fileActive: 1_500,
  });
  await database.pool.query(
    `insert into contract (id, fund_id, kind, doctor_id, employer, option, state, opened_on, version, band, mt_patients, active_file,
       objective, signed_on, starts_on, ends_on)
     values ($1, 441, 'individual', $2, 'doctor', '0.5', $3, '2025-10-01', 'AV7', 'P30_P50', $4, 1500, $5, $6::date, $6::date, $6::date + 1826)`,
    [id, doctorId, signedOn === null ? "opened" : "running", patients, JSON.stringify(objective), signedOn],
  );
  return id;
}

beforeEach(async () => {
  sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  await database.pool.query("insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, 441)", [
    anne.id,
    sector,
  ]);
  doctor = await aDoctorIn(database, sector);
  contract = await aContract(doctor);
});

const open = (who = anne, id = contract) => as(database, who, (ctx) => openGrowth(ctx, id));
const work = (ask: object, id = contract, who = anne) =>
  as(database, who, (ctx) => workOnGrowth(ctx, id, growthForm.parse(ask)));
const count = (on: string, mtPatients: string, given: object = {}) =>
  work({ intent: "count", on, mtPatients, activeFile: "", ...given });
const aFact = (name: string, on: string, value: number, doctorId = doctor) =>
  database.pool.query(
    "insert into fact (fund_id, doctor_id, name, value, measured_on, source) values (441, $1, $2, to_jsonb($3::integer), $4, 'caisse')",
    [doctorId, name, value, on],
  );

describe("the patients of a contract", () => {
  it("are followed from files and from what the doctor says, the file first on one day", async () => {
    await aFact("mt_adulte", "2026-03-31", 990);
    await aFact("mt_total", "2026-03-31", 1_020);
    await aFact("mt_total", "2025-09-30", 700);
    await count("2026-03-31", "1 500");
    await count("2026-11-02", "1 040");
    const { followed } = await open();
    expect(followed!.counts).toEqual([
      { on: "2026-03-31", value: 1_020 },
      { on: "2026-11-02", value: 1_040 },
    ]);
    expect(followed!.path).toMatchObject({ baseline: 1_000, target: 1_250, dueOn: "2027-11-01" });
    expect(followed!.standing).toMatchObject({ kind: "behind", isWarning: true });
    expect(followed!.nextYear).toMatchObject({ contractYear: 3, minCents: 0 });
    expect(followed!.peers).toEqual({ isEnough: false, doctors: 0 });
  });

  it("typed again on one day, keep what was said last; taken back, are gone", async () => {
    await count("2026-11-02", "1040");
    await count("2026-11-02", "1050");
    const [row] = (await open()).followed!.rows;
    expect(row).toMatchObject({ mt: 1_050, source: "noté par Anne Roy" });
    await work({ intent: "remove", id: row!.id });
    expect((await open()).followed!.rows).toEqual([]);
    await expect(work({ intent: "remove", id: row!.id })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("fall only when somebody says it again", async () => {
    await expect(count("2026-11-02", "900")).rejects.toMatchObject({
      fields: { mtPatients: [expect.stringContaining("baisse")] },
    });
    await count("2026-11-02", "900", { sure: "on" });
    expect((await open()).followed!.standing.kind).toBe("behind");
  });

  it("stand beside eleven comparable doctors, and no fewer", async () => {
    for (let rank = 0; rank < 11; rank++) {
      const other = await aDoctorIn(database, sector);
      await aContract(other);
      await aFact("mt_total", "2026-11-01", 1_050 + rank * 10, other);
      const peers = (await open()).followed!.peers;
      expect(peers.isEnough).toBe(rank === 10);
    }
    const { peers } = (await open()).followed!;
    expect(peers).toMatchObject({ doctors: 11 });
    if (peers.isEnough) expect(peers.middle).toBeCloseTo(0.1, 2);
  });

  it("bring help once in a contract year, on the delegate's list", async () => {
    await count("2026-11-02", "1010");
    await work({ intent: "help", kind: "visit" });
    await expect(work({ intent: "help", kind: "call" })).rejects.toMatchObject({ refusal: "conflict" });
    const { rows } = await database.pool.query(
      "select kind, due_on::text, delegate_id, state from follow_up where doctor_id = $1",
      [doctor],
    );
    expect(rows).toEqual([{ kind: "visit", due_on: "2026-12-08", delegate_id: anne.id, state: "open" }]);
    expect((await open()).followed!.help).toMatchObject({
      kind: "visit",
      by: "Anne Roy",
      state: "open",
      contract_year: 2,
    });
  });

  it("are told among the alerts, worst first, to whoever sees the doctor", async () => {
    await count("2026-11-02", "1010");
    const slow = await aContract(await aDoctorIn(database, sector), { signedOn: "2024-11-01" });
    await work({ intent: "count", on: "2026-11-02", mtPatients: "1 240", activeFile: "" }, slow);
    const alerts = (who = anne) => as(database, who, openAlerts);
    expect(await alerts()).toMatchObject({
      followed: 2,
      alerts: [
        { id: slow, kind: "missed" },
        { id: contract, kind: "behind", reason: (await open()).followed!.standing.reason },
      ],
    });
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    expect(await alerts(stranger)).toMatchObject({ followed: 0, alerts: [] });
  });

  it("leave small counts out of the file", async () => {
    await aFact("mt_total", "2026-03-31", 10);
    await count("2026-11-02", "1040");
    const text = await as(database, anne, (ctx) => growthLines(ctx, contract));
    expect(text).toContain("31/03/2026;moins de 11;;caisse");
    expect(text).toContain("02/11/2026;1040;;");
  });

  it("raise no alert while the contract is suspended", async () => {
    await count("2026-11-02", "1010");
    await database.pool.query(
      "insert into contract_event (fund_id, contract_id, step, from_state, to_state, on_day, at) values (441, $1, 'suspend', 'running', 'suspended', '2026-11-10', now())",
      [contract],
    );
    expect((await open()).followed!.standing).toMatchObject({ kind: "suspended", isWarning: false });
    await expect(work({ intent: "help", kind: "call" })).rejects.toMatchObject({ refusal: "conflict" });
  });
});

describe("is refused", () => {
  it("a count of the future, or before the signature", async () => {
    for (const on of ["2026-11-25", "2025-10-31"])
      await expect(count(on, "1100")).rejects.toMatchObject({ fields: { on: [expect.any(String)] } });
  });

  it("a count on a file that is not signed, where nothing is followed", async () => {
    const file = await aContract(await aDoctorIn(database, sector), { signedOn: null });
    expect((await open(anne, file)).followed).toBeNull();
    await expect(
      work({ intent: "count", on: "2026-11-02", mtPatients: "10", activeFile: "" }, file),
    ).rejects.toMatchObject({
      refusal: "invalid",
    });
  });

  it("help without an alert", async () => {
    await count("2026-11-02", "1200");
    await expect(work({ intent: "help", kind: "visit" })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("the contract of another sector, of another fund, or of nobody", async () => {
    const strangers = [
      await aDelegate(database, [await aSectorIn(database)]),
      anActor("manager", { fundIds: [ELSEWHERE] }),
    ];
    for (const stranger of strangers) {
      await expect(open(stranger)).rejects.toMatchObject({ refusal: "not-found" });
      await expect(work({ intent: "help", kind: "visit" }, contract, stranger)).rejects.toMatchObject({
        refusal: "not-found",
      });
    }
    await expect(open(anne, "rien")).rejects.toMatchObject({ refusal: "not-found" });
  });
});
