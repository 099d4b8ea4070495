import type { Context } from "~/access/context";
import { writingTo } from "~/doctors/opt-outs.server";
import { conflict, notFound } from "~/errors";
import { type Invitation, insertInvitation, invitationsOf, type Method } from "~db/queries/invitations";
import { changeVisit, type VisitSheet, visitById } from "~db/queries/visits";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";

/** Asks the doctor in, or again. From now on the visit keeps its hour, for a calendar has been told of it. */
export async function invite(ctx: Context, visitId: string): Promise<void> {
  const visit = await visitById(ctx.tx, visitId);
  if (!visit) throw notFound("Visite");
  if (visit.state !== "booked" || visit.ends_at <= ctx.now)
    throw conflict("On n'invite qu'à une visite à venir. Rien n'est parti.");
  const writing = await writingTo(ctx, visit.doctor_id);
  if (!writing.may) throw conflict(`${writing.why} Aucune invitation n'est partie et rien n'a été noté.`);
  const told = await invitationsOf(ctx.tx, visit.id);
  if (told.some(isOnItsWay)) throw conflict("Une invitation est déjà en route. Attendez qu'elle soit partie.");
  const isRepeated = told.some(({ sequence }) => sequence >= visit.sequence);
  if (isRepeated || visit.firmness !== "fixed") {
    const changed = await changeVisit(ctx.tx, visit, { firmness: "fixed" }, isRepeated);
    if (changed !== "done") throw conflict("Cette visite vient d'être modifiée ailleurs. Rien n'est parti.");
  }
  const sequence = visit.sequence + (isRepeated ? 1 : 0);
  await note(ctx, visit, { method: "REQUEST", sequence, recipient: writing.to });
}

/** A doctor who was asked in is told the new hour, or that nobody comes. Silent when nobody was asked. */
export async function tellDoctor(ctx: Context, visitId: string, method: Method): Promise<void> {
  const told = await invitationsOf(ctx.tx, visitId);
  const last = told.findLast(isStanding);
  const visit = last && (await visitById(ctx.tx, visitId));
  if (!visit) return;
  await note(ctx, visit, { method, sequence: visit.sequence, recipient: last.recipient });
}

/** Whether a doctor has been asked in, so that the hour is no longer the delegate's alone. */
export async function isInvited(ctx: Context, visitId: string): Promise<boolean> {
  return (await invitationsOf(ctx.tx, visitId)).some(isStanding);
}

function isStanding({ method, state, dropped_because }: Invitation): boolean {
  return method === "REQUEST" && (state !== "dropped" || dropped_because === "superseded");
}

function isOnItsWay({ state }: Invitation): boolean {
  return state === "waiting" || state === "sending";
}

async function note(
  ctx: Context,
  visit: VisitSheet,
  word: { method: Method; sequence: number; recipient: string },
): Promise<void> {
  const invitationId = await insertInvitation(ctx.tx, {
    ...word,
    fundId: visit.fund_id,
    visitId: visit.id,
    at: ctx.now,
  });
  if (invitationId !== null) await later(ctx, catalog.sendInvitation, { invitationId });
}
