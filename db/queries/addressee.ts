import { sql } from "kysely";
import type { Category } from "~/campaigns/campaign";
import type { Tx } from "../connection";

/** One letter and the doctor it was written to, as that doctor may read it. */
export async function addresseeById(tx: Tx, recipientId: number) {
  const { rows } = await sql<AddresseeRow>`
    select r.id, r.fund_id, r.doctor_id, r.address, r.settled_at, c.id as campaign_id, c.category, c.reason, c.sender_name,
      d.last_name, d.first_name, d.specialty, d.specialty_label, d.is_gp, d.town, d.rpps, d.source, d.source_on, d.sector_id,
      fund.name as fund, fund.department, f.mt_total, f.fee_sector, f.sources, s.zone, s.verdict, f.signed_on, e.source as address_source,
      e.noted_on as address_on,
      array(select coalesce(o.category, 'all') from opt_out o where o.doctor_id = r.doctor_id and o.channel = 'email' and o.lifted_at is null) as stopped
    from recipient r join campaign c on c.id = r.campaign_id join doctor d on d.id = r.doctor_id join fund on fund.id = r.fund_id
    left join doctor_facts f on f.doctor_id = d.id left join score s on s.doctor_id = d.id
    left join doctor_email e on e.doctor_id = d.id and lower(e.address) = r.address
    where r.id = ${recipientId}`.execute(tx);
  return rows[0];
}

export interface AddresseeRow {
  readonly id: number;
  readonly fund_id: number;
  readonly doctor_id: number;
  readonly address: string;
  readonly settled_at: Date | null;
  readonly campaign_id: string;
  readonly category: Category;
  readonly reason: string;
  readonly sender_name: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly specialty: string;
  readonly specialty_label: string;
  readonly is_gp: boolean;
  readonly town: string | null;
  readonly rpps: string;
  readonly source: string;
  readonly source_on: string;
  readonly sector_id: number | null;
  readonly fund: string;
  readonly department: string;
  readonly mt_total: number | null;
  readonly fee_sector: string | null;
  readonly sources: Record<string, { source: string; on: string }> | null;
  readonly zone: string | null;
  readonly verdict: string | null;
  readonly signed_on: string | null;
  readonly address_source: string | null;
  readonly address_on: string | null;
  /** Categories of letters refused; « all » for every one. */
  readonly stopped: string[];
}

/** The doctor's own word, by the link of a letter: it holds at once, and said again it is noted once. */
export async function stopLetters(
  tx: Tx,
  stop: { fundId: number; doctorId: number; category: Category | null; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into opt_out (fund_id, doctor_id, channel, category, source, noted_at)
    values (${stop.fundId}, ${stop.doctorId}, 'email', ${stop.category}, 'lien de désinscription', ${stop.at})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
}

/** The delegate who visits this sector, for a doctor who asks to be called. */
export async function delegateOf(tx: Tx, sectorId: number | null): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from delegate_sector ds join account a on a.id = ds.account_id and a.disabled_at is null
    where ds.sector_id = ${sectorId} order by a.id limit 1`.execute(tx);
  return rows[0];
}
