import { beforeAll, describe, expect, it } from "vitest";
import { nationFigures, toldOf } from "~/steering/nation/nation.server";
import { rollNation } from "~/steering/nation/rolling.server";
import { anActor, as, testDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";

const database = await testDatabase();
const reader = anActor("national_reader");
const system = anActor("system");

let funds: { id: number; department: string }[] = [];
const contracts = async (measure: "contracts" | "rate" | "zip" = "contracts") => {
  const { rows, total } = await as(database, reader, (ctx) => toldOf(ctx, measure));
  return { of: (code: string) => rows.find((row) => row.code === code)?.told, total };
};

/** So many doctors of a caisse, eligible, of whom the first ones have signed. */
async function aCaisse({ id }: { id: number }, doctors: number, signed: number, zone = "ZIP") {
  await as(database, system, async (ctx) => {
    for (let at = 0; at < doctors; at++) {
      const doctor = await aRankedDoctor(ctx, { fund_id: id, commune_code: null }, { verdict: "yes", zone });
      if (at >= signed) continue;
      await ctx.tx
        .insertInto("contract")
        .values({
          fund_id: id,
          kind: "individual",
          doctor_id: doctor,
          employer: "doctor",
          option: "1",
          state: "running",
          opened_on: "2026-06-01",
          signed_on: "2026-06-15",
          version: "CONV2024",
          starts_on: "2026-07-01",
          ends_on: "2031-07-01",
        })
        .execute();
    }
  });
}

beforeAll(async () => {
  const { rows } = await database.pool.query<{ id: number; department: string }>(
    "select min(id) as id, department from fund group by 2 having count(*) = 1 order by 1 limit 3",
  );
  funds = rows.map((row) => ({ ...row, id: Number(row.id) }));
  await aCaisse(funds[0]!, 40, 30);
  await aCaisse(funds[1]!, 20, 14, "HZ");
  await aCaisse(funds[2]!, 15, 3);
  await as(database, system, rollNation);
});

describe("the figures of the nation", () => {
  it("say each département and the country, and hide a small one with another beside it", async () => {
    const { of, total } = await contracts();
    expect(of(funds[0]!.department)).toEqual({ value: 30, hidden: null });
    expect(of(funds[1]!.department)).toEqual({ value: null, hidden: "masked" });
    expect(of(funds[2]!.department)).toEqual({ value: null, hidden: "small" });
    expect(total).toEqual({ value: 47, hidden: null });
  });

  it("give no share from which a hidden count could be found again", async () => {
    const { of } = await contracts("rate");
    expect(of(funds[0]!.department)).toEqual({ value: 0.75, hidden: null });
    expect(of(funds[2]!.department)).toEqual({ value: null, hidden: "small" });
    expect((await contracts("zip")).of(funds[2]!.department)).toEqual({ value: null, hidden: "small" });
  });

  it("stand in order, with their hour and a map of every outline", async () => {
    const page = await as(database, reader, (ctx) => nationFigures(ctx, "contrats"));
    expect(page.measure).toBe("contracts");
    expect(page.rows[0]).toMatchObject({ code: funds[0]!.department, rank: page.ends.length });
    expect(page.computedAt).not.toBeNull();
    expect(new Set(page.map.shapes.map(({ code }) => code)).size).toBe(101);
  });

  it("are the same when the clock strikes twice", async () => {
    const before = await contracts();
    await as(database, system, rollNation);
    expect((await contracts()).total).toEqual(before.total);
  });

  it("are for who reads aggregates: nobody else has the table, and the reader has no doctor", async () => {
    await expect(as(database, anActor("manager"), (ctx) => toldOf(ctx, "contracts"))).rejects.toThrow("denied");
    await expect(as(database, reader, ({ tx }) => tx.selectFrom("contract").select("id").execute())).rejects.toThrow(
      "denied",
    );
  });

  it("cannot hold a small count, whoever writes them", async () => {
    const { rows } = await database.pool.query(
      "select department from department_figure where measure in ('visits', 'contracts') and value > 0 and value < 11",
    );
    expect(rows).toEqual([]);
  });
});
