import { type RawBuilder, sql } from "kysely";
import type { ScoringRules } from "~/doctors/scoring-rules";
import type { Weights } from "~/eligibility/weights";
import type { Tx } from "../connection";

/** Whom to score, and when it is. `weights` replaces every fund's own, to preview a change. */
export interface ScoringAsk {
  readonly rules: ScoringRules;
  readonly today: string;
  readonly fundId?: number;
  readonly doctorIds?: readonly number[];
  readonly weights?: Weights;
}

const BITS = { excluded: 1, replacement: 2, sector: 4, clinical: 8, patients: 16, active: 32 };
const texts = (list: readonly string[]) => sql`${sql.val([...list])}::text[]`;

/** Each verdict is 'y', 'n' or '?', one column a criterion; the same rules as app/eligibility/criteria, for everybody at once. */
function judged({ rules, today, fundId, doctorIds, weights }: ScoringAsk): RawBuilder<unknown> {
  const { patients, clinicalShare } = rules;
  const counted = patients.adultsCount ? sql`f.mt_adult` : sql`f.mt_total`;
  const bound = patients.adultsCount ? sql`f.mt_total` : sql`f.mt_adult`;
  const proven = patients.adultsCount
    ? sql`when ${bound} < ${patients.minimum} then ${belowLine(rules)}`
    : sql`when ${bound} > ${patients.minimum} then 'y' when ${bound} = ${patients.minimum} then ${atLine(rules)}`;
  return sql`
    select d.id as doctor_id, d.fund_id, d.sector_id, d.is_gp, d.specialty, z.zone,
      d.specialty = any (${texts(rules.excluded)}) as excluded,
      ${rules.replacementRefused}::boolean and f.replacement is true as replacement,
      case when f.fee_sector is null then '?'
        when f.fee_sector = any (${texts(rules.openSectors)}) then 'y'
        when f.fee_sector <> all (${texts(rules.optamSectors)}) then 'n'
        when coalesce(f.optam, f.optam_variant is not null or null) is null then '?'
        when coalesce(f.optam, true) then 'y' else 'n' end as sector,
      case when ${clinicalShare === null}::boolean or d.specialty <> all (${texts(clinicalShare?.specialties ?? [])}) then 'y'
        when f.clinical_share_pm is null or f.clinical_share_pm = ${clinicalShare?.minimumPerMille ?? 0} then '?'
        when f.clinical_share_pm > ${clinicalShare?.minimumPerMille ?? 0} then 'y' else 'n' end as clinical,
      case when d.specialty <> 'general-practice' then 'y'
        when f.special_practice and not ${rules.mepMinimumKnown}::boolean and f.signed_on is null then '?'
        when f.newly_settled and ${rules.newlySettledExempt}::boolean then 'y'
        when ${counted} > ${patients.minimum} then 'y'
        when ${counted} = ${patients.minimum} then ${atLine(rules)}
        when ${counted} < ${patients.minimum} then ${belowLine(rules)}
        ${proven}
        else '?' end as patients_verdict,
      case when d.specialty = 'general-practice' or d.specialty = any (${texts(rules.excluded)}) then 'y'
        when f.newly_settled and ${rules.newlySettledExempt}::boolean then 'y'
        when not ${sql.val(JSON.stringify(rules.fileActive))}::jsonb ? d.specialty or f.active_count is null then '?'
        when f.active_count >= (${sql.val(JSON.stringify(rules.fileActive))}::jsonb ->> d.specialty)::integer then 'y' else 'n' end as active,
      case when d.specialty = 'general-practice' then coalesce(f.mt_total, f.mt_adult) else f.active_count end as patients,
      case when d.specialty = 'general-practice' then ${patients.minimum}::integer
        else (${sql.val(JSON.stringify(rules.fileActive))}::jsonb ->> d.specialty)::integer end as line,
      greatest(coalesce(signed.doctors, 0) - (f.signed_on is not null)::integer, 0) as colleagues,
      ${today}::date - f.contacted_on as silent_days,
      w.*
    from doctor d
    left join doctor_facts f on f.doctor_id = d.id
    left join commune_zone z on z.fund_id = d.fund_id and z.commune_code = d.commune_code
      and z.from_on <= ${today}::date and (z.to_on is null or z.to_on > ${today}::date)
    left join (
      select m.fund_id, m.practice_key, count(*)::integer as doctors from doctor m join doctor_facts mf on mf.doctor_id = m.id
      where mf.signed_on is not null and m.practice_key is not null group by 1, 2
    ) signed on signed.fund_id = d.fund_id and signed.practice_key = d.practice_key
    left join (${weightRows(weights ?? rules.defaults, weights !== undefined)}) w on w.weights_of = d.fund_id
    where d.gone_on is null
      ${fundId === undefined ? sql`` : sql`and d.fund_id = ${fundId}`}
      ${doctorIds === undefined ? sql`` : sql`and d.id = any (${sql.val([...doctorIds])}::bigint[])`}`;
}

const atLine = ({ patients }: ScoringRules) => sql`${sql.lit(patients.atMinimum === "yes" ? "y" : "?")}`;

/** A waiver that may apply but is not known to leaves a doubt: a refusal needs a confirmed failure. */
const belowLine = ({ newlySettledExempt }: ScoringRules) =>
  sql`case when f.adapted_contract is true or (f.newly_settled is null and ${newlySettledExempt}::boolean) then '?' else 'n' end`;

