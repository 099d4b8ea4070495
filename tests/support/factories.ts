import type { Insertable } from "kysely";
import type { Context } from "~/access/context";
import { folded, foldedName } from "~/doctors/names";
import type { Schema } from "~db/schema";
import { HERE } from "./database";

type Columns<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

let made = 0;

/** A general practitioner of Saint-Nazaire, unless the test says otherwise. Returns the number of the row. */
export async function aDoctor(
  ctx: Context,
  given: Columns<"doctor"> & { facts?: Columns<"doctor_facts"> } = {},
): Promise<number> {
  const { facts, ...columns } = given;
  const rank = ++made;
  const person = { last_name: `MARTIN${rank}`, first_name: "Claire", ...columns };
  const where = { town: "Saint-Nazaire", postcode: "44600", commune_code: "44184", phone: null, ...columns };
  const rpps = columns.rpps ?? String(10_100_000_000 + rank);
  const row = await ctx.tx
    .insertInto("doctor")
    .values({
      fund_id: HERE,
      specialty: "general-practice",
      specialty_label: "Médecine générale",
      is_gp: true,
      search: searchLine({ ...person, ...where, rpps }),
      sort_name: foldedName(person.last_name, person.first_name),
      identity_hash: Buffer.from(String(rank)),
      source: "Annuaire santé",
      source_on: "2026-11-01",
      first_seen_on: "2026-11-01",
      ...person,
      ...where,
      rpps,
    })
    .returning(["id", "fund_id"])
    .executeTakeFirstOrThrow();
  if (facts) await someFacts(ctx, row.id, { fund_id: row.fund_id, ...facts });
  return row.id;
}

/** The line the import writes: name in words and in one piece, number, phone, town, postcode. */
export function searchLine(given: {
  last_name: string;
  first_name: string;
  rpps: string;
  phone?: string | null | undefined;
  town?: string | null | undefined;
  postcode?: string | null | undefined;
}): string {
  const name = foldedName(given.last_name, given.first_name);
  const parts = [name, name.replaceAll(" ", ""), given.rpps, given.phone, folded(given.town ?? ""), given.postcode];
  return parts.filter(Boolean).join(" ");
}

export async function someFacts(ctx: Context, doctorId: number, facts: Columns<"doctor_facts">): Promise<void> {
  await ctx.tx
    .insertInto("doctor_facts")
    .values({ doctor_id: doctorId, fund_id: HERE, ...facts })
    .onConflict((clash) => clash.column("doctor_id").doUpdateSet(facts))
    .execute();
}

/** The line of the ranking that scoring would have written. */
export async function aScore(ctx: Context, doctorId: number, given: Columns<"score"> = {}): Promise<void> {
  const doctor = await ctx.tx
    .selectFrom("doctor")
    .select(["fund_id", "sector_id", "is_gp", "specialty"])
    .where("id", "=", doctorId)
    .executeTakeFirstOrThrow();
  await ctx.tx
    .insertInto("score")
    .values({
      doctor_id: doctorId,
      ...doctor,
      zone: "ZIP",
      verdict: "yes",
      priority: 100,
      zone_points: 100,
      threshold_points: 0,
      band_points: 0,
      colleague_points: 0,
      freshness_points: 0,
      unknown_points: 0,
      failing: 0,
      unresolved: 0,
      version: "CONV2024",
      ...given,
    })
    .execute();
}

export async function aRankedDoctor(
  ctx: Context,
  doctor: Parameters<typeof aDoctor>[1] = {},
  score: Columns<"score"> = {},
): Promise<number> {
  const id = await aDoctor(ctx, doctor);
  await aScore(ctx, id, score);
  return id;
}

export async function aSector(ctx: Context, name = `Secteur ${++made}`, fundId = HERE): Promise<number> {
  const row = await ctx.tx
    .insertInto("sector")
    .values({ name, fund_id: fundId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function aZone(ctx: Context, given: Columns<"commune_zone"> = {}): Promise<void> {
  await ctx.tx
    .insertInto("commune_zone")
    .values({
      fund_id: HERE,
      commune_code: "44184",
      zone: "ZIP",
      from_on: "2022-01-01",
      source: "Arrêté de zonage",
      ...given,
    })
    .execute();
}
