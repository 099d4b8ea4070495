import { sql } from "kysely";
import type { Candidate } from "~/imports/matching";
import type { Tx } from "../connection";
import { copyInto } from "../copy";
import type { ImportRecord } from "./imports";

/** The ground each line lies on, by the first figures of its postcode; then the answers people gave before. */
export async function prepareLines(tx: Tx, given: ImportRecord): Promise<number[]> {
  await sql`
    update stage_ameli s set fund_id = f.id from fund f
    where s.import_id = ${given.id} and s.fund_id is null
      and f.department = case when s.postcode like '97%' then left(s.postcode, 3)
        when s.postcode ~ '^20[01]' then '2A' when s.postcode like '20%' then '2B' else left(s.postcode, 2) end
      and ${given.fund_id === null ? sql`true` : sql`f.id = ${given.fund_id}`}`.execute(tx);
  await sql`
    update stage_ameli s set doctor_id = m.doctor_id, answer = 'decided' from match_doubt m
    where s.import_id = ${given.id} and m.fund_id = s.fund_id and m.ameli_key = s.ameli_key and m.decided_at is not null`.execute(
    tx,
  );
  const { rows } = await sql<{ fund_id: number }>`
    select distinct fund_id from stage_ameli where import_id = ${given.id} and fund_id is not null and answer is null`.execute(
    tx,
  );
  return rows.map((row) => row.fund_id);
}

export function linesToMatch(tx: Tx, importId: string, fundId: number) {
  return tx
    .selectFrom("stage_ameli")
    .select(["line", "last_name", "first_name", "family", "address", "postcode", "town", "phone"])
    .where("import_id", "=", importId)
    .where("fund_id", "=", fundId)
    .where("answer", "is", null)
    .orderBy("line")
    .execute();
}

