import { sql } from "kysely";
import type { Tx } from "../connection";

/** The facts in force of several doctors, read by number: joined, the policy of a delegate would read the whole table. */
export function factsInForce(tx: Tx, doctorIds: readonly number[]) {
  return tx
    .selectFrom("doctor_facts")
    .selectAll()
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .execute();
}

/** All that the rules and the page need of one doctor that day: facts with their sources, zone in force, signed colleagues. */
export async function doctorFactsOf(tx: Tx, doctorId: number, day: string) {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("doctor_facts as f", "f.doctor_id", "d.id")
    .leftJoin("commune_zone as z", (join) =>
      join
        .onRef("z.fund_id", "=", "d.fund_id")
        .onRef("z.commune_code", "=", "d.commune_code")
        .on("z.from_on", "<=", day)
        .on((z) => z.or([z("z.to_on", "is", null), z("z.to_on", ">", day)])),
    )
    .selectAll("f")
    .select([
      "d.id as doctor_id",
      "d.fund_id",
      "d.specialty",
      "d.source as directory_source",
      "d.source_on as directory_on",
    ])
    .select(["z.zone", "z.source as zone_source", "z.from_on as zone_on"])
    .select((d) =>
      d
        .selectFrom("doctor as c")
        .innerJoin("doctor_facts as cf", "cf.doctor_id", "c.id")
        .select(sql<number>`count(*)`.as("signed"))
        .whereRef("c.fund_id", "=", "d.fund_id")
        .whereRef("c.practice_key", "=", "d.practice_key")
        .whereRef("c.id", "<>", "d.id")
        .where("cf.signed_on", "is not", null)
        .as("signed_colleagues"),
    )
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}

export type FactsInForce = NonNullable<Awaited<ReturnType<typeof doctorFactsOf>>>;

/** Everything ever told about a doctor, newest first, with the name of the colleague who recorded it. */
export function factHistory(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("fact")
    .leftJoin("account", "account.id", "fact.account_id")
    .select(["fact.id", "fact.name", "fact.value", "fact.measured_on", "fact.source", "fact.recorded_at"])
    .select("account.name as recorded_by")
    .where("fact.doctor_id", "=", doctorId)
    .orderBy("fact.measured_on", "desc")
    .orderBy("fact.recorded_at", "desc")
    .orderBy("fact.id", "desc")
    .limit(500)
    .execute();
}

export interface NewFact {
  readonly fundId: number;
  readonly doctorId: number;
  readonly name: string;
  readonly value: unknown;
  readonly measuredOn: string;
  readonly source: string;
  readonly accountId: string | null;
}

/** A source says one thing a day: said again, it is corrected. Returns what it had said before, if anything. */
export async function insertFact(tx: Tx, fact: NewFact): Promise<unknown> {
  const before = await factTold(tx, fact);
  await tx
    .insertInto("fact")
    .values(columnsOf(fact))
    .onConflict((clash) =>
      clash
        .columns(["doctor_id", "name", "measured_on", "source"])
        .doUpdateSet({ value: JSON.stringify(fact.value), account_id: fact.accountId, recorded_at: sql`now()` }),
    )
    .execute();
  return before?.value;
}

/** Enters a fact in the history unless it stands there already. */
export async function rememberFact(tx: Tx, fact: NewFact): Promise<void> {
  await tx
    .insertInto("fact")
    .values(columnsOf(fact))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

function columnsOf(fact: NewFact) {
  return {
    fund_id: fact.fundId,
    doctor_id: fact.doctorId,
    name: fact.name,
    value: JSON.stringify(fact.value),
    measured_on: fact.measuredOn,
    source: fact.source,
    account_id: fact.accountId,
  };
}

type FactKey = Pick<NewFact, "doctorId" | "name" | "measuredOn" | "source">;

function factTold(tx: Tx, { doctorId, name, measuredOn, source }: FactKey) {
  return tx
    .selectFrom("fact")
    .select("value")
    .where("doctor_id", "=", doctorId)
    .where("name", "=", name)
    .where("measured_on", "=", measuredOn)
    .where("source", "=", source)
    .executeTakeFirst();
}

/** Takes back what somebody recorded; returns whether it was there, and theirs. */
export async function removeFact(tx: Tx, key: FactKey, accountId: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom("fact")
    .where("doctor_id", "=", key.doctorId)
    .where("name", "=", key.name)
    .where("measured_on", "=", key.measuredOn)
    .where("source", "=", key.source)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

export function newestFact(tx: Tx, doctorId: number, name: string) {
  return tx
    .selectFrom("fact")
    .select(["value", "measured_on", "source"])
    .where("doctor_id", "=", doctorId)
    .where("name", "=", name)
    .orderBy("measured_on", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

export interface InForce {
  readonly value: unknown;
  /** Null when nothing is known any more. */
  readonly evidence: { readonly source: string; readonly on: string } | null;
}

/** Puts a fact in force, unless somebody changed it since `expected` was read. Returns whether it is in force. */
export async function putInForce(
  tx: Tx,
  doctor: { readonly id: number; readonly fundId: number },
  column: string,
  fact: InForce,
  expected: InForce,
): Promise<boolean> {
  const name = sql.ref(column);
  const typed = (value: unknown) =>
    sql`(select r.${name} from jsonb_populate_record(null::doctor_facts, ${JSON.stringify({ [column]: value })}::jsonb) r)`;
  await tx
    .insertInto("doctor_facts")
    .values({ doctor_id: doctor.id, fund_id: doctor.fundId })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const sources = fact.evidence
    ? sql`sources || ${JSON.stringify({ [column]: fact.evidence })}::jsonb`
    : sql`sources - ${column}::text`;
  const moved = await sql`
    update doctor_facts set ${name} = ${typed(fact.value)}, sources = ${sources}
    where doctor_id = ${doctor.id} and ${name} is not distinct from ${typed(expected.value)}
      and sources -> ${column} ->> 'on' is not distinct from ${expected.evidence?.on ?? null}::text
      and sources -> ${column} ->> 'source' is not distinct from ${expected.evidence?.source ?? null}::text`.execute(
    tx,
  );
  return moved.numAffectedRows === 1n;
}
