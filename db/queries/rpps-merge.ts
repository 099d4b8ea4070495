import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../connection";
import type { ImportRecord } from "./imports";

/** Which funds this import may write: its own, or every one for a national import. */
const ofFunds = (given: ImportRecord) =>
  given.fund_id === null ? sql`c.fund_id is not null` : sql`c.fund_id = ${given.fund_id}`;

/** Lines that give no commune code still name a postcode and a town. */
export async function findMissingCommunes(tx: Tx, importId: string): Promise<void> {
  // « Marseille » with 13005 is its fifth arrondissement.
  await nameCommunes(
    tx,
    importId,
    // Spread out and hashed once: asked postcode by postcode, the index of arrays is the dearest step of a whole file.
    sql`join (
        select code, kind, folded, parent_code, unnest(postcodes) as postcode from commune where kind in ('commune', 'arrondissement')
      ) c on c.postcode = m.postcode
      left join commune city on city.code = c.parent_code and c.kind = 'arrondissement'
      where m.folded in (c.folded, city.folded)`,
    sql`true`,
  );
  // A CEDEX is the postcode of no commune: the name alone decides, where the département has one commune of that name.
  await nameCommunes(
    tx,
    importId,
    sql`join commune c on c.folded = m.folded and c.kind in ('commune', 'parent')
      and c.department = case when m.postcode like '97%' then left(m.postcode, 3)
        when m.postcode ~ '^20[01]' then '2A' when m.postcode like '20%' then '2B' else left(m.postcode, 2) end`,
    sql`count(*) = 1`,
  );
}

async function nameCommunes(
  tx: Tx,
  importId: string,
  found: RawBuilder<unknown>,
  accepted: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    update stage_rpps s set commune_code = named.code
    from (
      select m.postcode, m.town, (array_agg(c.code order by c.kind, c.code))[1] as code
      from (
        select distinct postcode, town, regexp_replace(regexp_replace(regexp_replace(
          trim(regexp_replace(lower(unaccent(town)), '[^a-z0-9]+', ' ', 'g')),
          '\\s+cedex( \\d+)?$', ''), '\\mste\\M', 'sainte', 'g'), '\\mst\\M', 'saint', 'g') as folded
        from stage_rpps
        where import_id = ${importId} and commune_code is null and postcode is not null and town is not null
      ) m ${found}
      group by m.postcode, m.town having ${accepted}
    ) named
    where s.import_id = ${importId} and s.commune_code is null and s.postcode = named.postcode and s.town = named.town`.execute(
    tx,
  );
}

/** Brings the file down to one row a doctor and fund, each marked new, changed, back or the same. */
export async function gatherDoctors(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into stage_doctor (import_id, fund_id, rpps, doctor_id, difference, last_name, first_name, civility, title, specialty,
      specialty_label, is_gp, commune_code, town, postcode, practice_key, phone, search, sort_name, group_practice, coordinated,
      mixed_practice, identity_hash)
    with line as materialized (
      select s.import_id, s.line, s.rpps, s.last_name, s.first_name, s.civility, s.title, s.activity_sector, s.structure_id, s.address,
        s.postcode, s.town, s.phone, s.practice_key, s.name_words, s.sort_name, c.fund_id, c.folded as folded_town, c.name as commune_name,
        case when c.kind = 'delegated' then coalesce(c.parent_code, c.code) else c.code end as commune_code
      from stage_rpps s join commune c on c.code = s.commune_code
      where s.import_id = ${given.id} and s.is_practice and ${ofFunds(given)}
    ), person as (
      select rpps, (array_agg(family order by line) filter (where family <> 'general-practice'))[1] as specialist,
        (array_agg(skill_label order by (family = 'general-practice'), line) filter (where family is not null))[1] as skill_label,
        bool_or(mode = 'S') as salaried
      from stage_rpps where import_id = ${given.id} group by rpps
    ), shared as (
      select practice_key, count(distinct rpps) as doctors from line where practice_key is not null group by practice_key
    ), main as (
      select distinct on (fund_id, rpps) * from line order by fund_id, rpps, (address is null), line
    ), described as (
      select m.fund_id, m.rpps, coalesce(m.last_name, '') as last_name, coalesce(m.first_name, '') as first_name, m.civility, m.title,
        coalesce(p.specialist, 'general-practice') as specialty, coalesce(p.skill_label, 'Médecine générale') as specialty_label,
        p.specialist is null as is_gp, m.commune_code, coalesce(m.town, m.commune_name) as town, m.postcode, m.practice_key, m.phone,
        concat_ws(' ', m.name_words, m.rpps, m.phone, m.folded_town, m.postcode) as search, m.sort_name,
        (coalesce(sh.doctors, 1) > 1 or m.activity_sector in ('SA08', 'SA52')) as group_practice,
        case when m.activity_sector = 'SA52' then 'YES' end as coordinated, p.salaried as mixed_practice
      from main m join person p using (rpps) left join shared sh using (practice_key)
    ), hashed as (
      select d.*, decode(md5(d::text), 'hex') as identity_hash from described d
    )
    select ${given.id}, h.fund_id, h.rpps, k.id,
      case when k.id is null then 'new' when k.gone_on is not null then 'back' when k.identity_hash <> h.identity_hash then 'changed' else 'same' end,
      h.last_name, h.first_name, h.civility, h.title, h.specialty, h.specialty_label, h.is_gp, h.commune_code, h.town, h.postcode,
      h.practice_key, h.phone, h.search, h.sort_name, h.group_practice, h.coordinated, h.mixed_practice, h.identity_hash
    from hashed h left join doctor k on k.fund_id = h.fund_id and k.rpps = h.rpps`.execute(tx);
}

