import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/context";
import type { Booking } from "~/visits/booking.server";
import { anActor, as, HERE, type TestDatabase } from "../../support/database";
import { aDoctor, aSector } from "../../support/factories";

/** A delegate with an account and a sector. */
export async function aDelegate(
  database: TestDatabase,
  sectorIds: number[],
  given: { name?: string; fundId?: number } = {},
): Promise<Actor> {
  const { name = "Éric Robert", fundId = HERE } = given;
  const id = randomUUID();
  await database.pool.query(
    "insert into account (id, fund_id, role, name, email) values ($1, $2, 'delegate', $3, $4)",
    [id, fundId, name, `${id}@cpam.example`],
  );
  return { ...anActor("delegate", { id, fundIds: [fundId], sectorIds }), name };
}

export function aSectorIn(database: TestDatabase, fundId = HERE): Promise<number> {
  return as(database, anActor("system"), (ctx) => aSector(ctx, undefined, fundId));
}

/** A doctor of Saint-Nazaire called Claire Martin, unless the test says otherwise. */
export function aDoctorIn(
  database: TestDatabase,
  sectorId: number,
  given: Parameters<typeof aDoctor>[1] = {},
): Promise<number> {
  return as(database, anActor("system"), (ctx) =>
    aDoctor(ctx, { sector_id: sectorId, last_name: "MARTIN", first_name: "CLAIRE", ...given }),
  );
}

/** Wednesday 25 November at 10:00, half an hour, unless the test says otherwise. */
export function aBooking(doctorId: number, given: Partial<Booking> = {}): Booking {
  return {
    id: randomUUID(),
    doctorId,
    day: "2026-11-25",
    minutes: 600,
    length: 30,
    firmness: "fixed",
    reason: "",
    ...given,
  };
}
