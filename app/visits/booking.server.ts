import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addDays, addMonths, type Day, isDay } from "~/calendar/day";
import { dayIn, instantAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { conflict, invalid, notFound } from "~/errors";
import { moveStage } from "~/funnel/funnel.server";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import {
  bookedAcross,
  type Changed,
  changeVisit,
  insertVisit,
  type VisitSheet,
  visitById,
  waitForTurn,
} from "~db/queries/visits";
import { isInvited, tellDoctor } from "./invitations/inviting.server";
import { overlapSentence } from "./overlap";
import {
  DAYS_BACK,
  type Firmness,
  LEAST_MINUTES,
  MONTHS_AHEAD,
  MOST_MINUTES,
  mayStep,
  STATE_LABELS,
  type Step,
} from "./visit";

/** A time on the wall of the practice: minutes since midnight. */
export interface VisitTime {
  readonly day: Day;
  readonly minutes: number;
  readonly length: number;
}

export interface Booking extends VisitTime {
  /** Made by the screen: the same booking sent twice is one. */
  readonly id: string;
  readonly doctorId: number;
  readonly firmness: Exclude<Firmness, "suggestion">;
  readonly reason: string;
}

/** Takes the time in the delegate's week and in the doctor's; whoever comes second is told by what. */
export async function bookVisit(ctx: Context, booking: Booking): Promise<string> {
  const doctor = await doctorToVisit(ctx, booking.doctorId);
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  const time = instantsOf(ctx, booking, zone);
  await waitForTurn(ctx.tx, ctx.actor.id, doctor.id);
  const again = await visitById(ctx.tx, booking.id);
  if (again) return idOfSame(again, { ...time, delegateId: ctx.actor.id, doctorId: doctor.id });
  const visit = {
    ...time,
    id: booking.id,
    fundId: doctor.fund_id,
    delegateId: ctx.actor.id,
    doctorId: doctor.id,
    practiceKey: doctor.practice_key,
    zone,
    state: "booked",
    firmness: booking.firmness,
    reason: booking.reason,
  } as const;
  if ((await insertVisit(ctx.tx, visit)) === null)
    throw await overlap(ctx, { ...time, delegateId: ctx.actor.id, doctorId: doctor.id, exceptId: null });
  await moveStage(ctx, { id: doctor.id, fundId: doctor.fund_id }, "appointment", "booking");
  await record(ctx, "visit.booked", { visitId: booking.id, doctorId: doctor.id });
  return booking.id;
}

export interface Moving extends VisitTime {
  readonly version: number;
  readonly firmness: Exclude<Firmness, "suggestion">;
}

export async function moveVisit(ctx: Context, visitId: string, moving: Moving): Promise<void> {
  const visit = await visitToStep(ctx, visitId, "move");
  await doctorToVisit(ctx, visit.doctor_id);
  const time = instantsOf(ctx, moving, visit.zone);
  await waitForTurn(ctx.tx, visit.delegate_id, visit.doctor_id);
  const firmness = (await isInvited(ctx, visit.id)) ? "fixed" : moving.firmness;
  const change = { starts_at: time.startsAt, ends_at: time.endsAt, firmness };
  const changed = await changeVisit(
    ctx.tx,
    { id: visit.id, version: moving.version },
    change,
    visit.state === "booked",
  );
  await refuseUnlessDone(ctx, changed, {
    ...time,
    delegateId: visit.delegate_id,
    doctorId: visit.doctor_id,
    exceptId: visit.id,
  });
  await record(ctx, "visit.moved", { visitId: visit.id, doctorId: visit.doctor_id });
  if (!isSameTime(visit, time)) await tellDoctor(ctx, visit.id, "REQUEST");
}

export async function cancelVisit(
  ctx: Context,
  visitId: string,
  { by, version }: { by: "doctor" | "delegate"; version: number },
): Promise<void> {
  const visit = await visitToStep(ctx, visitId, "cancel");
  const changed = await changeVisit(ctx.tx, { id: visit.id, version }, { state: "cancelled", cancelled_by: by }, true);
  if (changed !== "done") throw stale();
  await record(ctx, "visit.cancelled", { visitId: visit.id, doctorId: visit.doctor_id });
  await tellDoctor(ctx, visit.id, "CANCEL");
}

/** Takes the time of a proposal for good; `taken` when somebody was faster. */
export async function bookProposal(ctx: Context, visit: VisitSheet): Promise<Changed> {
  const firmness = visit.firmness === "suggestion" ? "day" : visit.firmness;
  const changed = await changeVisit(ctx.tx, visit, { state: "booked", firmness }, true);
  if (changed !== "done") return changed;
  await moveStage(ctx, { id: visit.doctor_id, fundId: visit.fund_id }, "appointment", "booking");
  await record(ctx, "visit.booked", { visitId: visit.id, doctorId: visit.doctor_id });
  return changed;
}

/** The visit, when the reader sees it and its state allows the step. */
export async function visitToStep(ctx: Context, visitId: string, step: Step): Promise<VisitSheet> {
  const visit = await visitById(ctx.tx, visitId);
  if (!visit) throw notFound("Visite");
  if (!mayStep(visit.state, step))
    throw conflict(`Cette visite est déjà ${STATE_LABELS[visit.state]}. Rien n'a été modifié.`);
  return visit;
}

async function doctorToVisit(ctx: Context, doctorId: number): Promise<VisitDoctor> {
  const [doctor] = await visitDoctorsOf(ctx.tx, [doctorId]);
  if (!doctor) throw notFound("Médecin");
  if (doctor.refuses_visits) throw conflict("Ce médecin ne souhaite plus recevoir de visite. Rien n'a été noté.");
  if (doctor.gone_on !== null)
    throw conflict("L'annuaire ne nomme plus ce médecin. Vérifiez où il exerce avant de prévoir une visite.");
  return doctor;
}

function instantsOf(ctx: Context, { day, minutes, length }: VisitTime, zone: string) {
  if (!isWithin(length, LEAST_MINUTES, MOST_MINUTES))
    throw invalid({ length: [`Une visite dure entre ${LEAST_MINUTES} et ${MOST_MINUTES} minutes.`] });
  if (!isWithin(minutes, 0, 24 * 60 - 1)) throw invalid({ time: ["Écrivez l'heure ainsi : 14:30."] });
  const today = dayIn(zone, ctx.now);
  if (!isDay(day) || day < addDays(today, -DAYS_BACK) || day > addMonths(today, MONTHS_AHEAD))
    throw invalid({ day: [`Choisissez un jour dans les ${MONTHS_AHEAD} prochains mois.`] });
  const startsAt = instantAt(day, minutes, zone);
  const endsAt = new Date(startsAt.getTime() + length * 60_000);
  if (endsAt <= ctx.now) throw invalid({ day: ["Ce moment est passé. Choisissez une heure à venir."] });
  return { startsAt, endsAt };
}

function isSameTime(visit: VisitSheet, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): boolean {
  return visit.starts_at.getTime() === startsAt.getTime() && visit.ends_at.getTime() === endsAt.getTime();
}

const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

type Sought = { startsAt: Date; endsAt: Date; delegateId: string; doctorId: number; exceptId: string | null };

async function refuseUnlessDone(ctx: Context, changed: Changed, sought: Sought): Promise<void> {
  if (changed === "taken") throw await overlap(ctx, sought);
  if (changed === "stale") throw stale();
}

async function overlap(ctx: Context, sought: Sought) {
  const other = await bookedAcross(ctx.tx, sought);
  return conflict(overlapSentence(other, { actorId: ctx.actor.id, doctorId: sought.doctorId }));
}

const stale = () =>
  conflict("Cette visite vient d'être modifiée ailleurs. Rechargez la page : rien n'a été changé de votre côté.");

/** The same booking sent twice is one visit; the same id with other words in it is not the same booking. */
function idOfSame(again: VisitSheet, sent: { startsAt: Date; delegateId: string; doctorId: number }): string {
  const isSame =
    again.doctor_id === sent.doctorId &&
    again.delegate_id === sent.delegateId &&
    again.starts_at.getTime() === sent.startsAt.getTime();
  if (!isSame) throw conflict("Cette demande a déjà servi pour une visite. Rechargez la page.");
  return again.id;
}
