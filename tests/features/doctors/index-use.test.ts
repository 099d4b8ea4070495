import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/access/context";
import { browseDoctors, neighboursOf } from "~/doctors/browse.server";
import { listAskIn } from "~/doctors/list.form";
import { connectionOf } from "~db/act-as";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";

const database = await testDatabase();
const COUNT = 20_000;

beforeAll(async () => {
  await database.pool.query(`
    insert into sector (id, fund_id, name) overriding system value select n, ${HERE}, 'Secteur ' || n from generate_series(1, 24) n;
    insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, sector_id, commune_code, town, postcode,
      practice_key, search, sort_name, identity_hash, source, source_on, first_seen_on)
    select case when n % 4 = 0 then ${ELSEWHERE} else ${HERE} end, (10100000000 + n)::text, 'NOM' || n, 'Prénom', 'general-practice',
      'Médecine générale', true, case when n % 4 = 0 then null else 1 + n % 24 end, '44184', 'Saint-Nazaire', '44600', 'cle' || n / 3,
      md5(n::text) || ' ' || (10100000000 + n) || ' saint nazaire 44600', md5(n::text), '\\x00', 'Annuaire santé', '2026-11-01', '2026-11-01'
    from generate_series(1, ${COUNT}) n;
    insert into doctor_facts (doctor_id, fund_id, fee_sector) select id, fund_id, '1' from doctor;
    insert into score (doctor_id, fund_id, sector_id, is_gp, specialty, zone, verdict, priority, zone_points, threshold_points, band_points,
      colleague_points, freshness_points, unknown_points, failing, unresolved, version)
    select id, fund_id, sector_id, true, specialty, (array['ZIP', 'ZAC', 'HZ'])[1 + id / 24 % 3], 'yes', id % 600, 0, 0, 0, 0, 0, 0, 0, 0, 'CONV2024'
    from doctor;`);
  await database.pool.query("vacuum analyze");
});

/** Runs the work, then asks PostgreSQL, as the same person, how it read each of its queries. */
function plansOf(actor: Actor, query: string): Promise<string[]> {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  return as(database, actor, async (ctx) => {
    const page = await browseDoctors(ctx, listAskIn(query));
    await neighboursOf(ctx, page.rows[0]!.id, listAskIn(query));
    const calls = [...asked.mock.calls] as unknown as [text: string, values: unknown[]][];
    asked.mockRestore();
    const plans: string[] = [];
    for (const [text, values] of calls.filter(([text]) => /^select .*(score|doctor)/s.test(text))) {
      const { rows } = await connectionOf(ctx.tx).query(`explain ${text}`, values);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}

const people: [string, Actor][] = [
  ["a delegate of one sector", anActor("delegate", { sectorIds: [3] })],
  ["a delegate of three sectors", anActor("delegate", { sectorIds: [3, 4, 5] })],
  ["a manager", anActor("manager")],
  ["a manager of two funds", anActor("manager", { fundIds: [HERE, ELSEWHERE] })],
];

describe.each(people)("the list of %s", (_, actor) => {
  it.each([
    "",
    "apres=300-4000",
    "avant=300-4000",
    "zone=ZIP",
    "zone=ZIP&specialite=generalistes&verdict=oui",
    "q=saint nazaire",
    "q=ab1",
  ])("« %s » reads indexes", async (query) => {
    const plans = await plansOf(actor, query);
    expect(plans.length).toBeGreaterThanOrEqual(2);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (doctor|score)\b/);
  });
});

it("searches through the trigram index", async () => {
  const client = await database.pool.connect();
  const { rows } = await client.query(
    "explain select id from doctor where search like '%ab12%' and fund_id = 441 limit 20000",
  );
  client.release();
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("doctor_search");
});
