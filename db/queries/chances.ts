import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Practice } from "~/forecast/model/declared";
import type { DoctorChance } from "~/forecast/model/doctor-chances";
import type { Tx } from "../connection";
import { CONTRACT_STEPS } from "./forecast";

/** What the model may look at; the tables are called d, s and k. */
const PRACTICE = [
  "d.specialty",
  "s.zone",
  "k.mt_total as patients",
  "k.active_count as activePatients",
  "k.fee_sector as feeSector",
  "k.group_practice as groupPractice",
  "k.coordinated",
  "k.newly_settled as newlySettled",
] as const;

/** Doctors met, with what was known of them and whether they signed; the young ones are left to the rule. */
export function metDoctors(tx: Tx, fundId: number) {
  return tx
    .with("met", (query) =>
      query
        .selectFrom("funnel_move as m")
        .select(["m.doctor_id", sql<Date>`min(m.at)`.as("met_at")])
        .where("m.fund_id", "=", fundId)
        .where("m.to_stage", "=", "visited")
        .groupBy("m.doctor_id"),
    )
    .with("contract", (query) =>
      query
        .selectFrom("funnel_move as m")
        .select(["m.doctor_id", sql<Date>`min(m.at)`.as("signed_at")])
        .where("m.fund_id", "=", fundId)
        .where("m.to_stage", "in", [...CONTRACT_STEPS])
        .groupBy("m.doctor_id"),
    )
    .selectFrom("met")
    .innerJoin("doctor as d", "d.id", "met.doctor_id")
    .leftJoin("contract as c", "c.doctor_id", "met.doctor_id")
    .leftJoin("score as s", "s.doctor_id", "met.doctor_id")
    .leftJoin("doctor_facts as k", "k.doctor_id", "met.doctor_id")
    .select([
      sql<string>`to_char(met.met_at, 'YYYY-MM-DD')`.as("metOn"),
      sql<
        string | null
      >`to_char(least(c.signed_at::date, case when c.signed_at is not null then k.signed_on end), 'YYYY-MM-DD')`.as(
        "signedOn",
      ),
      ...PRACTICE,
    ])
    .orderBy("met.met_at")
    .execute();
}

/** Doctors whom a first visit may bring to a contract; the model says nothing of a second one. */
export function openPractices(tx: Tx, fundId: number): Promise<(Practice & { doctorId: number })[]> {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("score as s", "s.doctor_id", "d.id")
    .leftJoin("doctor_facts as k", "k.doctor_id", "d.id")
    .select(["d.id as doctorId", ...PRACTICE])
    .where("d.fund_id", "=", fundId)
    .where("d.gone_on", "is", null)
    .where("k.signed_on", "is", null)
    .where(
      sql<boolean>`not exists (select from funnel_move m where m.doctor_id = d.id and m.to_stage in ('visited', 'signed'))`,
    )
    .execute();
}

/** One doctor as the model sees them, and whether the question still stands. */
export function practiceOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("doctor as d")
    .innerJoin("fund as f", "f.id", "d.fund_id")
    .leftJoin("score as s", "s.doctor_id", "d.id")
    .leftJoin("doctor_facts as k", "k.doctor_id", "d.id")
    .select([
      "d.id as doctorId",
      "d.fund_id as fundId",
      "d.gone_on as goneOn",
      "k.signed_on as signedOn",
      "s.verdict",
      ...PRACTICE,
    ])
    .select((of) =>
      of
        .selectFrom("funnel_move as m")
        .select(sql<string | null>`to_char(min(m.at at time zone f.zone), 'YYYY-MM-DD')`.as("day"))
        .whereRef("m.doctor_id", "=", "d.id")
        .where("m.to_stage", "=", "visited")
        .as("metOn"),
    )
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}

/** What those who visit may read of the night's work. */
export function modelFitOf(tx: Tx, fundId: number) {
  return tx
    .selectFrom("forecast_fit")
    .select(["model", "judged", "computed_at"])
    .where("fund_id", "=", fundId)
    .executeTakeFirst();
}

/** The chances of tonight and no others. */
export async function saveChances(
  tx: Tx,
  fundId: number,
  chances: readonly DoctorChance[],
  fittedOn: Day,
): Promise<void> {
  await tx.deleteFrom("doctor_chance").where("fund_id", "=", fundId).execute();
  const column = (of: keyof DoctorChance) => chances.map((each) => each[of]);
  await sql`
    insert into doctor_chance (doctor_id, fund_id, chance, factor, fitted_on)
    select d.id, d.fund_id, told.chance, told.factor, ${fittedOn}::date
    from unnest(${column("doctorId")}::bigint[], ${column("chance")}::real[], ${column("factor")}::real[])
      as told (doctor_id, chance, factor)
    join doctor d on d.id = told.doctor_id and d.fund_id = ${fundId}`.execute(tx);
}

/** Whether the weeks of a fund weigh visits by their chances; undefined: nobody has ever chosen. */
export function weightOfChances(tx: Tx, fundId: number) {
  return tx
    .selectFrom("forecast_weight as w")
    .leftJoin("account as a", "a.id", "w.changed_by")
    .select(["w.is_used", "w.changed_at", "a.name as changed_by"])
    .where("w.fund_id", "=", fundId)
    .executeTakeFirst();
}

export async function chooseWeight(
  tx: Tx,
  fundId: number,
  choice: { is_used: boolean; changed_at: Date; changed_by: string },
): Promise<void> {
  await tx
    .insertInto("forecast_weight")
    .values({ fund_id: fundId, ...choice })
    .onConflict((clash) => clash.column("fund_id").doUpdateSet(choice))
    .execute();
}
