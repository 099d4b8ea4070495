import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface PlaceCount {
  readonly journey_id: string;
  readonly state: "active" | "stopped" | "finished" | "held_out";
  readonly step: number;
  readonly because: string | null;
  readonly doctors: number;
}

/** How many stand where, for every journey of a page, in one reading. */
export async function placeCounts(tx: Tx, journeyIds: readonly string[]): Promise<PlaceCount[]> {
  if (journeyIds.length === 0) return [];
  const { rows } = await sql<PlaceCount>`
    select journey_id, state, step, because, count(*) as doctors from journey_entry
    where journey_id = any(${[...journeyIds]}::uuid[]) group by 1, 2, 3, 4 order by 5 desc`.execute(tx);
  return rows;
}

export interface TurnCount {
  readonly step: number;
  readonly result: "done" | "passed" | null;
  readonly because: string | null;
  readonly doctors: number;
}

/** What became of each step. */
export async function turnCounts(tx: Tx, journeyId: string): Promise<TurnCount[]> {
  const { rows } = await sql<TurnCount>`
    select t.step, t.result, t.because, count(*) as doctors from journey_turn t join journey_entry e on e.id = t.entry_id
    where e.journey_id = ${journeyId} group by 1, 2, 3 order by 1, 4 desc`.execute(tx);
  return rows;
}

export interface PersonRow {
  readonly id: number;
  readonly doctor_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly town: string | null;
  readonly state: PlaceCount["state"];
  readonly step: number;
  readonly department: string;
  readonly last_on: Day;
  readonly entered_on: Day;
  readonly because: string | null;
  readonly over_on: Day | null;
  readonly begun_on: Day | null;
}

export interface PeopleAsk {
  readonly journeyId: string;
  readonly state: PlaceCount["state"] | null;
  readonly step: number | null;
  /** The row the page begins after, or ends before. */
  readonly from: { readonly id: number; readonly towards: "next" | "previous" } | null;
  readonly limit: number;
}

/** In the order of entry, whichever way one walks; one more than asked tells that there is a page beyond. */
export async function peopleIn(tx: Tx, { journeyId, state, step, from, limit }: PeopleAsk): Promise<PersonRow[]> {
  const isBack = from?.towards === "previous";
  const { rows } = await sql<PersonRow>`
    select e.id, e.doctor_id, d.last_name, d.first_name, d.town, e.state, e.step, e.department, e.last_on,
      (e.entered_at at time zone e.zone)::date as entered_on, e.because, e.over_on, t.begun_on
    from journey_entry e join doctor d on d.id = e.doctor_id
    left join journey_turn t on t.entry_id = e.id and t.step = e.step and t.result is null
    where e.journey_id = ${journeyId} ${state === null ? sql`` : sql`and e.state = ${state}`}
      ${step === null ? sql`` : sql`and e.step = ${step}`}
      ${from === null ? sql`` : isBack ? sql`and e.id < ${from.id}` : sql`and e.id > ${from.id}`}
    order by e.id ${isBack ? sql`desc` : sql``} limit ${limit}`.execute(tx);
  return isBack ? rows.reverse() : rows;
}

/** A doctor somebody tries a journey on. */
export async function doctorToTry(tx: Tx, doctorId: number) {
  const { rows } = await sql<{
    id: number;
    last_name: string;
    first_name: string;
    town: string | null;
    department: string;
    fund_id: number;
  }>`
    select d.id, d.last_name, d.first_name, d.town, d.fund_id, coalesce(commune.department, fund.department) as department
    from doctor d join fund on fund.id = d.fund_id left join commune on commune.code = d.commune_code
    where d.id = ${doctorId}`.execute(tx);
  return rows[0];
}
