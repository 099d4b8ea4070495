import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/context";
import type { ReportAsk } from "~/visits/report/report.form";
import { reportVisit } from "~/visits/report/report.server";
import { as, NOON, type TestDatabase } from "../../support/database";

/** A report with nothing but its result, unless the test says otherwise. */
export function aReport(given: Partial<ReportAsk> = {}): ReportAsk {
  return {
    id: randomUUID(),
    result: "interested",
    objections: [],
    option: null,
    nextStep: null,
    nextOn: null,
    note: "",
    confirmed: [],
    refuses: [],
    heldOn: null,
    ...given,
  };
}

/** A visit of half an hour that was to begin two hours before noon of 24 November 2026. */
export async function aVisit(
  { pool }: TestDatabase,
  delegate: Actor,
  doctorId: number,
  given: { startsAt?: Date; state?: string; zone?: string; firmness?: string } = {},
): Promise<string> {
  const startsAt = given.startsAt ?? new Date(NOON.getTime() - 2 * 3_600_000);
  const { rows } = await pool.query<{ id: string }>(
    `insert into visit (fund_id, delegate_id, doctor_id, practice_key, starts_at, ends_at, zone, state, firmness)
     select fund_id, $1, id, practice_key, $3, $4, $5, $6, $7 from doctor where id = $2 returning id`,
    [
      delegate.id,
      doctorId,
      startsAt,
      new Date(startsAt.getTime() + 30 * 60_000),
      given.zone ?? "Europe/Paris",
      given.state ?? "booked",
      given.firmness ?? "fixed",
    ],
  );
  return rows[0]!.id;
}

export function report(
  database: TestDatabase,
  who: Actor,
  visitId: string,
  given: Partial<ReportAsk> = {},
  now = NOON,
): Promise<void> {
  return as(database, who, (ctx) => reportVisit(ctx, visitId, aReport(given)), now);
}
