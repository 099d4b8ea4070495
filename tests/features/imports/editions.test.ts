import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { laterEdition } from "~/demo/edition";
import { demoGround } from "~/demo/ground";
import { demoRegion, type Region } from "~/demo/region";
import { rppsFile } from "~/demo/rpps-file";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";
import { anActor, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { anOffice, directory } from "./office";

const database = await testDatabase();
const office = anOffice(database);

const one = async (rpps: string) =>
  (await database.pool.query("select * from doctor where rpps = $1", [rpps])).rows[0] as Record<string, unknown>;
const LAROCHE = "99700042379";
const OEUVRARD = "99700054218";

describe("an edition after another", () => {
  const edition = (content: string, sourceOn: string) => office.take({ kind: "rpps", content, sourceOn });
  const without = (name: string) => directory((lines) => lines.filter((line) => !line.includes(name)));

  beforeEach(async () => {
    await database.pool.query("delete from score; delete from doctor");
    await edition(directory(), "2026-10-01");
  });

  it("writes who changed, and nobody else", async () => {
    const before = await one(OEUVRARD);
    const moved = directory((lines) =>
      lines.map((line) =>
        line.includes("FICTIF-LAROCHE") ? line.replaceAll("|44109|Nantes|", "|44162|Saint-Herblain|") : line,
      ),
    );
    const { difference } = await edition(moved, "2026-11-01");
    expect(difference).toMatchObject({ created: 0, changed: 1, unchanged: 1, gone: 0 });
    expect(await one(LAROCHE)).toMatchObject({
      commune_code: "44162",
      town: "Saint-Herblain",
      source_on: "2026-11-01",
      first_seen_on: "2026-10-01",
    });
    expect(await one(OEUVRARD)).toEqual(before);
  });

  it("marks who left without deleting anything, and takes them back", async () => {
    const { id } = await one(LAROCHE);
    expect((await edition(without("FICTIF-LAROCHE"), "2026-11-01")).difference).toMatchObject({
      gone: 1,
      unchanged: 1,
    });
    expect(await one(LAROCHE)).toMatchObject({ id, gone_on: "2026-11-01" });
    const scored = () => database.pool.query("select doctor_id from score where doctor_id = $1", [id]);
    expect((await scored()).rowCount).toBe(0);

    expect((await edition(directory(), "2026-12-01")).difference).toMatchObject({ created: 1, gone: 0 });
    expect(await one(LAROCHE)).toMatchObject({ id, gone_on: null, first_seen_on: "2026-10-01" });
    expect((await scored()).rowCount).toBe(1);
  });

  it("keeps a telephone that another file brought, and finds the doctor by it", async () => {
    const silent = directory((lines) => lines.map((line) => line.replaceAll("|0261910108|", "||")));
    await edition(silent, "2026-11-01");
    await database.pool.query(
      "update doctor set phone = '0240000000', search = search || ' 0240000000' where rpps = $1",
      [OEUVRARD],
    );
    await edition(silent.replaceAll("|ZOÉ|", "|ZOË|"), "2026-11-02");
    expect(await one(OEUVRARD)).toMatchObject({
      first_name: "ZOË",
      phone: "0240000000",
      search: expect.stringContaining("0240000000"),
    });
  });

  it("takes away a place that is no longer worked at, and the group with it", async () => {
    const rennes = anActor("manager", { fundIds: [351] });
    await office.take({ kind: "rpps", content: directory(), actor: rennes });
    const places = () =>
      database.pool.query(
        "select p.town from place p join doctor d on d.id = p.doctor_id where d.fund_id = 351 order by 1",
      );
    expect((await places()).rows).toEqual([{ town: "L'Hermitage" }, { town: "Rennes" }]);
    const left = directory((lines) => lines.filter((line) => !line.includes("|35131|")));
    await office.take({ kind: "rpps", content: left, actor: rennes });
    expect((await places()).rows).toEqual([{ town: "Rennes" }]);
  });
});

describe("a whole département", () => {
  const MAYENNE = anActor("manager", { fundIds: [531] });
  const mix = { otherProfessions: 0.2, otherDoctors: 0.1, damaged: false };
  const text = (region: Region) => [...rppsFile(region, mix)].join("");
  const region = demoRegion(demoGround(communes(), FUNDS), "ernee", ["53"], "2026-11-22");
  const later = laterEdition(region);

  beforeAll(async () => {
    const first = await office.take({ kind: "rpps", content: text(region), actor: MAYENNE, confirmed: false });
    expect(first).toMatchObject({
      status: "waiting",
      difference: { created: region.doctors.length, gone: 0, elsewhere: 0 },
    });
    expect((await database.pool.query("select from doctor where fund_id = 531")).rowCount).toBe(0);
    expect(await office.agree(first.id, false, MAYENNE)).toMatchObject({ status: "done" });
  });

  it("waits for a person when the change is large, then holds everybody", async () => {
    expect((await database.pool.query("select from doctor where fund_id = 531 and gone_on is null")).rowCount).toBe(
      region.doctors.length,
    );
    expect((await database.pool.query("select from score where fund_id = 531")).rowCount).toBe(region.doctors.length);
  });

  it("weeks later, goes straight in and writes the few that changed", async () => {
    const kept = new Set(later.doctors.map((doctor) => doctor.rpps));
    const before = new Set(region.doctors.map((doctor) => doctor.rpps));
    const gone = region.doctors.filter((doctor) => !kept.has(doctor.rpps)).length;
    const arrived = later.doctors.filter((doctor) => !before.has(doctor.rpps)).length;
    const written = new Map(region.doctors.map((doctor) => [doctor.rpps, JSON.stringify(doctor)]));
    const moved = later.doctors.filter(
      (each) => before.has(each.rpps) && written.get(each.rpps) !== JSON.stringify(each),
    );
    expect([gone, arrived, moved.length]).toEqual([3, 1, 5]);

    const { status, difference } = await office.take({
      kind: "rpps",
      content: text(later),
      actor: MAYENNE,
      confirmed: false,
    });
    expect({ status, ...difference }).toMatchObject({ status: "done", created: arrived, gone });
    // Besides, a colleague who leaves or comes may make or unmake a group.
    expect(difference.changed).toBeGreaterThanOrEqual(moved.length);
    expect(difference.changed).toBeLessThan(moved.length + 2 * (gone + arrived + moved.length));
    const { rows } = await database.pool.query(
      "select count(*) filter (where gone_on is null) as here, count(gone_on) as gone from doctor where fund_id = 531",
    );
    expect(rows[0]).toEqual({ here: later.doctors.length, gone });
  });

  it("asks first when many known doctors are missing; told that it is an extract, marks nobody absent", async () => {
    const half = { ...later, doctors: later.doctors.slice(0, later.doctors.length / 2) };
    const takeHalf = () => office.take({ kind: "rpps", content: text(half), actor: MAYENNE, confirmed: false });
    const gone = async () =>
      (await database.pool.query("select from doctor where fund_id = 531 and gone_on is not null")).rowCount;
    const before = await rowVersions(database);
    const known = await gone();

    const extract = await takeHalf();
    expect(extract.status).toBe("waiting");
    expect(extract.difference.gone).toBeGreaterThan(later.doctors.length * 0.4);
    expect(await rowVersions(database)).toEqual(before);
    await office.agree(extract.id, true, MAYENNE);
    expect(await gone()).toBe(known);

    const whole = await takeHalf();
    await office.agree(whole.id, false, MAYENNE);
    expect(await gone()).toBe(known! + whole.difference.gone);
    expect((await database.pool.query("select from score where fund_id = 531")).rowCount).toBe(half.doctors.length);
  });
});