/** One row a place of practice; the registry repeats it once a skill. */
export async function gatherPlaces(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into stage_place (import_id, fund_id, rpps, place_key, practice_key, structure_name, address, address_extra, postcode,
      commune_code, town, phone, phone2, mode, activity_sector, activity_sector_label, siret, finess, content_hash)
    select ${given.id}, fund_id, rpps, place_key, practice_key, structure_name, address, address_extra, postcode, commune_code, town,
      phone, phone2, mode, activity_sector, activity_sector_label, siret, finess, decode(md5(once::text), 'hex')
    from (
      select distinct on (c.fund_id, s.rpps, place_key)
        c.fund_id, s.rpps, concat_ws('/', coalesce(s.structure_id, s.practice_key, s.commune_code), s.mode, s.activity_sector) as place_key,
        s.practice_key, s.structure_name, s.address, s.address_extra, s.postcode, s.commune_code, coalesce(s.town, c.name) as town,
        s.phone, s.phone2, s.mode, s.activity_sector, s.activity_sector_label, s.siret, s.finess
      from stage_rpps s join commune c on c.code = s.commune_code
      where s.import_id = ${given.id} and s.is_practice and ${ofFunds(given)}
      order by c.fund_id, s.rpps, place_key, s.line
    ) once`.execute(tx);
}

/** What applying would do, counted. */
export async function rppsDifference(tx: Tx, given: ImportRecord) {
  const { rows } = await sql<{
    created: number;
    changed: number;
    unchanged: number;
    gone: number;
    known: number;
    elsewhere: number;
  }>`
    with seen as (select difference, count(*)::int as n from stage_doctor where import_id = ${given.id} group by 1),
      covered as (select distinct fund_id from stage_doctor where import_id = ${given.id})
    select
      coalesce((select sum(n) from seen where difference in ('new', 'back')), 0)::int as created,
      coalesce((select sum(n) from seen where difference = 'changed'), 0)::int as changed,
      coalesce((select sum(n) from seen where difference = 'same'), 0)::int as unchanged,
      (select count(*)::int from doctor d where d.gone_on is null and d.fund_id in (select fund_id from covered)
        and not exists (select from stage_doctor s where s.import_id = ${given.id} and s.fund_id = d.fund_id and s.rpps = d.rpps)) as gone,
      (select count(*)::int from doctor d where d.gone_on is null and d.fund_id in (select fund_id from covered)) as known,
      (select count(distinct s.rpps)::int from stage_rpps s left join commune c on c.code = s.commune_code
        where s.import_id = ${given.id} and s.is_practice and not coalesce(${ofFunds(given)}, false)) as elsewhere`.execute(
    tx,
  );
  return rows[0]!;
}

/** Between reading and applying, another file may have been applied: the comparison is made again where it changed. */
export async function compareAgain(tx: Tx, given: ImportRecord): Promise<void> {
  const difference = sql`case when k.gone_on is not null then 'back' when k.identity_hash <> s.identity_hash then 'changed' else 'same' end`;
  await sql`
    update stage_doctor s set doctor_id = k.id, difference = ${difference} from doctor k
    where s.import_id = ${given.id} and k.fund_id = s.fund_id and k.rpps = s.rpps and s.difference <> ${difference}`.execute(
    tx,
  );
  await sql`
    update stage_doctor s set doctor_id = null, difference = 'new'
    where s.import_id = ${given.id} and s.difference <> 'new'
      and not exists (select from doctor k where k.fund_id = s.fund_id and k.rpps = s.rpps)`.execute(tx);
}

export async function mergeDoctors(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    with written as (
      insert into doctor (fund_id, rpps, last_name, first_name, civility, title, specialty, specialty_label, is_gp, sector_id, commune_code,
        town, postcode, practice_key, phone, search, sort_name, identity_hash, source, source_on, first_seen_on, import_id)
      select s.fund_id, s.rpps, s.last_name, s.first_name, s.civility, s.title, s.specialty, s.specialty_label, s.is_gp,
        own.sector_id, s.commune_code, s.town, s.postcode, s.practice_key, s.phone, s.search, s.sort_name, s.identity_hash, ${given.source},
        ${given.source_on}, ${given.source_on}, ${given.id}
      from stage_doctor s
      left join sector_commune own on own.fund_id = s.fund_id and own.commune_code = s.commune_code
      where s.import_id = ${given.id} and s.difference <> 'same'
      on conflict (fund_id, rpps) do update set last_name = excluded.last_name, first_name = excluded.first_name,
        civility = excluded.civility, title = excluded.title, specialty = excluded.specialty, specialty_label = excluded.specialty_label,
        is_gp = excluded.is_gp, sector_id = excluded.sector_id, commune_code = excluded.commune_code, town = excluded.town,
        postcode = excluded.postcode, practice_key = excluded.practice_key, phone = coalesce(excluded.phone, doctor.phone),
        search = concat_ws(' ', excluded.search, case when excluded.phone is null then doctor.phone end), sort_name = excluded.sort_name, identity_hash = excluded.identity_hash, source = excluded.source,
        source_on = excluded.source_on, import_id = excluded.import_id, gone_on = null, updated_at = now()
      returning id, fund_id, rpps
    )
    insert into doctor_facts (doctor_id, fund_id, group_practice, coordinated, mixed_practice, sources)
    select w.id, w.fund_id, s.group_practice, s.coordinated, s.mixed_practice, ${registrySources(given)}
    from written w join stage_doctor s on s.import_id = ${given.id} and s.fund_id = w.fund_id and s.rpps = w.rpps
    on conflict (doctor_id) do update set
      group_practice = ${unlessNewer("group_practice", given)}, coordinated = coalesce(${unlessNewer("coordinated", given)}, doctor_facts.coordinated),
      mixed_practice = ${unlessNewer("mixed_practice", given)},
      sources = doctor_facts.sources || excluded.sources || coalesce((select jsonb_object_agg(known.key, known.value)
        from jsonb_each(doctor_facts.sources) known where known.value ->> 'on' > ${given.source_on}), '{}')`.execute(
    tx,
  );
}

