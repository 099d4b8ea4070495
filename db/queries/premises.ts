import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Answer, Body, RequestKind, RequestState } from "~/premises/request";
import type { Tx } from "../connection";

/** What a step changes, and what an undone one gives back. */
export interface RequestStanding {
  readonly state: RequestState;
  readonly directed_to: Body | null;
  readonly answer: Answer | null;
  readonly next_step: string | null;
  readonly next_on: Day | null;
}

export interface RequestRow extends RequestStanding {
  readonly id: string;
  readonly fund_id: number;
  readonly doctor_id: number;
  readonly kind: RequestKind;
  readonly need: string;
  readonly received_on: Day;
  readonly version: number;
  readonly created_by: string | null;
  readonly last_name: string;
  readonly first_name: string;
  readonly town: string | null;
  readonly sector: string | null;
}

const requests = sql`
  select r.id, r.fund_id, r.doctor_id, r.kind, r.need, r.state, r.directed_to, r.answer, r.next_step, r.next_on, r.received_on,
    r.version, a.name as created_by, d.last_name, d.first_name, d.town, s.name as sector
  from premises_request r join doctor d on d.id = r.doctor_id left join sector s on s.id = d.sector_id
  left join account a on a.id = r.created_by`;

export async function requestById(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`${requests} where r.id = ${id}`.execute(tx);
  return rows[0];
}

/** Open ones first, then the newest. */
export async function requestsOf(tx: Tx, doctorId: number): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`${requests} where r.doctor_id = ${doctorId}
    order by r.state in ('closed', 'withdrawn'), r.received_on desc, r.id limit 50`.execute(tx);
  return rows;
}

export interface RequestFilter {
  readonly states: readonly RequestState[];
  readonly sectorId: number | undefined;
}

/** Those whose next step is nearest first, then those without one, the oldest first. */
export async function requestsAmong(tx: Tx, { states, sectorId }: RequestFilter, limit: number): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`${requests}
    where r.state = any (${[...states]}::text[]) and (${sectorId ?? null}::integer is null or d.sector_id = ${sectorId ?? null})
    order by r.next_on nulls last, r.received_on, r.id limit ${limit}`.execute(tx);
  return rows;
}

export async function requestCounts(tx: Tx, sectorId: number | undefined): Promise<Map<RequestState, number>> {
  const { rows } = await sql<{ state: RequestState; count: number }>`
    select r.state, count(*)::int as count from premises_request r join doctor d on d.id = r.doctor_id
    where ${sectorId ?? null}::integer is null or d.sector_id = ${sectorId ?? null} group by r.state`.execute(tx);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** False when this very request is there already. */
export async function insertRequest(
  tx: Tx,
  request: Pick<
    RequestRow,
    "id" | "fund_id" | "doctor_id" | "kind" | "need" | "received_on" | "next_step" | "next_on"
  > & {
    by: string;
  },
): Promise<boolean> {
  const { by, ...row } = request;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("premises_request")
    .values({ ...row, created_by: by })
    .onConflict((clash) => clash.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when somebody was faster. */
export async function moveRequest(
  tx: Tx,
  from: { id: string; version: number },
  standing: RequestStanding,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("premises_request")
    .set({ ...standing, version: sql`version + 1` })
    .where("id", "=", from.id)
    .where("version", "=", from.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertStep(
  tx: Tx,
  step: { request: RequestRow; to: RequestState; on: Day; note: string; by: string; at: Date },
): Promise<void> {
  const { request, to, on, note, by, at } = step;
  const { state, directed_to, answer, next_step, next_on } = request;
  await tx
    .insertInto("premises_step")
    .values({
      fund_id: request.fund_id,
      doctor_id: request.doctor_id,
      request_id: request.id,
      from_state: state,
      to_state: to,
      happened_on: on,
      note,
      before: JSON.stringify({ state, directed_to, answer, next_step, next_on } satisfies RequestStanding),
      account_id: by,
      at,
    })
    .execute();
}

export async function stepsOf(tx: Tx, requestIds: readonly string[]) {
  const { rows } = await sql<StepRow>`
    select s.id, s.request_id, s.to_state, s.happened_on, s.note, s.before, s.at, s.undone_at, a.name as by
    from premises_step s left join account a on a.id = s.account_id
    where s.request_id = any (${[...requestIds]}::uuid[]) order by s.id`.execute(tx);
  return rows;
}

export interface StepRow {
  readonly id: number;
  readonly request_id: string;
  readonly to_state: RequestState;
  readonly happened_on: Day;
  readonly note: string;
  readonly before: RequestStanding;
  readonly at: Date;
  readonly undone_at: Date | null;
  readonly by: string | null;
}

export async function undoStep(tx: Tx, stepId: number, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("premises_step")
    .set({ undone_at: at, undone_by: by })
    .where("id", "=", stepId)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
