import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { weekdaysOf } from "~/calendar/week";
import { dayIn, hhmm, instantAt, wallAt } from "~/calendar/zoned";
import { conflict } from "~/errors";
import { clockTime, longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { alreadyBooked, visitDoctorsOf } from "~db/queries/visit-doctors";
import { changeVisit, type VisitSheet, visitById, visitsBetween, waitForTurns } from "~db/queries/visits";
import { moveWeek } from "~db/queries/weeks";
import { bookProposal } from "../booking.server";
import type { Shift } from "./answer";
import { quietWeekToChange } from "./asking.server";
import { zoneOfFund } from "./gathering-week.server";
import { instantsOf } from "./span";

export interface Accepted {
  readonly booked: number;
  /** Those that were not, each with its reason: they stay proposed. */
  readonly missed: readonly string[];
}

/** Books every proposal of the week that is still to come; whoever was faster keeps their hour, and nothing is lost. */
export async function acceptWeek(ctx: Context, weekOn: string): Promise<Accepted> {
  const plan = await quietWeekToChange(ctx, weekOn);
  const zone = await zoneOfFund(ctx);
  const { from, to } = instantsOf(weekOn, zone);
  const days = weekdaysOf(weekOn);
  const visits = (await visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed"])).filter(
    ({ starts_at }) => starts_at > ctx.now && days.includes(dayIn(zone, starts_at)),
  );
  if (visits.length === 0) throw conflict("Cette semaine n'a plus de visite à accepter.");
  const doctors = visits.map(({ doctor_id }) => doctor_id);
  await waitForTurns(ctx.tx, ctx.actor.id, doctors);
  const late = await shiftBooked(ctx, plan.answer?.shifts ?? []);
  const { open, refused } = await stillWanted(ctx, visits);
  const taken: VisitSheet[] = [];
  for (const visit of open) if ((await bookProposal(ctx, visit)) !== "done") taken.push(visit);
  const booked = open.length - taken.length;
  await moveWeek(ctx.tx, plan.id, { state: "accepted", acceptedAt: ctx.now });
  await record(ctx, "week.accepted", { planId: plan.id, visits: booked });
  const missed = [...late, ...refused, ...taken.map((visit) => `${told(visit)} : ce créneau a été pris entre-temps.`)];
  return { booked, missed };
}

/** Flexible visits take the hour the proposal gave them, all at once: two may have changed places. */
async function shiftBooked(ctx: Context, shifts: readonly Shift[]): Promise<string[]> {
  const moving: { visit: VisitSheet; startsAt: Date; endsAt: Date }[] = [];
  for (const { visitId, day, minutes } of shifts) {
    const visit = await visitById(ctx.tx, visitId);
    if (visit?.state !== "booked" || visit.firmness === "fixed" || visit.starts_at <= ctx.now) continue;
    const startsAt = instantAt(day, minutes, visit.zone);
    const endsAt = new Date(startsAt.getTime() + visit.ends_at.getTime() - visit.starts_at.getTime());
    if (startsAt.getTime() !== visit.starts_at.getTime()) moving.push({ visit, startsAt, endsAt });
  }
  for (const { visit } of moving) await changeVisit(ctx.tx, visit, { state: "proposed" }, false);
  const missed: string[] = [];
  for (const { visit, startsAt, endsAt } of moving) {
    const aside = { id: visit.id, version: visit.version + 1 };
    const moved = await changeVisit(ctx.tx, aside, { state: "booked", starts_at: startsAt, ends_at: endsAt }, true);
    if (moved === "done") {
      await record(ctx, "visit.moved", { visitId: visit.id, doctorId: visit.doctor_id });
      continue;
    }
    const back = await changeVisit(ctx.tx, aside, { state: "booked" }, false);
    if (back !== "done")
      throw conflict("Des rendez-vous ont changé depuis le calcul. Recalculez : rien n'a été modifié.");
    missed.push(`${told(visit)} : le rendez-vous garde son heure, la nouvelle est prise.`);
  }
  return missed;
}

/** Since the proposal, somebody may have refused visits, left, or been booked by a colleague. */
async function stillWanted(ctx: Context, visits: readonly VisitSheet[]) {
  const ids = visits.map(({ doctor_id }) => doctor_id);
  const doctors = new Map((await visitDoctorsOf(ctx.tx, ids)).map((doctor) => [doctor.id, doctor]));
  const booked = await alreadyBooked(ctx.tx, ids, ctx.now);
  const open: VisitSheet[] = [];
  const refused: string[] = [];
  for (const visit of visits) {
    const doctor = doctors.get(visit.doctor_id);
    if (!doctor) refused.push(`${told(visit)} : ce médecin n'est plus dans votre secteur.`);
    else if (doctor.refuses_visits) refused.push(`${told(visit)} : ce médecin ne souhaite plus de visite.`);
    else if (doctor.gone_on !== null) refused.push(`${told(visit)} : l'annuaire ne nomme plus ce médecin.`);
    else if (booked.has(visit.doctor_id)) refused.push(`${told(visit)} : une visite est déjà prévue chez ce médecin.`);
    else open.push(visit);
  }
  return { open, refused };
}

function told(visit: VisitSheet): string {
  const { day, minutes } = wallAt(visit.starts_at, visit.zone);
  const name = politeName({ lastName: visit.last_name, firstName: visit.first_name });
  return `${name}, ${longDay(day)} à ${clockTime(hhmm(minutes))}`;
}
