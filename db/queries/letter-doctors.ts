import { sql } from "kysely";
import type { Tx } from "../connection";

/** What a letter may say of each of these doctors, as it is known now. */
export async function letterDoctorsOf(tx: Tx, doctorIds: readonly number[]) {
  const { rows } = await sql<LetterDoctorRow>`
    select d.id, d.last_name, d.first_name, d.title, d.specialty, d.specialty_label, d.is_gp, d.town, fund.name as fund,
      place.structure_name as practice, delegate.name as delegate, f.mt_total as patients, s.zone, s.verdict, f.signed_on
    from doctor d join fund on fund.id = d.fund_id
    left join score s on s.doctor_id = d.id
    left join doctor_facts f on f.doctor_id = d.id
    left join lateral (select p.structure_name from place p where p.doctor_id = d.id
      order by p.practice_key is not distinct from d.practice_key desc, p.id limit 1) place on true
    left join lateral (select a.name from delegate_sector ds join account a on a.id = ds.account_id and a.disabled_at is null
      where ds.sector_id = d.sector_id order by a.id limit 1) delegate on true
    where d.id = any(${[...doctorIds]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

interface LetterDoctorRow {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly title: string | null;
  readonly specialty: string;
  readonly specialty_label: string;
  readonly is_gp: boolean;
  readonly town: string | null;
  readonly fund: string;
  readonly practice: string | null;
  readonly delegate: string | null;
  readonly patients: number | null;
  readonly zone: string | null;
  readonly verdict: string | null;
  readonly signed_on: string | null;
}
