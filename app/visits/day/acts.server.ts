import type { Context } from "~/access/context";
import { addDays, type Day } from "~/calendar/day";
import { dayIn, instantAt } from "~/calendar/zoned";
import { conflict, notFound } from "~/errors";
import { fundSheet } from "~db/queries/funds";
import { alreadyBooked, visitDoctorsOf } from "~db/queries/visit-doctors";
import { changeVisit, type VisitSheet, visitById, visitsBetween } from "~db/queries/visits";
import { bookProposal, bookVisit, cancelVisit, visitToStep } from "../booking.server";
import type { Done } from "./address";
import type { DayAsk } from "./day.form";
import { fillDay } from "./filling.server";
import { undoMissed } from "./missed.server";

/** Where to go after an act: the day, and what it must show. */
export interface Acted {
  readonly day: Day;
  readonly done: Done;
  /** The visit whose time is to be filled. */
  readonly hole?: string;
}

export async function workOnDay(ctx: Context, ask: DayAsk): Promise<Acted> {
  switch (ask.intent) {
    case "cancel":
      return cancel(ctx, ask);
    case "take":
      await bookVisit(ctx, { ...ask, firmness: "fixed" });
      return { day: ask.day, done: "prevue" };
    case "fill":
      await fillDay(ctx, ask.day);
      return { day: ask.day, done: "proposee" };
    case "accept":
      return accept(ctx, ask.visitId);
    case "accept-all":
      return acceptAll(ctx, ask.day);
    case "drop":
      return drop(ctx, ask.visitId);
    case "undo-missed":
      return { day: await undoMissed(ctx, ask.visitId), done: "remise" };
  }
}

async function cancel(ctx: Context, { visitId, version, by }: Extract<DayAsk, { intent: "cancel" }>): Promise<Acted> {
  await cancelVisit(ctx, visitId, { by, version });
  const visit = (await visitById(ctx.tx, visitId))!;
  return { day: dayIn(visit.zone, visit.starts_at), done: "annulee", hole: visitId };
}

async function accept(ctx: Context, visitId: string): Promise<Acted> {
  const visit = await visitToStep(ctx, visitId, "book");
  const refusal = await whyNot(ctx, visit);
  if (refusal !== null) throw conflict(refusal);
  if ((await bookProposal(ctx, visit)) !== "done")
    throw conflict("Ce moment vient d'être pris. La proposition reste là : choisissez une autre heure.");
  return { day: dayIn(visit.zone, visit.starts_at), done: "prevue" };
}

/** Those that can be are booked; the others stay proposed, in sight. */
async function acceptAll(ctx: Context, day: Day): Promise<Acted> {
  const zone = (await fundSheet(ctx.tx, ctx.actor.fundIds[0]!))!.zone;
  const [from, to] = [instantAt(day, 0, zone), instantAt(addDays(day, 1), 0, zone)];
  let booked = 0;
  let left = 0;
  for (const visit of await visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed"])) {
    const isOpen = (await whyNot(ctx, visit)) === null && (await bookProposal(ctx, visit)) === "done";
    if (isOpen) booked++;
    else left++;
  }
  if (booked === 0) throw conflict("Aucune de ces propositions ne peut plus être acceptée. Rien n'a été modifié.");
  return { day, done: left === 0 ? "prevues" : "en-partie" };
}

/** Since the proposal somebody may have refused visits, left, or been booked by a colleague. */
async function whyNot(ctx: Context, visit: VisitSheet): Promise<string | null> {
  const [doctor] = await visitDoctorsOf(ctx.tx, [visit.doctor_id]);
  if (!doctor) return "Ce médecin n'est plus dans votre secteur. Rien n'a été modifié.";
  if (doctor.refuses_visits) return "Ce médecin ne souhaite plus recevoir de visite. Rien n'a été modifié.";
  if (visit.starts_at <= ctx.now) return "L'heure de cette proposition est passée. Rien n'a été modifié.";
  const booked = await alreadyBooked(ctx.tx, [doctor.id], ctx.now);
  return booked.has(doctor.id) ? "Une visite est déjà prévue chez ce médecin. Rien n'a été modifié." : null;
}

/** A suggestion taken off the day: nobody was ever told of it. */
async function drop(ctx: Context, visitId: string): Promise<Acted> {
  const visit = await visitById(ctx.tx, visitId);
  if (!visit) throw notFound("Visite");
  if (visit.state !== "proposed") throw conflict("Cette visite n'est plus une proposition. Rien n'a été modifié.");
  await changeVisit(ctx.tx, visit, { state: "cancelled", cancelled_by: "plan" }, false);
  return { day: dayIn(visit.zone, visit.starts_at), done: "retiree" };
}
