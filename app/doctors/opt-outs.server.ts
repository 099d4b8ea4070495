import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { doctorById } from "~db/queries/doctors";
import { contactOf, insertOptOut, liftOptOut as lift } from "~db/queries/opt-outs";
import { type Channel, mayWrite, type Writing } from "./contactability";

/** The doctor said no to a channel; it holds at once, everywhere. Told twice, it is noted once. */
export async function noteOptOut(
  ctx: Context,
  doctorId: number,
  { channel, source }: { channel: Channel; source: string },
): Promise<void> {
  const doctor = await doctorById(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  const optOut = { fundId: doctor.fund_id, doctorId, channel, source, by: ctx.actor.id, at: ctx.now };
  if (await insertOptOut(ctx.tx, optOut)) await record(ctx, "opt-out.noted", { doctorId, channel });
}

/** Lifted at the doctor's wish, never erased. */
export async function liftOptOut(ctx: Context, doctorId: number, optOutId: number): Promise<void> {
  if (!(await doctorById(ctx.tx, doctorId))) throw notFound("Médecin");
  const channel = await lift(ctx.tx, { id: optOutId, doctorId, by: ctx.actor.id, at: ctx.now });
  if (channel === null) throw conflict("Cette opposition est déjà levée.");
  await record(ctx, "opt-out.lifted", { doctorId, channel });
}

/** Whether this doctor may be written to now, and where. */
export async function writingTo(ctx: Context, doctorId: number): Promise<Writing> {
  return mayWrite(await contactOf(ctx.tx, doctorId));
}
