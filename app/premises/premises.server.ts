import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { conflict, invalid, notFound } from "~/errors";
import { french } from "~/format/typography";
import { doctorById } from "~db/queries/doctors";
import {
  insertRequest,
  insertStep,
  moveRequest,
  type RequestRow,
  requestById,
  requestsOf,
  type StepRow,
  stepsOf,
  undoStep,
} from "~db/queries/premises";
import { freeTextRefusal } from "./free-text";
import type { AskOf, PremisesAsk } from "./premises.form";
import { isOpen, stepProblems } from "./request";

/** What this doctor asked for, with every step of each request. */
export async function doctorPremises(ctx: Context, doctorId: string | undefined) {
  const doctor = await doctorSeen(ctx, doctorId);
  const requests = await requestsOf(ctx.tx, doctor.id);
  const steps = await stepsOf(
    ctx.tx,
    requests.map(({ id }) => id),
  );
  return {
    doctorId: doctor.id,
    today: dayOf(ctx.now),
    mayManage: can(ctx.actor, "premises.manage"),
    requests: requests.map((request) => ({
      ...request,
      steps: steps.filter(({ request_id, undone_at }) => request_id === request.id && undone_at === null),
    })),
  };
}

/** What the tab's forms ask for; says what was done. */
export async function workOnPremises(ctx: Context, doctorId: string | undefined, ask: PremisesAsk): Promise<string> {
  const doctor = await doctorSeen(ctx, doctorId);
  switch (ask.intent) {
    case "ask":
      return noteRequest(ctx, doctor, ask);
    case "step":
      return takeStep(ctx, await requestSeen(ctx, doctor.id, ask.id), ask);
    case "undo":
      return takeBack(ctx, await requestSeen(ctx, doctor.id, ask.id), ask.version);
  }
}

async function noteRequest(ctx: Context, doctor: { id: number; fund_id: number }, ask: AskOf<"ask">): Promise<string> {
  const step = { ...ask, to: "studied" as const, directedTo: null, answer: null };
  const today = dayOf(ctx.now);
  refuseProblems({ ...stepProblems("received", step, ask.on, today), ...textProblem("need", ask.need, ask.confirmed) });
  const isNew = await insertRequest(ctx.tx, {
    id: ask.id,
    fund_id: doctor.fund_id,
    doctor_id: doctor.id,
    kind: ask.kind,
    need: ask.need,
    received_on: ask.on,
    next_step: ask.nextStep || null,
    next_on: ask.nextOn,
    by: ctx.actor.id,
  });
  if (isNew) await record(ctx, "premises.asked", { requestId: ask.id, doctorId: doctor.id });
  return "La demande est enregistrée.";
}

async function takeStep(ctx: Context, request: RequestRow, ask: AskOf<"step">): Promise<string> {
  const since = (await lastStep(ctx, request))?.happened_on ?? request.received_on;
  refuseProblems({
    ...stepProblems(request.state, ask, since, dayOf(ctx.now)),
    ...textProblem("note", ask.note, ask.confirmed),
  });
  const standing = {
    state: ask.to,
    directed_to: ask.to === "directed" ? ask.directedTo : request.directed_to,
    answer: ask.to === "answered" ? ask.answer : ask.to === "directed" ? null : request.answer,
    next_step: ask.nextStep || null,
    next_on: ask.nextOn,
  };
  if (!(await moveRequest(ctx.tx, ask, standing))) throw movedOn();
  const { to, on, note } = ask;
  await insertStep(ctx.tx, { request, to, on, note, by: ctx.actor.id, at: ctx.now });
  await record(ctx, "premises.moved", { requestId: request.id, doctorId: request.doctor_id, to });
  return isOpen(to) ? "L'étape est notée." : "La demande est terminée.";
}

/** The step stays in the books, struck out; the request stands where it stood before. */
async function takeBack(ctx: Context, request: RequestRow, version: number): Promise<string> {
  const last = await lastStep(ctx, request);
  if (!last) throw conflict("Aucune étape n'est à reprendre : la demande est telle qu'elle a été reçue.");
  if (!(await moveRequest(ctx.tx, { id: request.id, version }, last.before))) throw movedOn();
  if (!(await undoStep(ctx.tx, last.id, ctx.actor.id, ctx.now))) throw movedOn();
  await record(ctx, "premises.undone", { requestId: request.id, doctorId: request.doctor_id });
  return "L'étape est annulée.";
}

async function lastStep(ctx: Context, { id }: RequestRow): Promise<StepRow | undefined> {
  return (await stepsOf(ctx.tx, [id])).findLast(({ undone_at }) => undone_at === null);
}

async function doctorSeen(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await doctorById(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

async function requestSeen(ctx: Context, doctorId: number, id: string): Promise<RequestRow> {
  const request = await requestById(ctx.tx, id);
  if (!request || request.doctor_id !== doctorId) throw notFound("Demande");
  return request;
}

function textProblem(field: string, text: string, isConfirmed: boolean): Record<string, string[]> {
  const refusal = freeTextRefusal(text, isConfirmed);
  return refusal === null ? {} : { [field]: [refusal] };
}

function refuseProblems(problems: Record<string, string[]>): void {
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

function movedOn() {
  return conflict(french("Cette demande vient de changer ailleurs. Rechargez la page : rien n'a été modifié."));
}
