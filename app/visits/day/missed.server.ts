import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import type { Day } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { conflict, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { insertFollowUp, openFollowUpsOf, removeFollowUp, settleFollowUps } from "~db/queries/follow-ups";
import { lockVisit, reportOfVisit } from "~db/queries/reports";
import { visitDoctorsOf } from "~db/queries/visit-doctors";
import { changeVisit, visitById } from "~db/queries/visits";
import { proposedDay } from "../report/next-step";
import { notReportable } from "../report/not-reportable";
import { mayStep, STATE_LABELS } from "../visit";

/** One tap at a closed door: the visit is missed, and promised again. Tapped twice, it is missed once. Returns its day. */
export async function markMissed(ctx: Context, visitId: string): Promise<Day> {
  const { visit, department } = await visitInHand(ctx, visitId);
  const day = dayIn(visit.zone, visit.starts_at);
  if (visit.state === "missed") return day;
  const refusal = notReportable(visit, ctx.now);
  if (refusal !== null) throw conflict(refusal);
  if (!mayStep(visit.state, "miss"))
    throw conflict(`Cette visite est déjà ${STATE_LABELS[visit.state]}. Rien n'a été modifié.`);
  await changeVisit(ctx.tx, visit, { state: "missed" }, false);
  await settleFollowUps(ctx.tx, visit.doctor_id, {
    outcome: "absent",
    by: ctx.actor.id,
    at: ctx.now,
    kinds: ["visit"],
  });
  await insertFollowUp(ctx.tx, {
    id: visit.id,
    fundId: visit.fund_id,
    doctorId: visit.doctor_id,
    delegateId: ctx.actor.id,
    reportId: null,
    kind: "visit",
    dueOn: proposedDay("absent", dayIn(visit.zone, ctx.now), department)!,
  });
  await record(ctx, "visit.reported", { visitId: visit.id, doctorId: visit.doctor_id, result: "absent" });
  return day;
}

/** The door opened after all, or the thumb slipped: the visit is to be held again, as long as nothing was reported. */
export async function undoMissed(ctx: Context, visitId: string): Promise<Day> {
  const { visit } = await visitInHand(ctx, visitId);
  if (visit.state !== "missed" || (await reportOfVisit(ctx.tx, visitId)))
    throw conflict("Cette visite n'est plus notée absente. Rien n'a été modifié.");
  if ((await changeVisit(ctx.tx, visit, { state: "booked" }, false)) !== "done")
    throw conflict("Une autre visite occupe maintenant ce moment. Rien n'a été modifié.");
  await removeFollowUp(ctx.tx, visit.id);
  return dayIn(visit.zone, visit.starts_at);
}

/** What the page says after a closed door; null once something else has happened. */
export async function noteOfAbsence(ctx: Context, visitId: string) {
  const visit = await visitById(ctx.tx, visitId);
  if (visit?.state !== "missed") return null;
  const promise = (await openFollowUpsOf(ctx.tx, visit.doctor_id)).find(({ id }) => id === visitId);
  return {
    visitId,
    doctorId: visit.doctor_id,
    name: politeName({ lastName: visit.last_name, firstName: visit.first_name }),
    againOn: promise?.due_on ?? null,
    mayUndo: (await reportOfVisit(ctx.tx, visitId)) === undefined,
  };
}

async function visitInHand(ctx: Context, visitId: string) {
  await lockVisit(ctx.tx, visitId);
  const visit = await visitById(ctx.tx, visitId);
  const [doctor] = visit ? await visitDoctorsOf(ctx.tx, [visit.doctor_id]) : [];
  if (!visit || !doctor) throw notFound("Visite");
  return { visit, department: doctor.department ?? doctor.fund_department };
}
