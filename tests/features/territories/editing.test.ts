import { describe, expect, it } from "vitest";
import { nameSector, removeSector } from "~/territories/editing.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const manager = anActor("manager");
const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
const system = anActor("system");

const newSector = (name?: string) => as(database, system, (ctx) => aSector(ctx, name));
const rename = (id: number, name: string, actor = manager) =>
  as(database, actor, (ctx) => nameSector(ctx, { id, name }));
const remove = (id: number, actor = manager) => as(database, actor, (ctx) => removeSector(ctx, id));
const named = async (id: number) =>
  (await database.pool.query("select name from sector where id = $1", [id])).rows[0]?.name as string | undefined;

describe("a sector", () => {
  it("takes another name, told in the journal", async () => {
    const id = await newSector("Nord");
    await rename(id, "Pays de Châteaubriant");
    expect(await named(id)).toBe("Pays de Châteaubriant");
    const { rows } = await database.pool.query("select facts from audit_event where name = 'sector.renamed'");
    expect(rows).toEqual([{ facts: { sectorId: id } }]);
  });

  it("refuses the name of another, and keeps its own when given again", async () => {
    const [id, other] = [await newSector("Sud"), await newSector("Est")];
    await expect(rename(id, "Est")).rejects.toMatchObject({
      refusal: "invalid",
      fields: { name: [expect.stringContaining("Est")] },
    });
    await rename(other, "Est");
    expect([await named(id), await named(other)]).toEqual(["Sud", "Est"]);
  });

  it("is removed once empty", async () => {
    const id = await newSector();
    await remove(id);
    expect(await named(id)).toBeUndefined();
    await expect(remove(id)).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("stays while it has communes, delegates, or doctors who wait there for a visit", async () => {
    const id = await newSector("Ouest");
    await database.pool.query(
      "insert into sector_commune (fund_id, sector_id, commune_code) values ($1, $2, '44184')",
      [HERE, id],
    );
    await expect(remove(id)).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(/1.commune/),
    });
    await database.pool.query("delete from sector_commune where sector_id = $1", [id]);
    await as(database, system, (ctx) => aRankedDoctor(ctx, { sector_id: id }));
    await expect(remove(id)).rejects.toMatchObject({ message: expect.stringContaining("visite") });
    expect(await named(id)).toBe("Ouest");
  });

  it("stays while a planned change concerns it", async () => {
    const [from, to] = [await newSector(), await newSector("Attendu")];
    const { rows } = await database.pool.query(
      "insert into account (fund_id, role, name, email) values ($1, 'manager', 'Anne', 'anne@cpam.example') returning id",
      [HERE],
    );
    await database.pool.query(
      `with change as (insert into sector_change (fund_id, apply_on, doctors, planned_by, planned_at)
         values ($1, '2026-12-07', 3, $2, now()) returning id)
       insert into sector_change_commune (change_id, fund_id, commune_code, from_id, to_id)
       select id, $1, '44132', $3, $4 from change`,
      [HERE, rows[0].id, from, to],
    );
    await expect(remove(to)).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(/7.décembre 2026/),
    });
  });

  it("of another caisse is not found", async () => {
    const id = await newSector("Ici");
    await expect(rename(id, "Ailleurs", stranger)).rejects.toMatchObject({ refusal: "not-found" });
    await expect(remove(id, stranger)).rejects.toMatchObject({ refusal: "not-found" });
    expect(await named(id)).toBe("Ici");
  });
});
