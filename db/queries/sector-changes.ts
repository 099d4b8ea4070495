import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface PlannedMove {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Null when a change is planned already: one at a time in a fund. */
export async function insertChange(
  tx: Tx,
  change: { fundId: number; applyOn: Day; doctors: number; by: string; at: Date; moves: readonly PlannedMove[] },
): Promise<string | null> {
  const { fundId: fund_id, applyOn: apply_on, doctors, by: planned_by, at: planned_at } = change;
  const row = await tx
    .insertInto("sector_change")
    .values({ fund_id, apply_on, doctors, planned_by, planned_at })
    .onConflict((clash) => clash.column("fund_id").where("state", "=", "planned").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return null;
  const rows = change.moves.map(({ code, from, to }) => ({
    change_id: row.id,
    fund_id,
    commune_code: code,
    from_id: from,
    to_id: to,
  }));
  await tx.insertInto("sector_change_commune").values(rows).execute();
  return row.id;
}

/** The change to come, and the latest that are settled. */
export function changesOfFund(tx: Tx, fundId: number, limit: number) {
  return tx
    .selectFrom("sector_change as c")
    .leftJoin("account as a", "a.id", "c.planned_by")
    .select(["c.id", "c.state", "c.apply_on", "c.doctors", "c.moved", "c.planned_at", "c.settled_at", "a.name as by"])
    .select(
      sql<string[]>`array(select m.name from sector_change_commune cc join commune m on m.code = cc.commune_code
        where cc.change_id = c.id order by m.name)`.as("communes"),
    )
    .where("c.fund_id", "=", fundId)
    .orderBy(sql`c.state = 'planned'`, "desc")
    .orderBy(sql`coalesce(c.settled_at, c.planned_at)`, "desc")
    .limit(limit)
    .execute();
}

export async function cancelPlanned(tx: Tx, id: string, by: string, at: Date): Promise<number | null> {
  const row = await tx
    .updateTable("sector_change")
    .set({ state: "cancelled", settled_by: by, settled_at: at })
    .where("id", "=", id)
    .where("state", "=", "planned")
    .returning("fund_id")
    .executeTakeFirst();
  return row?.fund_id ?? null;
}

export function changeState(tx: Tx, id: string) {
  return tx.selectFrom("sector_change").select(["state", "apply_on"]).where("id", "=", id).executeTakeFirst();
}

/** Changes whose day has come where they apply. */
export async function changesDue(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from sector_change c join fund f on f.id = c.fund_id
    where c.state = 'planned' and c.apply_on <= (${now}::timestamptz at time zone f.zone)::date
    order by c.apply_on, c.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Locked: two runs of the clock at once do not apply it twice. Undefined when it is settled. */
export async function lockPlanned(tx: Tx, id: string) {
  const change = await tx
    .selectFrom("sector_change")
    .select(["id", "fund_id"])
    .where("id", "=", id)
    .where("state", "=", "planned")
    .forUpdate()
    .executeTakeFirst();
  if (!change) return undefined;
  const moves = await tx
    .selectFrom("sector_change_commune")
    .select(["commune_code as code", "from_id as from", "to_id as to"])
    .where("change_id", "=", id)
    .orderBy("commune_code")
    .execute();
  return { ...change, moves };
}

export async function settleApplied(
  tx: Tx,
  id: string,
  done: { given: readonly string[]; moved: number; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("sector_change")
    .set({ state: "applied", moved: done.moved, settled_by: done.by, settled_at: done.at })
    .where("id", "=", id)
    .execute();
  await sql`update sector_change_commune set left_alone = true
    where change_id = ${id} and commune_code <> all (${[...done.given]}::text[])`.execute(tx);
}
