import type pg from "pg";
import { SKILL_CODES } from "~/doctors/specialty-tables";

/** 56 columns, and the 57th that the last separator makes. */
export const RAW_TABLE = `create unlogged table raw_rpps (${Array.from({ length: 57 }, (_, at) => `c${at + 1} text`).join(", ")})`;

/** The specialty of a skill, as a table to join. */
export async function stagingRules(client: pg.Client): Promise<void> {
  const pairs = Object.entries(SKILL_CODES).flatMap(([family, codes]) =>
    codes.split(" ").map((code) => [`SM${code}`, family]),
  );
  await client.query("create temp table skill_family (skill text primary key, family text)");
  await client.query("insert into skill_family select * from unnest($1::text[], $2::text[])", [
    pairs.map(([skill]) => skill),
    pairs.map(([, family]) => family),
  ]);
  await client.query("analyze skill_family");
}

/** An empty value is a null already: COPY's CSV reads it so. */
const folded = (value: string) => `trim(regexp_replace(lower(unaccent(${value})), '[^a-z0-9]+', ' ', 'g'))`;
const phone = (column: string) => `nullif(regexp_replace(${column}, '\\D', '', 'g'), '')`;
const NAMES = folded("c8 || ' ' || coalesce(c9, '')");
const IN_PRACTICE = `coalesce(c12 = 'C' and c18 = 'L' and coalesce(c55, '') not in ('GENR02', 'GENR03') and case
  when c49 is not null then c49 in ('SA07', 'SA08', 'SA09', 'SA52') else address is not null or (c36 is not null and c38 is not null) end, false)`;

/** The columns of stage_rpps from those of the file, as plainly as SQL says them. */
export const STAGE_FROM_RAW = `
  insert into stage_rpps (import_id, line, rpps, last_name, first_name, civility, title, category, skill_type, skill_code, skill_label,
    mode, activity_sector, activity_sector_label, role, genre, siret, finess, structure_id, structure_name, address, address_extra,
    postcode, commune_code, town, phone, phone2, email, practice_key, family, name_words, sort_name, is_practice)
  select $1, row_number() over (), c2, c8, c9, c6, c4, c12, c14, c16, c17, c18, c49, c50, c53, c55, c20, c22, c24, coalesce(c25, c26),
    address, nullif(concat_ws(', ', c27, c28, c34), ''), c36, c37,
    coalesce(c38, nullif(regexp_replace(c35, '^\\d{5}\\s+|\\s+CEDEX.*$', '', 'g'), '')), ${phone("c41")}, ${phone("c42")}, c44,
    case when address is not null and c36 is not null then ${folded("address")} || '|' || c36 else c24 end,
    case when c14 = 'S' then coalesce(f.family, 'other') end, ${NAMES}, ${NAMES}, ${IN_PRACTICE}
  from (
    select *, nullif(concat_ws(' ', nullif(ltrim(c29, '0'), ''), c30, coalesce(c32, c31), c33), '') as address from raw_rpps where c10 = '10'
  ) r left join skill_family f on f.skill = r.c16`;
