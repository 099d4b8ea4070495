import type pg from "pg";
import { asOwner } from "../server";

const TABLES = ["doctor", "place", "doctor_facts"] as const;
export type Written = Readonly<Record<(typeof TABLES)[number], number>>;

/** Rows PostgreSQL has written in each table since it was made: inserted, updated and deleted. */
export function writtenSoFar(url: string): Promise<Written> {
  return asOwner(url, async (owner) => {
    await othersGone(owner); // a connection tells its counts when it ends
    const { rows } = await owner.query<{ relname: string; written: string }>(
      `select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables where relname = any ($1)`,
      [[...TABLES]],
    );
    const counts = new Map(rows.map(({ relname, written }) => [relname, Number(written)]));
    return Object.fromEntries(TABLES.map((table) => [table, counts.get(table) ?? 0])) as Written;
  });
}

export function since(before: Written, after: Written): Written {
  return Object.fromEntries(TABLES.map((table) => [table, after[table] - before[table]])) as Written;
}

export function total(written: Written): number {
  return TABLES.reduce((sum, table) => sum + written[table], 0);
}

async function othersGone(owner: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { rows } = await owner.query(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rows[0].others === 0) return;
    await new Promise((wake) => setTimeout(wake, 25));
  }
}

/** What an import may change, without what only says when it came: by it we know which rows really differ. */
const CONTENT = {
  doctor: "to_jsonb(t) - array['source', 'source_on', 'import_id', 'updated_at']",
  place: "to_jsonb(t) - array['source', 'source_on']",
};

export async function rememberContent(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    for (const [table, content] of Object.entries(CONTENT))
      await owner.query(
        `drop table if exists before_${table}; create table before_${table} as select t.id, md5((${content})::text) as content from ${table} t`,
      );
  });
}

/** Rows that are not what they were, are new or are there no more. */
export function changedSince(url: string): Promise<Record<keyof typeof CONTENT, number>> {
  return asOwner(url, async (owner) => {
    const changed = async (table: keyof typeof CONTENT) => {
      const { rows } = await owner.query(
        `select count(*)::int as n from before_${table} b
         full join (select t.id, md5((${CONTENT[table]})::text) as content from ${table} t) n using (id)
         where b.content is distinct from n.content`,
      );
      return rows[0].n as number;
    };
    return { doctor: await changed("doctor"), place: await changed("place") };
  });
}
