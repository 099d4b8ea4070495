import pg from "pg";

/**
 * Doctors over all funds, with facts and zones, made by SQL: the import has a bench of its own. Repeatable: no chance. One
 * name in two hundred is BERLAND: as common as the commonest of the directory.
 */
export async function populate(url: string, doctors: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`insert into commune_zone (fund_id, commune_code, zone, from_on, source) ${ZONES}`);
  await owner.query(DOCTORS, [doctors]);
  await owner.query(FACTS);
  await owner.query("analyze");
  await owner.end();
}

const ZONES = `
  select fund_id, code, (array['ZIP', 'ZAC', 'ZAC', 'HZ', 'ZV'])[1 + abs(hashtext(code)) % 5], '2026-01-01', 'bench'
  from commune where fund_id is not null and kind in ('commune', 'arrondissement')`;

const DOCTORS = `
  with place as (select row_number() over (order by code) - 1 as rank, code, fund_id, folded, name, postcodes[1] as postcode
      from commune where fund_id is not null and kind = 'commune'),
    size as (select count(*) as places from place)
  insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, commune_code, town, postcode,
    practice_key, search, sort_name, identity_hash, source, source_on, first_seen_on)
  select p.fund_id, (10000000000 + i)::text, n.name, 'Claire', s.specialty, s.specialty, s.specialty = 'general-practice', p.code,
    p.name, p.postcode, p.code || i % 7, concat_ws(' ', lower(n.name), 'claire', 10000000000 + i, p.folded, p.postcode),
    lower(n.name) || ' claire', decode(md5(i::text), 'hex'), 'bench', '2026-11-01', '2026-11-01'
  from generate_series(1, $1::integer) i
  cross join size join place p on p.rank = (i::bigint * 7919) % size.places
  cross join lateral (select upper(substr(md5('n' || i % 40000), 1, 3)) || case when i % 200 = 0 then 'BERLAND' else upper(substr(md5('s' || i % 199), 1, 6)) end as name) n
  cross join lateral (select (array['general-practice', 'general-practice', 'cardiology', 'radiology', 'surgery'])[1 + i % 5] as specialty) s`;

const FACTS = `
  insert into doctor_facts (doctor_id, fund_id, fee_sector, optam, mt_total, active_count, newly_settled, clinical_share_pm, contacted_on)
  select id, fund_id, (array['1', '1', '1', '2', null])[1 + id % 5], (array[true, false, null])[1 + id % 3],
    case when id % 4 > 0 then 300 + (id * 37) % 1700 end, 500 + (id * 53) % 3000, case when id % 2 = 0 then false end,
    case when id % 3 = 0 then 600 + (id * 7) % 400 end, case when id % 6 = 0 then date '2026-11-01' - (id % 300)::integer end
  from doctor`;
