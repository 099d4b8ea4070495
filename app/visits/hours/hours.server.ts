import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addMonths, weekday } from "~/calendar/day";
import { dayIn, instantAt, wallAt } from "~/calendar/zoned";
import { conflict, invalid, notFound } from "~/errors";
import { closuresSince, deleteClosure, hoursSheet, insertClosure, saveHours } from "~db/queries/doctor-hours";
import { knocksSince } from "~db/queries/doctor-visits";
import { doctorById } from "~db/queries/doctors";
import { ASSUMED_HOURS, type WeekHours } from "../hours";
import { wasMet } from "../report/result";
import { closureFaults } from "./closing";
import { halfOf, learnHours } from "./learned-hours";
import { readOpenings, writeOpenings } from "./writing";

/** Hours change: what was learned longer ago is no longer believed. */
const MEMORY_MONTHS = 24;

/** When a doctor receives: noted or assumed, what the reports teach, and the days of closure to come. */
export async function hoursOfPractice(ctx: Context, doctorId: number, zone: string) {
  const sheet = await hoursSheet(ctx.tx, doctorId);
  const learned = await learnedHours(ctx, doctorId, zone, sheet?.week ?? null);
  return {
    days: (sheet?.week ?? ASSUMED_HOURS).map(writeOpenings),
    noted: sheet ? { at: sheet.notedAt, by: sheet.by } : null,
    learned: { ...learned, proposal: learned.proposal?.map(writeOpenings) ?? null },
    closures: await closuresSince(ctx.tx, doctorId, dayIn(zone, ctx.now)),
  };
}

/** Seven lines as typed, Monday first; `seen` is when the hours on the screen were noted. */
export async function noteHours(
  ctx: Context,
  doctorId: number,
  { days, seen }: { days: readonly string[]; seen: string },
): Promise<void> {
  const read = days.map(readOpenings);
  const faults = read.flatMap((day, at) => (day.ok ? [] : [[`day${at + 1}`, [day.why]] as [string, string[]]]));
  if (faults.length > 0) throw invalid(Object.fromEntries(faults));
  const week = read.map((day) => (day.ok ? day.spans : []));
  if (week.every((spans) => spans.length === 0))
    throw invalid({ day1: ["Notez au moins une ouverture. Pour des congés, notez plutôt une fermeture."] });
  await keep(ctx, doctorId, week, seen);
}

/** Takes over what the reports teach, as it stands now. */
export async function acceptLearned(ctx: Context, doctorId: number, zone: string, seen: string): Promise<void> {
  const sheet = await hoursSheet(ctx.tx, doctorId);
  const { proposal } = await learnedHours(ctx, doctorId, zone, sheet?.week ?? null);
  if (proposal === null) throw conflict("Les comptes rendus n'apprennent plus rien de nouveau. Rechargez la page.");
  await keep(ctx, doctorId, proposal, seen);
}

export async function noteClosure(
  ctx: Context,
  doctorId: number,
  closure: { fromOn: string; toOn: string },
  zone: string,
): Promise<void> {
  const doctor = await doctorById(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  const toOn = closure.toOn === "" ? closure.fromOn : closure.toOn;
  const faults = closureFaults(closure.fromOn, toOn, dayIn(zone, ctx.now));
  if (Object.keys(faults).length > 0) throw invalid(faults);
  await insertClosure(
    ctx.tx,
    { id: doctorId, fundId: doctor.fund_id },
    { fromOn: closure.fromOn, toOn, by: ctx.actor.id },
  );
  await record(ctx, "hours.noted", { doctorId });
}

export async function removeClosure(ctx: Context, doctorId: number, closureId: string): Promise<void> {
  if (!(await deleteClosure(ctx.tx, doctorId, closureId))) throw notFound("Fermeture");
  await record(ctx, "hours.noted", { doctorId });
}

async function keep(ctx: Context, doctorId: number, week: WeekHours, seen: string): Promise<void> {
  const doctor = await doctorById(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  const seenAt = seen === "" ? null : new Date(seen);
  if (seenAt !== null && Number.isNaN(seenAt.getTime())) throw stale();
  const hours = { week, by: ctx.actor.id, at: ctx.now, seenAt };
  if (!(await saveHours(ctx.tx, { id: doctorId, fundId: doctor.fund_id }, hours))) throw stale();
  await record(ctx, "hours.noted", { doctorId });
}

async function learnedHours(ctx: Context, doctorId: number, zone: string, week: WeekHours | null) {
  const since = instantAt(addMonths(dayIn(zone, ctx.now), -MEMORY_MONTHS), 0, zone);
  const knocks = await knocksSince(ctx.tx, doctorId, since);
  return learnHours(
    knocks.map(({ starts_at, zone: at, result }) => {
      const { day, minutes } = wallAt(starts_at, at);
      return { weekday: weekday(day), half: halfOf(minutes), wasMet: wasMet(result) };
    }),
    week,
  );
}

const stale = () =>
  conflict("Les horaires de ce médecin viennent d'être notés ailleurs. Relisez-les ci-dessous avant de les changer.");
