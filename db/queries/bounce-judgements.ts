import { sql } from "kysely";
import type { FalseBounceReason } from "~/campaigns/deliverability/causes";
import type { Tx } from "../connection";

export interface JudgedLetter {
  readonly id: number;
  readonly fund_id: number;
  readonly doctor_id: number;
  readonly address: string;
  readonly is_returned: boolean;
  readonly suppressed: "bounce" | "full" | "complaint" | null;
}

/** The letter, locked, when the reader sees it. */
export async function letterToJudge(tx: Tx, recipientId: number): Promise<JudgedLetter | undefined> {
  const { rows } = await sql<JudgedLetter>`
    select r.id, r.fund_id, r.doctor_id, r.address, (r.state = 'rejected' or coalesce(r.outcome = 'bounced', false)) as is_returned,
      (select s.reason from address_suppression s where s.fingerprint = r.fingerprint) as suppressed
    from recipient r where r.id = ${recipientId} for update of r`.execute(tx);
  return rows[0];
}

/** The bounce counts no more and the address may be written to; what it had done is remembered. False when judged before and not come back since. */
export async function judgeFalse(
  tx: Tx,
  recipientId: number,
  judgement: { reason: FalseBounceReason; by: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into bounce_judgement (recipient_id, fund_id, doctor_id, reason, suppressed_as, had_bounced, judged_by, judged_at)
    select r.id, r.fund_id, r.doctor_id, ${judgement.reason},
      (select s.reason from address_suppression s where s.fingerprint = r.fingerprint and s.reason <> 'complaint'),
      coalesce(r.outcome = 'bounced', false), ${judgement.by}, now()
    from recipient r where r.id = ${recipientId}
    on conflict (recipient_id) do update set reason = excluded.reason, suppressed_as = excluded.suppressed_as,
      had_bounced = true, judged_by = excluded.judged_by, judged_at = excluded.judged_at
      where excluded.had_bounced returning 1`.execute(tx);
  if (rows.length === 0) return false;
  await sql`update recipient set outcome = null, outcome_at = null where id = ${recipientId} and outcome = 'bounced'`.execute(
    tx,
  );
  await sql`
    delete from address_suppression s using recipient r
    where r.id = ${recipientId} and s.fingerprint = r.fingerprint and s.reason <> 'complaint'`.execute(tx);
  return true;
}

/** Puts back what a judgement had undone. False when there was none. */
export async function restoreBounce(tx: Tx, recipientId: number): Promise<boolean> {
  const { rows } = await sql<{ suppressed_as: string | null; had_bounced: boolean }>`
    delete from bounce_judgement where recipient_id = ${recipientId} returning suppressed_as, had_bounced`.execute(tx);
  const judgement = rows[0];
  if (!judgement) return false;
  if (judgement.had_bounced)
    await sql`update recipient set outcome = 'bounced', outcome_at = now() where id = ${recipientId} and outcome is null`.execute(
      tx,
    );
  if (judgement.suppressed_as !== null)
    await sql`
      insert into address_suppression (fingerprint, reason, detail)
      select fingerprint, ${judgement.suppressed_as}, reply from recipient where id = ${recipientId}
      on conflict do nothing`.execute(tx);
  return true;
}
