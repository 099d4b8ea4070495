import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { actAs, atTheDoor, type Scope } from "~db/act-as";
import { openPool } from "~db/connection";
import { as, testDatabase } from "../../support/database";
import { actorOf, aDoctor, anAccount, aSector, ELSEWHERE, HERE } from "./people";

const database = await testDatabase();

/** Public reference: the same for everybody, written by migrations only. */
const PUBLIC = ["catchment", "commune", "fund"];
/** Road times between rounded points: they name no one. */
const NAMELESS = ["road_pair"];
const SCOPES: Scope[] = ["sector", "fund", "funds", "all", "admin", "national"];
const OF_DOCTORS = ["doctor", "place", "fact", "doctor_facts", "doctor_email", "score", "match_doubt", "import"];

let tenantTables: string[];
const ids = { north: 0, south: 0, covered: 0, abroad: 0 };

beforeAll(async () => {
  const { rows } = await database.pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'fund_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  tenantTables = rows.map(({ name }) => name).filter((name) => !PUBLIC.includes(name));
  for (const [name, fund] of [
    ["north", HERE],
    ["south", HERE],
    ["covered", HERE],
    ["abroad", ELSEWHERE],
  ] as const) {
    ids[name] = await aSector(database, name, fund);
    const doctor = await aDoctor(database, `8100000${fund}${name.length}${ids[name]}`, ids[name], fund);
    await database.pool.query("insert into doctor_facts (doctor_id, fund_id) values ($1, $2)", [doctor, fund]);
    await database.pool.query(
      `insert into score (doctor_id, fund_id, sector_id, is_gp, specialty, zone, verdict, priority, zone_points, threshold_points,
         band_points, colleague_points, freshness_points, unknown_points, failing, unresolved, version)
       values ($1, $2, $3, true, 'GENERALISTE', 'ZIP', 'yes', 10, 10, 0, 0, 0, 0, 0, 0, 0, 'v')`,
      [doctor, fund, ids[name]],
    );
    await database.pool.query(
      `insert into place (fund_id, doctor_id, place_key, content_hash, source, source_on) values ($1, $2, 'k', '\\x00', 'rpps', '2026-11-01')`,
      [fund, doctor],
    );
  }
});

describe("the law of the tables", () => {
  it("enables and forces row-level security on every table with a fund", async () => {
    const { rows } = await database.pool.query<{ relname: string }>(
      "select relname from pg_class where relname = any ($1) and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)",
      [tenantTables],
    );
    expect(rows).toEqual([]);
    expect(tenantTables.length).toBeGreaterThan(15);
  });

  it("protects every other table that holds people's data too", async () => {
    const { rows } = await database.pool.query<{ relname: string }>(`
      select relname from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace
        and not (relrowsecurity and relforcerowsecurity) order by 1`);
    const machinery = [...NAMELESS, "applied_policies", "kysely_migration", "kysely_migration_lock"];
    expect(rows.map(({ relname }) => relname)).toEqual([...PUBLIC, ...machinery].sort());
  });

  it("gives no right to write or read everything to a role that people play", async () => {
    const { rows } = await database.pool.query(`
      select rolname from pg_roles where rolname like 'tandem\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)`);
    expect(rows).toEqual([]);
    const owned = await database.pool.query(`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'tandem\\_%'`);
    expect(owned.rows).toEqual([]);
    const nested = await database.pool.query(`
      select m.rolname from pg_auth_members g join pg_roles m on m.oid = g.member where m.rolname like 'tandem\\_%'`);
    expect(nested.rows).toEqual([]);
  });

  it("lets only known functions see beyond the caller, with a fixed search path and not for everybody", async () => {
    const { rows } = await database.pool.query(`
      select p.proname, r.rolname as owner, p.proconfig::text like '%search_path%' as fixed, has_function_privilege('tandem_door', p.oid, 'execute') as open
      from pg_proc p join pg_roles r on r.oid = p.proowner join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'bullmq') order by 1`);
    const known = {
      tandem_funnel: ["check_funnel", "fold_funnel", "funnel_nation", "funnel_nation_delays"],
      tandem_search: ["doctors_holding", "doctors_resembling", "national_counts", "working_hours"],
    };
    expect(rows).toEqual(
      Object.entries(known)
        .flatMap(([owner, names]) => names.map((proname) => ({ proname, owner, fixed: true, open: false })))
        .sort((a, b) => (a.proname < b.proname ? -1 : 1)),
    );
  });

  it("lets who counts the funnel see standings and moves, and no name", async () => {
    const { rows } = await database.pool.query(`
      select distinct table_name from information_schema.role_table_grants where grantee = 'tandem_funnel' and table_schema = 'public' order by 1`);
    expect(rows.map(({ table_name }) => table_name)).toEqual(
      ["doctor_stage", "fund", "funnel_doctor", "funnel_mark", "funnel_move", "funnel_tally", "score"].sort(),
    );
  });

  it("has no policy for the role of searches but on what searches read", async () => {
    const { rows } = await database.pool.query(`
      select distinct table_name from information_schema.role_table_grants where grantee = 'tandem_search' and table_schema = 'public' order by 1`);
    expect(rows.map(({ table_name }) => table_name)).toEqual([...PUBLIC, "doctor", "score"].sort());
  });
});

