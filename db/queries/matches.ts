import { sql } from "kysely";
import type { Tx } from "../connection";

export async function openDoubtCount(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom("match_doubt")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("decided_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The doubts still open, oldest first, from a place on. */
export function openDoubts(tx: Tx, limit: number) {
  return tx
    .selectFrom("match_doubt")
    .select(["id", "line", "candidates"])
    .where("decided_at", "is", null)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export function doubtById(tx: Tx, id: number) {
  return tx.selectFrom("match_doubt").selectAll().where("id", "=", id).executeTakeFirst();
}

export function doctorsByIds(tx: Tx, ids: readonly number[]) {
  return tx
    .selectFrom("doctor")
    .select(["id", "rpps", "last_name", "first_name", "specialty_label", "town", "postcode"])
    .where("id", "in", [...ids, -1])
    .execute();
}

/** Answers an open doubt; false when somebody was faster. */
export async function decideDoubt(tx: Tx, id: number, doctorId: number | null, accountId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("match_doubt")
    .set({ doctor_id: doctorId, decided_by: accountId, decided_at: sql`now()` })
    .where("id", "=", id)
    .where("decided_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes an answer back; the facts it brought stay until the doubt is answered anew or the next file comes. */
export async function reopenDoubt(tx: Tx, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("match_doubt")
    .set({ doctor_id: null, decided_by: null, decided_at: null })
    .where("id", "=", id)
    .where("decided_at", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the line says of the fee sector becomes the doctor's, with the file as its source. */
export async function takeFeesFromLine(tx: Tx, doubtId: number): Promise<void> {
  await sql`
    insert into doctor_facts as known (doctor_id, fund_id, fee_sector, optam, optam_variant, sources)
    select m.doctor_id, m.fund_id, m.line ->> 'fee_sector', m.line ->> 'fee_scheme' is not null, m.line ->> 'fee_scheme',
      jsonb_build_object('fee_sector', s.origin, 'optam', s.origin)
    from match_doubt m left join import i on i.id = m.import_id
    cross join lateral (select jsonb_build_object('source', coalesce(i.source, 'Annuaire santé Ameli'), 'on', coalesce(i.source_on, current_date)) as origin) s
    where m.id = ${doubtId} and m.doctor_id is not null and m.line ->> 'fee_sector' is not null
    on conflict (doctor_id) do update set fee_sector = excluded.fee_sector, optam = excluded.optam, optam_variant = excluded.optam_variant,
      sources = known.sources || excluded.sources`.execute(tx);
  await sql`
    insert into fact (fund_id, doctor_id, name, value, measured_on, source, import_id, account_id)
    select m.fund_id, m.doctor_id, 'secteur', jsonb_build_object('secteur', m.line ->> 'fee_sector', 'optam', m.line ->> 'fee_scheme'),
      i.source_on, i.source, i.id, m.decided_by
    from match_doubt m join import i on i.id = m.import_id
    where m.id = ${doubtId} and m.doctor_id is not null and m.line ->> 'fee_sector' is not null
    on conflict (doctor_id, name, measured_on, source) do update set value = excluded.value, recorded_at = now()`.execute(
    tx,
  );
}
