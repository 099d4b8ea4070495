import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Hidden, Measure, Told } from "~/steering/nation/measures";
import type { Tx } from "../connection";

export interface DepartmentCount {
  readonly department: string;
  readonly eligible: number;
  readonly visits: number;
  readonly contracts: number;
  readonly in_zip: number;
  readonly zoned: number;
}

/** The département of the practice; of the caisse, where the town is not known. */
const OF_DOCTOR = sql`coalesce(c.department, f.department)`;

/** Everything counted by département: doctors eligible now, visits held since a day, contracts signed and those in ZIP. */
export async function departmentCounts(tx: Tx, monthOn: Day): Promise<DepartmentCount[]> {
  const { rows } = await sql<DepartmentCount>`
    with place as materialized (
      select d.id, d.fund_id, ${OF_DOCTOR} as department from doctor d join fund f on f.id = d.fund_id
        left join commune c on c.code = d.commune_code),
    eligible as (
      select p.department, count(*) as many from score s join place p on p.id = s.doctor_id where s.verdict = 'yes' group by 1),
    held as (
      select p.department, count(*) as many from visit v join place p on p.id = v.doctor_id
      where v.state = 'done' and v.starts_at >= (${monthOn}::date at time zone 'Europe/Paris') group by 1),
    signed as (
      select coalesce(p.department, f.department) as department, count(*) as many,
        count(*) filter (where s.zone = 'ZIP') as in_zip, count(*) filter (where s.zone is not null) as zoned
      from contract k join fund f on f.id = k.fund_id left join place p on p.id = k.doctor_id
        left join score s on s.doctor_id = k.doctor_id
      where k.signed_on is not null and k.state <> 'abandoned' and k.renews is null group by 1)
    select all_of.department, coalesce(eligible.many, 0) as eligible, coalesce(held.many, 0) as visits,
      coalesce(signed.many, 0) as contracts, coalesce(signed.in_zip, 0) as in_zip, coalesce(signed.zoned, 0) as zoned
    from (select distinct department from fund union select department from place) all_of
      left join eligible using (department) left join held using (department) left join signed using (department)
    where all_of.department is not null
    order by 1`.execute(tx);
  return rows;
}

/** What the latest night expects of each département; null where one of its caisses has too few contracts to be named. */
export async function departmentForecasts(tx: Tx): Promise<{ department: string; middle: number; signed: number }[]> {
  const { rows } = await sql<{ department: string; middle: number; signed: number }>`
    select f.department, sum(latest.middle) as middle, min(latest.signed) as signed
    from fund f join lateral (
      select middle, signed from forecast_made m where m.fund_id = f.id order by asof desc, deadline limit 1) latest on true
    group by 1`.execute(tx);
  return rows;
}

export interface DepartmentFigure {
  readonly department: string;
  readonly told: Told;
}

/** Puts the figures just worked out in the place of those before. */
export async function keepFigures(
  tx: Tx,
  figures: readonly (DepartmentFigure & { readonly measure: Measure })[],
  at: Date,
): Promise<void> {
  await tx.deleteFrom("department_figure").execute();
  if (figures.length === 0) return;
  await tx
    .insertInto("department_figure")
    .values(
      figures.map(({ department, measure, told }) => ({
        department,
        measure,
        value: told.value,
        hidden: told.hidden,
        computed_at: at,
      })),
    )
    .execute();
}

/** One measure as it may be told; '' is the whole country. */
export function figuresKept(tx: Tx, measure: Measure) {
  return tx
    .selectFrom("department_figure")
    .select(["department", "value", "computed_at", sql<Hidden | null>`hidden`.as("hidden")])
    .where("measure", "=", measure)
    .execute();
}

/** The caisses of each département, by their names. */
export async function fundsByDepartment(tx: Tx): Promise<{ department: string; names: string }[]> {
  const { rows } = await sql<{ department: string; names: string }>`
    select department, string_agg(name, ', ' order by code) as names from fund group by 1 order by 1`.execute(tx);
  return rows;
}
