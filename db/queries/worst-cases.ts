import { sql } from "kysely";
import type { WorstCase } from "~/campaigns/letters/worst-cases";
import type { Tx } from "../connection";

/** For each way a letter may go wrong, the doctor one sees on whom it would most; those who have no such doctor are left out. */
export async function worstDoctors(tx: Tx): Promise<Map<WorstCase, number>> {
  const { rows } = await sql<{ case: WorstCase; id: number }>`
    select 'longest' as case, (select id from doctor where gone_on is null
      order by length(last_name) + length(first_name) desc, id limit 1) as id
    union all select 'unknown', (select d.id from doctor d left join doctor_facts f on f.doctor_id = d.id where d.gone_on is null
      order by num_nulls(f.mt_total, f.fee_sector, d.town, d.sector_id, d.practice_key) desc, d.id limit 1)
    union all select 'particle', (select id from doctor where gone_on is null
      and last_name ~* '^(de |de la |d''|d’|du |des |le |la |van |von )' order by length(last_name) desc, id limit 1)
    union all select 'overseas', (select id from doctor where gone_on is null and (commune_code ~ '^9[78]' or postcode ~ '^9[78]')
      order by id limit 1)
    union all select 'practices', (select p.doctor_id from place p join doctor d on d.id = p.doctor_id and d.gone_on is null
      group by p.doctor_id having count(distinct p.practice_key) > 1 order by count(distinct p.practice_key) desc, p.doctor_id limit 1)`.execute(
    tx,
  );
  return new Map(rows.filter(({ id }) => id !== null).map((row) => [row.case, row.id]));
}