/** The fund's doctors, once a place of practice. */
export async function matchCandidates(tx: Tx, fundId: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id as "doctorId", d.last_name as "lastName", d.first_name as "firstName", d.specialty as family,
      p.address as "addressLine", coalesce(p.postcode, d.postcode) as postcode, coalesce(p.town, d.town) as town,
      coalesce(p.phone, d.phone) as phone
    from doctor d left join place p on p.doctor_id = d.id
    where d.fund_id = ${fundId} and d.gone_on is null`.execute(tx);
  return rows;
}

export interface MatchAnswer {
  readonly line: number;
  readonly answer: "sure" | "doubt" | "none";
  readonly doctorId: number | null;
  readonly candidates: unknown;
}

export async function noteAnswers(tx: Tx, importId: string, answers: readonly MatchAnswer[]): Promise<void> {
  await sql`create temp table answered (line bigint, answer text, doctor_id bigint, candidates jsonb) on commit drop`.execute(
    tx,
  );
  const rows = answers.map((each) => [
    each.line,
    each.answer,
    each.doctorId,
    each.candidates ? JSON.stringify(each.candidates) : null,
  ]);
  await copyInto(tx, "answered", ["line", "answer", "doctor_id", "candidates"], rows);
  await sql`
    update stage_ameli s set answer = a.answer, doctor_id = a.doctor_id, candidates = a.candidates from answered a
    where s.import_id = ${importId} and s.line = a.line`.execute(tx);
  await sql`drop table answered`.execute(tx);
}

/** One sector a doctor: of several lines, the first in the file that gives one. */
const told = (given: ImportRecord) => sql`
  select distinct on (s.doctor_id) s.doctor_id, s.fund_id, s.fee_sector, (s.fee_scheme is not null) as optam, s.fee_scheme as optam_variant, s.phone
  from stage_ameli s where s.import_id = ${given.id} and s.doctor_id is not null and s.fee_sector is not null
  order by s.doctor_id, s.line`;

const DIFFERS = sql`(f.fee_sector, f.optam, f.optam_variant) is distinct from (t.fee_sector, t.optam, t.optam_variant)`;

export async function ameliDifference(tx: Tx, given: ImportRecord) {
  const { rows } = await sql<
    Record<"created" | "changed" | "unchanged" | "gone" | "known" | "elsewhere" | "sure" | "doubtful" | "none", number>
  >`
    with t as (${told(given)})
    select count(*) filter (where f.fee_sector is null)::int as created,
      count(*) filter (where f.fee_sector is not null and ${DIFFERS})::int as changed,
      count(*) filter (where f.fee_sector is not null and not ${DIFFERS})::int as unchanged,
      0 as gone,
      (select count(*)::int from doctor_facts where fee_sector is not null) as known,
      (select count(*)::int from stage_ameli where import_id = ${given.id} and fund_id is null) as elsewhere,
      (select count(*)::int from stage_ameli where import_id = ${given.id} and doctor_id is not null) as sure,
      (select count(*)::int from stage_ameli where import_id = ${given.id} and answer = 'doubt') as doubtful,
      (select count(*)::int from stage_ameli where import_id = ${given.id} and doctor_id is null and answer in ('none', 'decided')) as none
    from t left join doctor_facts f on f.doctor_id = t.doctor_id`.execute(tx);
  const { sure, doubtful, none, ...difference } = rows[0]!;
  return { ...difference, matching: { sure, doubtful, none } };
}

export async function mergeAmeli(tx: Tx, given: ImportRecord): Promise<void> {
  const from = { source: given.source, on: given.source_on };
  await sql`
    insert into fact (fund_id, doctor_id, name, value, measured_on, source, import_id)
    select t.fund_id, t.doctor_id, 'secteur', jsonb_build_object('secteur', t.fee_sector, 'optam', t.optam_variant), ${given.source_on},
      ${given.source}, ${given.id}
    from (${told(given)}) t left join doctor_facts f on f.doctor_id = t.doctor_id
    where ${DIFFERS}
    on conflict (doctor_id, name, measured_on, source) do update set value = excluded.value, recorded_at = now()
    where fact.value is distinct from excluded.value`.execute(tx);
  await sql`
    insert into doctor_facts as known (doctor_id, fund_id, fee_sector, optam, optam_variant, sources)
    select t.doctor_id, t.fund_id, t.fee_sector, t.optam, t.optam_variant, ${JSON.stringify({ fee_sector: from, optam: from })}::jsonb
    from (${told(given)}) t left join doctor_facts f on f.doctor_id = t.doctor_id
    where ${DIFFERS} and coalesce(f.sources -> 'fee_sector' ->> 'on', '') <= ${given.source_on}
    on conflict (doctor_id) do update set fee_sector = excluded.fee_sector, optam = excluded.optam, optam_variant = excluded.optam_variant,
      sources = known.sources || excluded.sources`.execute(tx);
  await sql`
    update doctor d set phone = t.phone, search = d.search || ' ' || t.phone from (${told(given)}) t
    where d.id = t.doctor_id and d.phone is null and t.phone is not null`.execute(tx);
  await keepDoubts(tx, given);
}

async function keepDoubts(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into match_doubt as kept (fund_id, ameli_key, line, candidates, import_id)
    select distinct on (s.fund_id, s.ameli_key) s.fund_id, s.ameli_key, to_jsonb(s) - 'candidates' - 'import_id', s.candidates, ${given.id}
    from stage_ameli s where s.import_id = ${given.id} and s.answer = 'doubt' order by s.fund_id, s.ameli_key, s.line
    on conflict (fund_id, ameli_key) do update set line = excluded.line, candidates = excluded.candidates, import_id = excluded.import_id
    where kept.decided_at is null and (kept.line, kept.candidates) is distinct from (excluded.line, excluded.candidates)`.execute(
    tx,
  );
  // What this file settles by itself waits for nobody any more.
  await sql`
    delete from match_doubt m using stage_ameli s
    where s.import_id = ${given.id} and m.fund_id = s.fund_id and m.ameli_key = s.ameli_key and m.decided_at is null and s.answer <> 'doubt'`.execute(
    tx,
  );
}