describe("without an actor", () => {
  it.each(SCOPES)("the role of scope %s sees no row of any table", async (scope) => {
    const nobody = { id: "", scope, fundIds: [], sectorIds: [] };
    const everything = [...tenantTables, "account", "session", "audit_event", "captured_mail"];
    for (const table of new Set(everything)) {
      const rows = await actAs(database.pool, nobody, (tx) => countOf(tx, table)).catch(refusal);
      expect([table, rows]).toEqual([table, expect.toBeOneOf([0, "permission denied"])]);
    }
  });

  it("the door sees no doctor and no file", async () => {
    for (const table of [...OF_DOCTORS, "sector", "weights", "commune_zone", "stage_rpps"]) {
      expect([table, await atTheDoor(database.pool, (tx) => countOf(tx, table)).catch(refusal)]).toEqual([
        table,
        "permission denied",
      ]);
    }
  });

  it("a transaction that ended leaves no right to the next on the same connection", async () => {
    const manager = await actorOf(database, await anAccount(database));
    const single = openPool(database.url, 1);
    try {
      await actAs(single, manager, (tx) => countOf(tx, "doctor"));
      const { rows } = await single.query(
        "select current_user::text as who, current_setting('tandem.actor', true) as actor",
      );
      expect(rows[0]).toEqual({ who: expect.not.stringMatching(/^tandem_/), actor: "" });
    } finally {
      await single.end();
    }
  });
});

