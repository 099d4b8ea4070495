import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { writingTo } from "~/doctors/opt-outs.server";
import { specialtyName } from "~/doctors/specialty-name";
import { notFound } from "~/errors";
import { invitationsOf } from "~db/queries/invitations";
import { reportOfVisit } from "~db/queries/reports";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { type VisitSheet, visitById } from "~db/queries/visits";
import { cancelVisit } from "../booking.server";
import { invite, isInvited } from "../invitations/inviting.server";
import { invitationStanding } from "../invitations/standing";
import { practiceLines } from "../practice";
import { isId } from "../report/client-id";
import { notReportable } from "../report/not-reportable";
import { mayStep } from "../visit";
import type { VisitPageAsk } from "./visit-page.form";

/** One visit: when, where, with whom, what the doctor was told, and what may still be done. */
export async function openVisit(ctx: Context, visitId: string | undefined) {
  const visit = await visitOf(ctx, visitId);
  const [doctor] = await visitDoctorsOf(ctx.tx, [visit.doctor_id]);
  if (!doctor) throw notFound("Visite");
  const report = await reportOfVisit(ctx.tx, visit.id);
  const mayPlan = can(ctx.actor, "visit.plan");
  const isAhead = visit.state === "booked" && visit.ends_at > ctx.now;
  return {
    visit: {
      ...{ id: visit.id, version: visit.version, state: visit.state, firmness: visit.firmness, zone: visit.zone },
      ...{ starts_at: visit.starts_at, ends_at: visit.ends_at, reason: visit.reason, delegate: visit.delegate },
      cancelledBy: visit.cancelled_by,
      isMine: visit.delegate_id === ctx.actor.id,
    },
    doctor: doctorShown(doctor),
    result: report?.result ?? null,
    told: invitationStanding(await invitationsOf(ctx.tx, visit.id)),
    isInvited: await isInvited(ctx, visit.id),
    writing: await writingTo(ctx, visit.doctor_id),
    may: {
      move: mayPlan && mayStep(visit.state, "move") && !doctor.refuses_visits,
      cancel: mayPlan && mayStep(visit.state, "cancel"),
      invite: mayPlan && isAhead,
      simulate: mayPlan && (visit.state === "booked" || visit.state === "proposed"),
      report: mayPlan && !report && notReportable(visit, ctx.now) === null,
    },
  };
}

/** Cancels, or asks the doctor in; returns the word that the page will say. */
export async function answerVisit(ctx: Context, visitId: string | undefined, ask: VisitPageAsk): Promise<string> {
  const visit = await visitOf(ctx, visitId);
  if (ask.intent === "invite") {
    await invite(ctx, visit.id);
    return "invitee";
  }
  await cancelVisit(ctx, visit.id, ask);
  return "annulee";
}

async function visitOf(ctx: Context, visitId: string | undefined): Promise<VisitSheet> {
  const visit = isId(visitId) ? await visitById(ctx.tx, visitId) : undefined;
  if (!visit) throw notFound("Visite");
  return visit;
}

function doctorShown(doctor: VisitDoctor) {
  return {
    id: doctor.id,
    lastName: doctor.last_name,
    firstName: doctor.first_name,
    specialty: specialtyName(doctor),
    phone: doctor.phone,
    place: practiceLines(doctor),
    refusesVisits: doctor.refuses_visits,
  };
}
