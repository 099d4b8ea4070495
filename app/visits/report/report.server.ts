import type { Context } from "~/access/context";
import { conflict, notFound } from "~/errors";
import { insertNote, insertReport, lockVisit, type ReportSheet, reportOfVisit } from "~db/queries/reports";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { changeVisit, type VisitSheet, visitById } from "~db/queries/visits";
import { drawConsequences } from "./consequences.server";
import { judgeNote, judgeReport } from "./judge-report.server";
import { alreadyReported, notReportable } from "./not-reportable";
import type { NoteAsk, ReportAsk } from "./report.form";
import { wasMet } from "./result";

/** What came of a visit. The same report sent twice is one; two reports of one visit are one report and a sentence. */
export async function reportVisit(ctx: Context, visitId: string, ask: ReportAsk): Promise<void> {
  await lockVisit(ctx.tx, visitId);
  const visit = await visitById(ctx.tx, visitId);
  const [doctor] = visit ? await visitDoctorsOf(ctx.tx, [visit.doctor_id]) : [];
  if (!visit || !doctor) throw notFound("Visite");
  const standing = await reportOfVisit(ctx.tx, visitId);
  if (standing?.id === ask.id) return;
  if (standing) throw conflict(alreadyReported(standing, ctx.now));
  const refusal = notReportable(visit, ctx.now);
  if (refusal !== null) throw conflict(refusal);
  await keepReport(ctx, { visit, doctor, ask, heldAt: earlier(visit.starts_at, ctx.now) });
}

/** Adds to a report that is there: what a second phone had written is not lost. */
export async function addNote(ctx: Context, visitId: string, ask: NoteAsk): Promise<void> {
  const report = await reportOfVisit(ctx.tx, visitId);
  const [doctor] = report ? await visitDoctorsOf(ctx.tx, [report.doctor_id]) : [];
  if (!report || !doctor) throw notFound("Compte rendu");
  judgeNote(ask.note, ask.confirmed, doctor);
  await storeNote(ctx, report, ask);
}

export interface Kept {
  readonly visit: VisitSheet;
  readonly doctor: VisitDoctor;
  readonly ask: ReportAsk;
  readonly heldAt: Date;
}

/** Stores the report and all that follows from it, in the transaction of whoever calls. */
export async function keepReport(ctx: Context, { visit, doctor, ask, heldAt }: Kept): Promise<void> {
  const report = judgeReport(ctx, { ask, doctor, zone: visit.zone, heldAt });
  const isKept = await insertReport(ctx.tx, {
    ...report,
    fundId: visit.fund_id,
    visitId: visit.id,
    doctorId: doctor.id,
    delegateId: ctx.actor.id,
    recordedAt: ctx.now,
  });
  if (!isKept) throw conflict("Ce compte rendu a déjà servi pour une autre visite. Rechargez la page.");
  if (ask.note !== "") await storeNote(ctx, { id: ask.id, fund_id: visit.fund_id, doctor_id: doctor.id }, ask);
  const state = wasMet(ask.result) ? "done" : "missed";
  if (visit.state !== state) await changeVisit(ctx.tx, visit, { state }, false);
  await drawConsequences(ctx, { report, visit, doctor, refuses: ask.refuses });
}

type Noted = Pick<ReportSheet, "id" | "fund_id" | "doctor_id">;

function storeNote(ctx: Context, report: Noted, { id, note }: { id: string; note: string }): Promise<void> {
  return insertNote(ctx.tx, {
    id,
    fundId: report.fund_id,
    reportId: report.id,
    doctorId: report.doctor_id,
    accountId: ctx.actor.id,
    text: note,
    notedAt: ctx.now,
  });
}

function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()));
}