describe("somebody", () => {
  const sectorsSeen = (actor: Actor) =>
    as(database, actor, async (tx) =>
      (await sql<{ sector_id: number }>`select sector_id from doctor order by 1`.execute(tx.tx)).rows.map(
        (row) => row.sector_id,
      ),
    );
  const counts = (actor: Actor, tables: string[]) =>
    as(database, actor, async ({ tx }) => {
      const found: Record<string, unknown> = {};
      for (const table of tables) found[table] = await savepoint(tx, table);
      return found;
    });

  it("who is a delegate sees the doctors of their sectors and of those they cover today", async () => {
    const absent = await anAccount(database, { role: "delegate", sectorIds: [ids.covered] });
    const account = await anAccount(database, { role: "delegate", sectorIds: [ids.north] });
    expect(await sectorsSeen(await actorOf(database, account))).toEqual([ids.north]);
    await database.pool.query(
      "insert into cover (fund_id, absent_id, by_id, from_on, to_on) values ($1, $2, $3, current_date - 1, current_date + 1)",
      [HERE, absent.id, account.id],
    );
    const actor = await actorOf(database, account);
    expect(await sectorsSeen(actor)).toEqual([ids.north, ids.covered].sort((a, b) => a - b));
    expect(await counts(actor, ["doctor_facts", "score", "place"])).toEqual({ doctor_facts: 2, score: 2, place: 2 });
  });

  it("who is a delegate without a sector sees nobody", async () => {
    expect(await sectorsSeen(await actorOf(database, await anAccount(database, { role: "delegate" })))).toEqual([]);
  });

  it.each(["manager", "campaign_officer"] as const)("who is a %s sees their fund only", async (role) => {
    const actor = await actorOf(database, await anAccount(database, { role }));
    expect(await sectorsSeen(actor)).toEqual([ids.north, ids.south, ids.covered].sort((a, b) => a - b));
    expect(await counts(actor, ["doctor_facts", "score", "place"])).toEqual({ doctor_facts: 3, score: 3, place: 3 });
  });

  it.each(["administrator", "national_reader"] as const)("who is a %s sees no doctor at all", async (role) => {
    const actor = await actorOf(database, await anAccount(database, { role }));
    const seen = await counts(actor, OF_DOCTORS);
    expect(Object.values(seen)).toEqual(OF_DOCTORS.map(() => "permission denied"));
  });

  it("who reads nationally gets counts, with small groups hidden", async () => {
    const actor = await actorOf(database, await anAccount(database, { role: "national_reader" }));
    const { rows } = await as(database, actor, ({ tx }) =>
      sql<{
        fund_id: number;
        doctors: number | null;
      }>`select fund_id, doctors from tandem.national_counts() order by 1`.execute(tx),
    );
    expect(rows).toEqual([
      { fund_id: HERE, doctors: null },
      { fund_id: ELSEWHERE, doctors: null },
    ]);
  });

  it("cannot move a row to another fund, nor write in another name", async () => {
    const actor = await actorOf(database, await anAccount(database));
    const attempts = [
      sql`update doctor set fund_id = ${ELSEWHERE} where sector_id = ${ids.north}`,
      sql`insert into sector (fund_id, name) values (${ELSEWHERE}, 'volé')`,
      sql`insert into audit_event (fund_id, account_id, name, facts) values (${HERE}, gen_random_uuid(), 'doctor.opened', '{}')`,
      sql`insert into outbox (job, payload, actor_id) values ('tidy', '{}', gen_random_uuid())`,
    ];
    for (const attempt of attempts) {
      await expect(as(database, actor, ({ tx }) => attempt.execute(tx))).rejects.toThrow(/row-level security/);
    }
    for (const forbidden of [
      sql`update audit_event set name = 'x'`,
      sql`delete from audit_event`,
      sql`select password_hash from account`,
    ]) {
      await expect(as(database, actor, ({ tx }) => forbidden.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });

  it("who administers a fund cannot raise anybody above it, even in SQL", async () => {
    const actor = await actorOf(database, await anAccount(database, { role: "administrator" }));
    const raise = sql`update account set role = 'super_administrator', fund_id = null where id = ${actor.id}`;
    await expect(as(database, actor, ({ tx }) => raise.execute(tx))).rejects.toThrow(/row-level security/);
  });

  it("who administers a fund reads captured letters to its people only", async () => {
    const [mine, theirs] = [await anAccount(database), await anAccount(database, { fundId: ELSEWHERE })];
    await database.pool.query(
      "insert into captured_mail (sender, recipients, subject, raw) select 'a', array[to_whom], to_whom, '' from unnest($1::text[]) as to_whom",
      [[mine.email, theirs.email, "medecin@cabinet.example"]],
    );
    const subjects = (actor: Actor) =>
      as(database, actor, async ({ tx }) =>
        (await tx.selectFrom("captured_mail").select("subject").execute()).map((row) => row.subject),
      );
    expect(await subjects(await actorOf(database, await anAccount(database, { role: "administrator" })))).toEqual([
      mine.email,
    ]);
    expect(
      await subjects(await actorOf(database, await anAccount(database, { role: "super_administrator" }))),
    ).toHaveLength(3);
  });

  type AnyTx = Parameters<Parameters<typeof atTheDoor>[1]>[0];
  /** A refusal ends a transaction: each table is asked in its own savepoint. */
  async function savepoint(tx: AnyTx, table: string): Promise<number | string> {
    await sql`savepoint one`.execute(tx);
    const found = await countOf(tx, table).catch(refusal);
    await sql`rollback to savepoint one`.execute(tx);
    return found;
  }
});

async function countOf(tx: Parameters<Parameters<typeof atTheDoor>[1]>[0], table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(tx);
  return rows[0]!.count;
}

function refusal(error: Error): string {
  return /permission denied/.test(error.message) ? "permission denied" : error.message;
}
