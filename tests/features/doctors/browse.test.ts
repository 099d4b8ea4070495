import { beforeAll, describe, expect, it } from "vitest";
import { browseDoctors, neighboursOf, PAGE_SIZE } from "~/doctors/browse.server";
import { listAskIn } from "~/doctors/list.form";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor, aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const manager = anActor("manager");
const system = anActor("system");

const browse = (query: string, actor = manager) => as(database, actor, (ctx) => browseDoctors(ctx, listAskIn(query)));
const names = async (query: string, actor = manager) => (await browse(query, actor)).rows.map((row) => row.name);

describe("a list of a few", () => {
  let [mine, theirs] = [0, 0];

  beforeAll(() =>
    as(database, system, async (ctx) => {
      mine = await aSector(ctx, "Presqu'île");
      theirs = await aSector(ctx, "Vignoble");
      await aRankedDoctor(ctx, { last_name: "ABGRALL", sector_id: mine }, { priority: 150, zone: "ZAC" });
      await aRankedDoctor(ctx, { last_name: "BLAIN", sector_id: mine }, { priority: 450, zone: "ZIP" });
      await aRankedDoctor(
        ctx,
        { last_name: "CADIOU", sector_id: theirs, specialty: "cardiology", is_gp: false },
        { priority: 80, zone: null, verdict: "unknown", unresolved: 32 },
      );
      await aRankedDoctor(
        ctx,
        { last_name: "DREAN", sector_id: theirs },
        { priority: 70, zone: "HZ", verdict: "unknown", unresolved: 4 },
      );
      await aRankedDoctor(
        ctx,
        { last_name: "EVANO", sector_id: theirs },
        { priority: 0, zone: "ZV", verdict: "no", failing: 4 },
      );
      await aRankedDoctor(ctx, { last_name: "ETRANGER", fund_id: ELSEWHERE }, { priority: 900 });
      await aDoctor(ctx, { last_name: "PARTI", sector_id: mine, gone_on: "2026-10-01" });
    }),
  );

  const all = ["BLAIN Claire", "ABGRALL Claire", "CADIOU Claire", "DREAN Claire", "EVANO Claire"];

  it("ranks by priority, with an exact count and nobody from another fund", async () => {
    const page = await browse("");
    expect(page.rows.map((row) => row.name)).toEqual(all);
    expect(page).toMatchObject({ total: 5, before: 0, previous: null, next: null });
  });

  it("shows a delegate the doctors of the sectors held, and no other", async () => {
    expect(await names("", anActor("delegate", { sectorIds: [mine] }))).toEqual(["BLAIN Claire", "ABGRALL Claire"]);
    expect(await names("", anActor("delegate", { sectorIds: [] }))).toEqual([]);
    expect(await names(`secteur=${theirs}`, anActor("delegate", { sectorIds: [mine] }))).toEqual([]);
  });

  it("shows a manager of two funds both", async () => {
    const both = anActor("manager", { fundIds: [HERE, ELSEWHERE] });
    expect((await names("", both))[0]).toBe("ETRANGER Claire");
  });

  it.each([
    ["zone=ZIP", ["BLAIN Claire"]],
    ["zone=ZAC", ["ABGRALL Claire"]],
    ["zone=autres", ["DREAN Claire", "EVANO Claire"]],
    ["zone=inconnue", ["CADIOU Claire"]],
    ["verdict=oui", ["BLAIN Claire", "ABGRALL Claire"]],
    ["verdict=a-verifier", ["CADIOU Claire", "DREAN Claire"]],
    ["verdict=non", ["EVANO Claire"]],
    ["specialite=specialistes", ["CADIOU Claire"]],
    ["specialite=cardiology", ["CADIOU Claire"]],
    ["specialite=generalistes&zone=ZIP", ["BLAIN Claire"]],
    ["question=1", ["DREAN Claire"]],
    ["q=drean&zone=autres", ["DREAN Claire"]],
    ["absents=1", ["PARTI Claire"]],
    ["absents=1&q=parti&zone=ZIP", ["PARTI Claire"]],
    ["zone=LUNE&secteur=abc&apres=x", all],
  ])("narrows by %s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("says of an empty page what each filter removes, the heaviest first", async () => {
    const page = await browse("zone=ZIP&verdict=non");
    expect(page.removed).toEqual([
      { name: "zone", count: 1 },
      { name: "verdict", count: 1 },
    ]);
    expect((await browse("q=blain&zone=ZAC")).removed[0]).toEqual({ name: "q", count: 1 });
  });

  it("tells why each doctor stands there", async () => {
    const { rows } = await browse("question=1");
    expect(rows[0]!.reason).toMatch(/Exercez-vous en secteur 1 ou en secteur 2/);
  });

  it("finds the neighbours in the list one came from", async () => {
    const [, second] = (await browse("")).rows;
    const around = await as(database, manager, (ctx) => neighboursOf(ctx, second!.id, listAskIn("")));
    const whole = (await browse("")).rows.map((row) => row.id);
    expect(around).toEqual({ previous: whole[0], next: whole[2] });
    const inZac = await as(database, manager, (ctx) => neighboursOf(ctx, second!.id, listAskIn("zone=ZAC")));
    expect(inZac).toEqual({ previous: null, next: null });
  });
});

describe("a list of several pages", () => {
  const elsewhere = anActor("manager", { fundIds: [49_999] });
  const count = PAGE_SIZE * 3 + 7;

  beforeAll(async () => {
    await database.pool.query(
      "insert into fund (id, code, name, department) values (49999, '999', 'CPAM de test', '99')",
    );
    await as(database, system, async (ctx) => {
      for (let rank = 0; rank < count; rank++)
        await aRankedDoctor(ctx, { fund_id: 49_999, last_name: `PAGE${rank}` }, { priority: rank % 5 });
    });
  });

  async function walk(from: string, way: "next" | "previous", between: () => Promise<unknown> = async () => {}) {
    const seen: number[][] = [];
    for (let query: string | null = from; query !== null; ) {
      const page = await browse(query, elsewhere);
      seen.push(page.rows.map((row) => row.id));
      const place = page[way];
      query = place && `${way === "next" ? "apres" : "avant"}=${place}`;
      await between();
    }
    return seen;
  }

  it("walks forth and back without a hole or a repeat", async () => {
    const forth = await walk("", "next");
    expect(forth.map((page) => page.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, 7]);
    expect(new Set(forth.flat()).size).toBe(count);
    const last = await browse(`apres=${(await lastPlace())!}`, elsewhere);
    expect(last).toMatchObject({ total: count, before: PAGE_SIZE * 3, next: null });
    const back = await walk(`avant=${last.previous}`, "previous");
    expect(back.reverse().flat()).toEqual(forth.slice(0, 3).flat());
  });

  it("neither skips nor repeats a row that did not move while others come and go", async () => {
    const before = (await walk("", "next")).flat();
    const settled = new Set(before);
    const seen = await walk("", "next", () =>
      as(database, system, async (ctx) => {
        const id = await aRankedDoctor(ctx, { fund_id: 49_999, last_name: "VENU" }, { priority: 4 });
        settled.delete(id);
        await ctx.tx.deleteFrom("score").where("doctor_id", "=", before[0]!).execute();
      }),
    );
    settled.delete(before[0]!);
    const rows = seen.flat();
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toEqual(expect.arrayContaining([...settled]));
  });

  async function lastPlace() {
    let page = await browse("", elsewhere);
    for (let step = 0; step < 2; step++) page = await browse(`apres=${page.next}`, elsewhere);
    return page.next;
  }
});
