import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayIn } from "~/calendar/zoned";
import { noteOptOut } from "~/doctors/opt-outs.server";
import { loseDoctor, moveStage } from "~/funnel/funnel.server";
import { insertLetter } from "~db/queries/follow-up-letters";
import { insertFollowUp, settleFollowUps } from "~db/queries/follow-ups";
import { fundSheet } from "~db/queries/funds";
import type { VisitDoctor } from "~db/queries/visit-doctors";
import type { VisitSheet } from "~db/queries/visits";
import { promiseOf } from "../follow-ups/follow-up";
import { letterDraft } from "../follow-ups/letter-draft";
import { noteContact } from "./contact.server";
import type { Judged } from "./judge-report.server";
import { type Discussed, wasMet } from "./result";

interface Held {
  readonly report: Judged;
  readonly visit: VisitSheet;
  readonly doctor: VisitDoctor;
  readonly refuses: readonly ("visit" | "email")[];
}

/** Funnel, last contact, promises, letter and oppositions: all that one report changes besides itself. */
export async function drawConsequences(ctx: Context, held: Held): Promise<void> {
  const { report, visit, doctor } = held;
  await moveAlong(ctx, held);
  if (wasMet(report.result)) await noteContact(ctx, doctor.id, dayIn(visit.zone, report.heldAt));
  await promiseAnew(ctx, held);
  await draftLetter(ctx, held);
  await noteRefusals(ctx, held);
  await record(ctx, "visit.reported", { visitId: visit.id, doctorId: doctor.id, result: report.result });
}

/** A visit that took place counts whatever came of it; a refusal comes after. */
async function moveAlong(ctx: Context, { report, doctor }: Held): Promise<void> {
  const subject = { id: doctor.id, fundId: doctor.fund_id };
  if (!wasMet(report.result)) return;
  await moveStage(ctx, subject, "visited", "report");
  if (report.result === "interested") await moveStage(ctx, subject, "intends", "report");
  if (report.result === "refused") await loseDoctor(ctx, subject, "report", report.objections[0] ?? "REFUSED");
}

/** What was open is settled by the visit; at a closed door only the visit itself is, and promised again. */
async function promiseAnew(ctx: Context, { report, visit, doctor }: Held): Promise<void> {
  const settled = { outcome: report.result, by: ctx.actor.id, at: ctx.now };
  await settleFollowUps(ctx.tx, doctor.id, wasMet(report.result) ? settled : { ...settled, kinds: ["visit"] });
  const kind = promiseOf(report.nextStep, report.result === "objection");
  if (kind === null || report.nextOn === null) return;
  await insertFollowUp(ctx.tx, {
    fundId: visit.fund_id,
    doctorId: doctor.id,
    delegateId: ctx.actor.id,
    reportId: report.id,
    kind,
    dueOn: report.nextOn,
  });
}

async function draftLetter(ctx: Context, { report, visit, doctor }: Held): Promise<void> {
  const fund = await fundSheet(ctx.tx, visit.fund_id);
  const draft = letterDraft({
    ...report,
    option: report.option as Discussed | null,
    heldOn: dayIn(visit.zone, report.heldAt),
    delegate: ctx.actor.name,
    fund: fund?.name ?? "",
  });
  if (draft === null) return;
  const { fund_id: fundId } = visit;
  await insertLetter(ctx.tx, { fundId, doctorId: doctor.id, delegateId: ctx.actor.id, reportId: report.id, ...draft });
}

async function noteRefusals(ctx: Context, { report, doctor, refuses }: Held): Promise<void> {
  if (report.result !== "refused") return;
  for (const channel of refuses)
    await noteOptOut(ctx, doctor.id, { channel, source: `dit à ${ctx.actor.name} en visite` });
}