/** One row of weights a fund: its own, or the given ones where it has none (or, for a preview, everywhere). */
function weightRows(given: Weights, everywhere: boolean): RawBuilder<unknown> {
  const column = (name: keyof Weights) =>
    everywhere
      ? sql`${given[name]}::integer as ${sql.ref(`w_${name}`)}`
      : sql`coalesce((own.points ->> ${sql.lit(name)})::integer, ${given[name]}) as ${sql.ref(`w_${name}`)}`;
  const names: (keyof Weights)[] = ["zip", "zac", "threshold", "patients", "colleagues", "freshness", "question"];
  return sql`select fund.id as weights_of, ${sql.join(names.map(column))} from fund left join weights own on own.fund_id = fund.id`;
}

/** The formula of app/eligibility/priority.ts, in integers: PostgreSQL's division drops the remainder the same way. */
function pointed(ask: ScoringAsk): RawBuilder<unknown> {
  const { reach } = ask.rules;
  const steps = sql.join(
    reach.steps.map((step) => sql`(patients >= ${step})::integer`),
    sql` + `,
  );
  return sql`
    select m.*,
      case zone when 'ZIP' then w_zip when 'ZAC' then w_zac else 0 end as zone_points,
      case when patients is null or line is null then 0
        when patients >= line then w_threshold * greatest(0, ${reach.above}::integer - (patients - line)) / ${reach.above}::integer
        else w_threshold * greatest(0, ${reach.below}::integer + (patients - line)) / ${reach.below}::integer end as threshold_points,
      case when patients is null then 0 else w_patients * (${steps}) / ${reach.steps.length}::integer end as band_points,
      w_colleagues * least(colleagues, ${reach.colleagues}::integer) / ${reach.colleagues}::integer as colleague_points,
      case when silent_days is null then w_freshness
        else w_freshness * least(greatest(silent_days, 0), ${reach.days}::integer) / ${reach.days}::integer end as freshness_points,
      case bit_count(unresolved::bit(32)) when 1 then w_question when 2 then w_question / 2 else 0 end as unknown_points
    from (
      select j.*,
        case when excluded then ${BITS.excluded}::integer else 0 end + case when replacement then ${BITS.replacement}::integer else 0 end
          + case sector when 'n' then ${BITS.sector}::integer else 0 end + case clinical when 'n' then ${BITS.clinical}::integer else 0 end
          + case patients_verdict when 'n' then ${BITS.patients}::integer else 0 end + case active when 'n' then ${BITS.active}::integer else 0 end as failing,
        case sector when '?' then ${BITS.sector}::integer else 0 end + case clinical when '?' then ${BITS.clinical}::integer else 0 end
          + case patients_verdict when '?' then ${BITS.patients}::integer else 0 end + case active when '?' then ${BITS.active}::integer else 0 end as unresolved
      from (${judged(ask)}) j
    ) m`;
}

/** Verdict, parts and priority of everybody asked for; the bare computation, nothing written. */
export function computedScores(ask: ScoringAsk): RawBuilder<unknown> {
  return sql`
    select doctor_id, fund_id, sector_id, is_gp, specialty, zone,
      case when failing > 0 then 'no' when unresolved > 0 then 'unknown' else 'yes' end as verdict,
      case when failing > 0 then 0 else greatest(1, zone_points + threshold_points + band_points + colleague_points + freshness_points + unknown_points) end as priority,
      zone_points, threshold_points, band_points, colleague_points, freshness_points, unknown_points, failing, unresolved
    from (${pointed(ask)}) p`;
}

const STORED = (
  "fund_id sector_id is_gp specialty zone verdict priority zone_points threshold_points band_points colleague_points " +
  "freshness_points unknown_points failing unresolved version"
).split(" ");

/** Writes only what differs: the anti-join reads, and rows that stand are neither locked nor rewritten. Returns how many were written. */
export async function rescore(tx: Tx, ask: ScoringAsk): Promise<number> {
  const columns = sql.join(STORED.map((name) => sql.ref(name)));
  const fresh = sql.join(STORED.map((name) => sql`c.${sql.ref(name)}`));
  const stored = sql.join(STORED.map((name) => sql`s.${sql.ref(name)}`));
  const updates = sql.join(STORED.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  const { numAffectedRows } = await sql`
    insert into score (doctor_id, ${columns})
    select c.doctor_id, ${fresh} from (select x.*, ${ask.rules.version}::text as version from (${computedScores(ask)}) x) c
    left join score s on s.doctor_id = c.doctor_id
    where s.doctor_id is null or (${stored}) is distinct from (${fresh})
    on conflict (doctor_id) do update set ${updates}, computed_at = now()`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Doctors who left the directory leave the list. */
export async function dropScoresOfGone(tx: Tx, fundId?: number): Promise<void> {
  await sql`delete from score s using doctor d where d.id = s.doctor_id and d.gone_on is not null
    ${fundId === undefined ? sql`` : sql`and s.fund_id = ${fundId}`}`.execute(tx);
}

/** What other weights would move: who enters the first hundred, who leaves it, and by how many places. */
export async function weightsPreview(tx: Tx, ask: ScoringAsk) {
  const { rows } = await sql<{
    doctor_id: number;
    last_name: string;
    first_name: string;
    town: string | null;
    zone: string | null;
    before: number;
    after: number;
  }>`
    with fresh as (
      select doctor_id, zone, row_number() over (order by priority desc, doctor_id desc)::integer as after from (${computedScores(ask)}) c
    ), stored as (
      select doctor_id, row_number() over (order by priority desc, doctor_id desc)::integer as before from score
      where fund_id = ${ask.fundId}
    )
    select fresh.doctor_id, d.last_name, d.first_name, d.town, fresh.zone, stored.before, fresh.after
    from fresh join stored using (doctor_id) join doctor d on d.id = fresh.doctor_id
    where (stored.before <= 100) <> (fresh.after <= 100)
    order by fresh.after limit 200`.execute(tx);
  return rows;
}
