import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { dayIn } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { notFound } from "~/errors";
import { longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { letterOfReport } from "~db/queries/follow-up-letters";
import { openFollowUpsOf } from "~db/queries/follow-ups";
import { notesOf, type ReportSheet, reportOfVisit } from "~db/queries/reports";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { visitById, visitsBetween } from "~db/queries/visits";
import { practiceLines } from "../practice";
import { isId } from "./client-id";
import { clockAt, momentAt } from "./moment";
import { notReportable } from "./not-reportable";

/** How far ahead the next stop is looked for. */
const NEXT_DAYS = 14;

/** The page of a visit's report: to be written, or as it was stored. */
export async function openReport(ctx: Context, visitId: string | undefined) {
  const visit = isId(visitId) ? await visitById(ctx.tx, visitId) : undefined;
  const [doctor] = visit ? await visitDoctorsOf(ctx.tx, [visit.doctor_id]) : [];
  if (!visit || !doctor) throw notFound("Visite");
  const report = await reportOfVisit(ctx.tx, visit.id);
  return {
    ...pageOf(ctx, doctor),
    about: { intent: "report" as const, visitId: visit.id },
    when: momentAt(visit.starts_at, visit.zone),
    heldOn: dayIn(visit.zone, visit.starts_at),
    refusal: report ? null : notReportable(visit, ctx.now),
    report: report ? await storedReport(ctx, report) : null,
    next: report ? await nextStopAfter(ctx) : null,
  };
}

/** The same page for somebody met without a visit. */
export async function openMeeting(ctx: Context, doctorId: number | null) {
  const [doctor] = doctorId === null ? [] : await visitDoctorsOf(ctx.tx, [doctorId]);
  if (!doctor) throw notFound("Médecin");
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  return {
    ...pageOf(ctx, doctor),
    about: { intent: "meeting" as const, doctorId: doctor.id },
    heldOn: dayIn(zone, ctx.now),
  };
}

function pageOf(ctx: Context, doctor: VisitDoctor) {
  return {
    me: ctx.actor.id,
    mayReport: can(ctx.actor, "visit.plan"),
    doctor: {
      id: doctor.id,
      name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
      where: practiceLines(doctor).join(", "),
      phone: doctor.phone,
      refusesVisits: doctor.refuses_visits,
    },
    department: doctor.department ?? doctor.fund_department,
    /** For a browser without scripts; the phone makes its own. */
    spareId: randomUUID(),
  };
}

async function storedReport(ctx: Context, report: ReportSheet) {
  const notes = await notesOf(ctx.tx, report.id);
  const letter = await letterOfReport(ctx.tx, report.id);
  const promises = await openFollowUpsOf(ctx.tx, report.doctor_id);
  return {
    id: report.id,
    isMine: report.delegate_id === ctx.actor.id,
    delegate: report.delegate,
    result: report.result,
    objections: report.objections,
    option: report.option,
    nextStep: report.next_step,
    nextOn: report.next_on,
    isPromised: promises.some(({ report_id }) => report_id === report.id),
    received: momentAt(report.recorded_at, report.zone),
    notes: notes.map(({ id, text, author, noted_at }) => ({ id, text, author, at: momentAt(noted_at, report.zone) })),
    letter: letter ? { id: letter.id, subject: letter.subject, state: letter.state } : null,
  };
}

async function nextStopAfter(ctx: Context) {
  const soon = new Date(ctx.now.getTime() + NEXT_DAYS * 86_400_000);
  const [visit] = await visitsBetween(ctx.tx, ctx.actor.id, ctx.now, soon, ["booked"]);
  if (!visit) return null;
  const today = dayIn(visit.zone, ctx.now);
  const day = dayIn(visit.zone, visit.starts_at);
  return {
    name: politeName({ lastName: visit.last_name, firstName: visit.first_name }),
    day,
    when: `${day === today ? "" : `${longDay(day)}, `}${clockAt(visit.starts_at, visit.zone)}`,
    isToday: day === today,
  };
}