/** What a person said after the day of the file stays: the registry is often late. */
const unlessNewer = (column: string, given: ImportRecord) => sql`
  case when doctor_facts.sources -> ${sql.lit(column)} ->> 'on' > ${given.source_on}
    then doctor_facts.${sql.ref(column)} else excluded.${sql.ref(column)} end`;

const registrySources = (given: ImportRecord) => {
  const from = { source: given.source, on: given.source_on };
  return sql`${JSON.stringify({ group_practice: from, coordinated: from, mixed_practice: from })}::jsonb`;
};

/** Marks those the file no longer names; they may have asked not to be published, so nothing is deleted. */
export async function markGone(tx: Tx, given: ImportRecord): Promise<number> {
  const { numAffectedRows } = await sql`
    update doctor d set gone_on = ${given.source_on}, updated_at = now()
    where d.gone_on is null and d.fund_id in (select fund_id from stage_doctor where import_id = ${given.id})
      and not exists (select from stage_doctor s where s.import_id = ${given.id} and s.fund_id = d.fund_id and s.rpps = d.rpps)`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

export async function mergePlaces(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into place (fund_id, doctor_id, place_key, practice_key, structure_name, address, address_extra, postcode, commune_code, town,
      phone, phone2, mode, activity_sector, activity_sector_label, siret, finess, content_hash, source, source_on)
    select s.fund_id, d.id, s.place_key, s.practice_key, s.structure_name, s.address, s.address_extra, s.postcode, s.commune_code, s.town,
      s.phone, s.phone2, s.mode, s.activity_sector, s.activity_sector_label, s.siret, s.finess, s.content_hash, ${given.source}, ${given.source_on}
    from stage_place s join doctor d on d.fund_id = s.fund_id and d.rpps = s.rpps
    left join place p on p.doctor_id = d.id and p.place_key = s.place_key
    where s.import_id = ${given.id} and p.content_hash is distinct from s.content_hash
    on conflict (doctor_id, place_key) do update set practice_key = excluded.practice_key, structure_name = excluded.structure_name,
      address = excluded.address, address_extra = excluded.address_extra, postcode = excluded.postcode, commune_code = excluded.commune_code,
      town = excluded.town, phone = excluded.phone, phone2 = excluded.phone2, mode = excluded.mode, activity_sector = excluded.activity_sector,
      activity_sector_label = excluded.activity_sector_label, siret = excluded.siret, finess = excluded.finess,
      content_hash = excluded.content_hash, source = excluded.source, source_on = excluded.source_on`.execute(tx);
  await sql`
    delete from place p using doctor d
    where d.id = p.doctor_id and d.rpps in (select rpps from stage_doctor where import_id = ${given.id} and fund_id = d.fund_id)
      and not exists (select from stage_place s where s.import_id = ${given.id} and s.fund_id = d.fund_id and s.rpps = d.rpps and s.place_key = p.place_key)`.execute(
    tx,
  );
}
