import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import { dayIn, wallAt } from "~/calendar/zoned";
import { writingTo } from "~/doctors/opt-outs.server";
import { specialtyName } from "~/doctors/specialty-name";
import { notFound } from "~/errors";
import { comingVisits } from "~db/queries/doctor-visits";
import { fundSheet } from "~db/queries/funds";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import type { VisitSheet } from "~db/queries/visits";
import { bookVisit, moveVisit, visitToStep } from "../booking.server";
import { invite, isInvited } from "../invitations/inviting.server";
import { practiceLines } from "../practice";
import { noSlot } from "./day-words";
import { proposalText, threeSlots } from "./proposal";
import { readDays } from "./reading.server";
import { slotsFor } from "./slots";
import type { SlotAnswer } from "./slots.form";
import { weeksShown } from "./weeks";

interface Asked {
  readonly semaine: string;
  readonly duree: number | null;
  readonly visite: string | null;
}

/** The possible moments of four weeks for one doctor: what each would cost in road, and why the others are not. */
export async function openSlots(ctx: Context, doctorId: string | undefined, asked: Asked) {
  const doctor = await doctorOf(ctx, doctorId);
  const fund = (await fundSheet(ctx.tx, doctor.fund_id))!;
  const moving = asked.visite === null ? null : await visitOf(ctx, asked.visite, doctor);
  const delegateId = moving?.delegate_id ?? ctx.actor.id;
  const coming = await comingVisits(ctx.tx, doctor.id, ctx.now);
  const today = dayIn(fund.zone, ctx.now);
  const { days, ...weeks } = weeksShown(asked.semaine, today);
  const read = await readDays(ctx, { doctor, fund, delegateId, days, exceptId: moving?.id ?? null, coming });
  const length = asked.duree ?? (moving ? lengthOf(moving) : read.setting.visitMinutes);
  const found = slotsFor(read.days, { length, place: read.place, travel: read.travel });
  const proposed = threeSlots(found.filter(({ day }) => day > today)); // a message is not read within the hour
  const name = { lastName: doctor.last_name, firstName: doctor.first_name };
  return {
    ...{ today, ...weeks, length, proposed, bookingId: randomUUID() },
    doctor: {
      id: doctor.id,
      ...name,
      specialty: specialtyName(doctor),
      phone: doctor.phone,
      place: practiceLines(doctor),
    },
    refusal: refusalOf(doctor),
    days: found.map(({ why, ...day }, at) => ({ ...day, none: why && noSlot(why, read.facts[at]!) })),
    basis: basisOf(read, delegateId === ctx.actor.id),
    hoursAreAssumed: read.hoursAreAssumed,
    isApproximate: !doctor.is_placed,
    moving: moving && { ...shown(moving), isInvited: await isInvited(ctx, moving.id) },
    coming: coming
      .filter(({ id }) => id !== moving?.id)
      .map((visit) => ({ ...visit, isMine: visit.delegate_id === ctx.actor.id })),
    writing: await writingTo(ctx, doctor.id),
    text: proposalText(proposed, { doctor: name, host: ctx.actor.name, fund: fund.name, length }),
  };
}

/** Takes the time chosen, for a new visit or for the one that moves. Returns the visit. */
export async function takeSlot(ctx: Context, doctorId: string | undefined, answer: SlotAnswer): Promise<string> {
  const doctor = await doctorOf(ctx, doctorId);
  const { day, minutes, length, firmness } = answer;
  if (answer.intent === "move") {
    const visit = await visitOf(ctx, answer.visit, doctor);
    await moveVisit(ctx, visit.id, { day, minutes, length, firmness, version: answer.version });
    return visit.id;
  }
  const id = await bookVisit(ctx, { id: answer.id, doctorId: doctor.id, day, minutes, length, firmness, reason: "" });
  if (answer.invites) await invite(ctx, id);
  return id;
}

async function doctorOf(ctx: Context, doctorId: string | undefined): Promise<VisitDoctor> {
  const [doctor] = /^\d{1,15}$/.test(doctorId ?? "") ? await visitDoctorsOf(ctx.tx, [Number(doctorId)]) : [];
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

async function visitOf(ctx: Context, visitId: string, doctor: VisitDoctor): Promise<VisitSheet> {
  const visit = await visitToStep(ctx, visitId, "move");
  if (visit.doctor_id !== doctor.id) throw notFound("Visite");
  return visit;
}

/** What a detour is counted with, or why none is. */
function basisOf({ travel, place, setting }: Awaited<ReturnType<typeof readDays>>, isMine: boolean) {
  if (!isMine) return "colleague";
  if (setting.base === null) return "no-base";
  if (place === null) return "no-place";
  return travel!.source === "road" ? "road" : "estimate";
}

/** A doctor who must not be visited is shown, and nothing is offered. */
function refusalOf({ refuses_visits, gone_on }: VisitDoctor) {
  if (refuses_visits) return "refuses";
  return gone_on === null ? null : "gone";
}

function shown(visit: VisitSheet) {
  const { id, version, firmness, delegate, zone, starts_at } = visit;
  return { id, version, firmness, delegate, zone, starts_at, ...wallAt(starts_at, zone), length: lengthOf(visit) };
}

function lengthOf({ starts_at, ends_at }: VisitSheet): number {
  return Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000);
}
