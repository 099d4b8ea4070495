import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { weekdaysOf } from "~/calendar/week";
import { dayIn, hhmm, instantAt, wallAt } from "~/calendar/zoned";
import { conflict, invalid, notFound } from "~/errors";
import { clockTime, longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { changeVisit, type VisitSheet, visitById } from "~db/queries/visits";
import { dropProposal, noteRemoval } from "~db/queries/weeks";
import { moveVisit } from "../booking.server";
import type { Gathered } from "../gathering.server";
import { isInvited } from "../invitations/inviting.server";
import { bestInsertions, type Insertion } from "../planner/questions";
import { FIRMNESS_LABELS, type Firmness } from "../visit";
import { planAsItStands } from "./as-it-stands";
import { askForWeek, quietWeekToChange } from "./asking.server";
import { gatherWeek } from "./gathering-week.server";
import { standingOf } from "./standing";

export interface StopAsk {
  readonly weekOn: Day;
  readonly visitId: string;
  readonly version: number;
}

/** What was done, in a sentence, and what takes it back. */
export interface Done {
  readonly done: string;
  readonly undo?: Readonly<Record<string, string>>;
}

/** Says how free the planner is with a stop; nothing moves before the week is computed again. */
export async function holdStop(ctx: Context, ask: StopAsk & { firmness: Firmness }): Promise<Done> {
  const { visit } = await stopToChange(ctx, ask);
  if (ask.firmness !== "fixed" && (await isInvited(ctx, visit.id)))
    throw conflict("Le médecin a reçu une invitation pour cette heure : elle reste fixée. Rien n'a été modifié.");
  const firmness = visit.state === "booked" && ask.firmness === "suggestion" ? "week" : ask.firmness;
  await refuseUnlessDone(await changeVisit(ctx.tx, { id: visit.id, version: ask.version }, { firmness }, false));
  return { done: `${nameOf(visit)} : ${FIRMNESS_LABELS[firmness]}.` };
}

/** Takes a proposal out of the week: the doctor is not proposed again that week unless put back. */
export async function removeStop(ctx: Context, ask: StopAsk): Promise<Done> {
  const { visit, planId } = await stopToChange(ctx, ask);
  if (visit.state !== "proposed")
    throw conflict("Ce rendez-vous est pris : annulez-le depuis la journée, pour que le cabinet soit prévenu.");
  if (!(await dropProposal(ctx.tx, { id: visit.id, version: ask.version }))) throw stale();
  await noteRemoval(ctx.tx, { fundId: visit.fund_id, planId, doctorId: visit.doctor_id, reason: null });
  const { day, minutes } = wallAt(visit.starts_at, visit.zone);
  return {
    done: `${nameOf(visit)} : plus de proposition cette semaine.`,
    undo: { doctorId: String(visit.doctor_id), day, minutes: String(minutes) },
  };
}

/** Sees the doctor another day: at once when that day has room, otherwise by computing the week around it. */
export async function moveStop(ctx: Context, ask: StopAsk & { day: Day }): Promise<Done> {
  const { visit, planId } = await stopToChange(ctx, ask);
  const { day } = ask;
  if (!weekdaysOf(ask.weekOn).includes(day) || day < dayIn(visit.zone, ctx.now))
    throw invalid({ day: ["Choisissez un jour à venir de cette semaine."] });
  if (visit.state === "booked" && visit.firmness === "fixed")
    throw conflict("L'heure de ce rendez-vous est fixée. Rendez-le souple, ou déplacez-le depuis la journée.");
  const room = await roomOn(ctx, ask, planId, visit);
  if (room) return place(ctx, ask, visit, room);
  if (visit.state === "booked")
    throw conflict(`Le ${longDay(day)} n'a plus de place pour ce rendez-vous. Rien n'a été modifié.`);
  const startsAt = instantAt(day, wallAt(visit.starts_at, visit.zone).minutes, visit.zone);
  const change = { starts_at: startsAt, ends_at: endOf(visit, startsAt), firmness: "day" } as const;
  await refuseUnlessDone(await changeVisit(ctx.tx, { id: visit.id, version: ask.version }, change, false));
  await askForWeek(ctx, ask.weekOn);
  return { done: `${nameOf(visit)} : visite gardée ${longDay(day)}, la semaine est recalculée autour.` };
}

interface Room {
  readonly insertion: Insertion;
  readonly gathered: Gathered;
}

/** Where that day can take the visit without losing another; booked visits do not make way. */
async function roomOn(
  ctx: Context,
  { weekOn, day }: { weekOn: Day; day: Day },
  planId: string,
  visit: VisitSheet,
): Promise<Room | null> {
  const gathered = await gatherWeek(ctx, { weekOn, planId }, { suggestions: "kept", most: 0 });
  if (!gathered) return null;
  const moving = `v:${visit.id}`;
  const standing = standingOf(gathered.days, gathered.stops, []).filter(({ id }) => id !== moving);
  const isBooked = (id: string) => gathered.stops.get(id)?.visit?.state !== "proposed";
  const booked = standing.filter(({ id }) => isBooked(id));
  const locks = [
    ...gathered.problem.locks.filter(({ candidate }) => candidate !== moving && !isBooked(candidate)),
    ...booked.map(({ id, day: on, startsAt }) => ({ candidate: id, day: on, start: { from: startsAt, to: startsAt } })),
  ];
  const problem = { ...gathered.problem, locks };
  const hole = { day: gathered.days.indexOf(day) };
  const [insertion] = bestInsertions(problem, planAsItStands(problem, standing), hole, 1);
  return insertion?.candidate === moving ? { insertion, gathered } : null;
}

async function place(
  ctx: Context,
  ask: StopAsk & { day: Day },
  visit: VisitSheet,
  { insertion, gathered }: Room,
): Promise<Done> {
  const minutes = Math.round(insertion.startsAt / 60);
  for (const { candidate, startsAt } of insertion.shifted) {
    const other = gathered.stops.get(candidate)!.visit!;
    const at = instantAt(ask.day, Math.round(startsAt / 60), other.zone);
    await refuseUnlessDone(await changeVisit(ctx.tx, other, { starts_at: at, ends_at: endOf(other, at) }, false));
  }
  if (visit.state === "booked") {
    const length = Math.round((visit.ends_at.getTime() - visit.starts_at.getTime()) / 60_000);
    await moveVisit(ctx, visit.id, { day: ask.day, minutes, length, version: ask.version, firmness: "day" });
  } else {
    const startsAt = instantAt(ask.day, minutes, visit.zone);
    const change = { starts_at: startsAt, ends_at: endOf(visit, startsAt), firmness: "day" } as const;
    await refuseUnlessDone(await changeVisit(ctx.tx, { id: visit.id, version: ask.version }, change, false));
  }
  return { done: `${nameOf(visit)} : visite déplacée au ${longDay(ask.day)} à ${clockTime(hhmm(minutes))}.` };
}

/** The stop, its week kept until the transaction ends; a colleague's is not there. */
async function stopToChange(ctx: Context, { weekOn, visitId }: StopAsk) {
  const plan = await quietWeekToChange(ctx, weekOn);
  const visit = await visitById(ctx.tx, visitId);
  if (!visit || visit.delegate_id !== ctx.actor.id) throw notFound("Visite");
  if (visit.state !== "proposed" && visit.state !== "booked") throw stale();
  if (visit.starts_at <= ctx.now) throw conflict("Cette visite est passée : elle ne peut plus être déplacée.");
  return { visit, planId: plan.id };
}

async function refuseUnlessDone(changed: "done" | "taken" | "stale"): Promise<void> {
  if (changed === "taken") throw conflict("Ce créneau vient d'être pris. Rien n'a été modifié.");
  if (changed === "stale") throw stale();
}

function endOf(visit: VisitSheet, startsAt: Date): Date {
  return new Date(startsAt.getTime() + visit.ends_at.getTime() - visit.starts_at.getTime());
}

function nameOf({ last_name, first_name }: VisitSheet): string {
  return politeName({ lastName: last_name, firstName: first_name });
}

const stale = () => conflict("Cette visite vient d'être modifiée ailleurs. La page est à jour : recommencez.");
