import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { ConsentWay, Hours, Profile } from "~/recruiting/candidate";
import type { Tx } from "../connection";

export interface CandidateRow {
  readonly id: string;
  readonly fund_id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly profile: Profile;
  readonly email: string | null;
  readonly phone: string | null;
  readonly commune_code: string;
  readonly commune: string;
  readonly department: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly available_on: Day;
  readonly hours: Hours;
  readonly mobility_km: number;
  readonly note: string;
  readonly consent_on: Day;
  readonly consent_by: ConsentWay;
  readonly consent_text: string;
  readonly letters_stopped_at: Date | null;
  readonly contacted_on: Day;
  readonly warned_on: Day | null;
  readonly created_by: string;
  readonly version: number;
}

const candidates = sql`
  select k.*, c.name as commune, c.department, c.latitude, c.longitude
  from candidate k join commune c on c.code = k.commune_code`;

export async function candidateById(tx: Tx, id: string): Promise<CandidateRow | undefined> {
  const { rows } = await sql<CandidateRow>`${candidates} where k.id = ${id}`.execute(tx);
  return rows[0];
}

export async function candidatesOf(tx: Tx, profile: Profile | null, limit: number): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`${candidates} where ${profile}::text is null or k.profile = ${profile}
    order by k.last_name, k.first_name, k.id limit ${limit}`.execute(tx);
  return rows;
}

/** Not heard of since that day; those already warned, or those still to warn. */
export async function silentCandidates(
  tx: Tx,
  { since, isWarned, limit }: { since: Day; isWarned: boolean; limit: number },
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`${candidates}
    where k.contacted_on <= ${since} and (k.warned_on is not null) = ${isWarned} order by k.contacted_on, k.id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

export type CandidateSheet = Pick<
  CandidateRow,
  | "first_name"
  | "last_name"
  | "profile"
  | "email"
  | "phone"
  | "commune_code"
  | "available_on"
  | "hours"
  | "mobility_km"
  | "note"
>;

/** Null when somebody of the fund is reached at that address already. */
export async function insertCandidate(
  tx: Tx,
  person: CandidateSheet &
    Pick<CandidateRow, "fund_id" | "consent_on" | "consent_by" | "consent_text" | "contacted_on" | "created_by">,
): Promise<string | null> {
  const row = await tx
    .insertInto("candidate")
    .values(person)
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function isAddressTaken(tx: Tx, fundId: number, email: string | null, except: string): Promise<boolean> {
  if (email === null) return false;
  const { rows } = await sql`select from candidate
    where fund_id = ${fundId} and lower(email) = lower(${email}) and id <> ${except}::uuid`.execute(tx);
  return rows.length > 0;
}

/** False when somebody was faster. */
export async function changeCandidate(
  tx: Tx,
  from: { id: string; version: number },
  sheet: CandidateSheet,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("candidate")
    .set({ ...sheet, version: sql`version + 1` })
    .where("id", "=", from.id)
    .where("version", "=", from.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A word from the person: what was to be erased is kept again. */
export async function markContacted(tx: Tx, id: string, on: Day): Promise<void> {
  await tx
    .updateTable("candidate")
    .set({ contacted_on: sql`greatest(contacted_on, ${on}::date)`, warned_on: null })
    .where("id", "=", id)
    .execute();
}

export async function markWarned(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.updateTable("candidate").set({ warned_on: on }).where("id", "=", id).execute();
}

export async function stopCandidateLetters(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable("candidate")
    .set({ letters_stopped_at: sql`coalesce(letters_stopped_at, ${at})` })
    .where("id", "=", id)
    .execute();
}

/** The person and everything that names them: letters and introductions go with the row. */
export async function deleteCandidate(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom("candidate").where("id", "=", id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function keepErasure(tx: Tx, fundId: number, fingerprints: readonly Buffer[], on: Day): Promise<void> {
  if (fingerprints.length === 0) return;
  await tx
    .insertInto("candidate_erasure")
    .values(fingerprints.map((fingerprint) => ({ fund_id: fundId, fingerprint, erased_on: on })))
    .onConflict((clash) => clash.columns(["fund_id", "fingerprint"]).doUpdateSet({ erased_on: on }))
    .execute();
}

/** The last day on which somebody reached so asked to be erased. */
export async function erasureOf(tx: Tx, fundId: number, fingerprints: readonly Buffer[]): Promise<Day | null> {
  if (fingerprints.length === 0) return null;
  const row = await tx
    .selectFrom("candidate_erasure")
    .select((e) => e.fn.max("erased_on").as("on"))
    .where("fund_id", "=", fundId)
    .where("fingerprint", "in", [...fingerprints])
    .executeTakeFirst();
  return row?.on ?? null;
}
