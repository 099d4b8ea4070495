import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { weekdaysOf } from "~/calendar/week";
import { dayIn, instantAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { conflict, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { settingOf } from "~db/queries/delegate-settings";
import { alreadyBooked, type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { changeVisit, insertVisit } from "~db/queries/visits";
import { liftRemoval, noteRemoval } from "~db/queries/weeks";
import type { Gathered } from "../gathering.server";
import { costOfForcing } from "../planner/questions";
import { USUAL_SETTING } from "../setting";
import { planAsItStands } from "./as-it-stands";
import { askForWeek, quietWeekToChange } from "./asking.server";
import type { Done } from "./changing.server";
import { gatherWeek } from "./gathering-week.server";
import type { RemovalReason } from "./removal";
import { standingOf } from "./standing";

interface DoctorAsk {
  readonly weekOn: Day;
  readonly doctorId: number;
}

/** Sees this doctor this week whatever it costs: she is kept in the week, and the week is computed around her. */
export async function includeDoctor(ctx: Context, { weekOn, doctorId }: DoctorAsk): Promise<Done> {
  const plan = await quietWeekToChange(ctx, weekOn);
  const doctor = await doctorToSee(ctx, doctorId);
  await liftRemoval(ctx.tx, plan.id, doctorId);
  const week = { weekOn, planId: plan.id };
  const gathered = await gatherWeek(ctx, week, { suggestions: "kept", most: 0, also: [doctorId] });
  if (!gathered) throw conflict("Indiquez d'abord votre point de départ dans vos réglages.");
  const known = [...gathered.stops.values()].find(({ visit }) => visit?.doctor_id === doctorId)?.visit;
  if (known)
    await changeVisit(ctx.tx, known, { firmness: known.firmness === "suggestion" ? "week" : known.firmness }, false);
  else await propose(ctx, plan.id, doctor, { ...whereFor(ctx, gathered, doctorId, weekOn), firmness: "week" });
  await askForWeek(ctx, weekOn);
  return { done: `${nameOf(doctor)} : visite gardée dans la semaine, qui est recalculée autour.` };
}

/** Takes back the removal of a doctor; with her hour, she stands again where she was. */
export async function putBack(
  ctx: Context,
  { weekOn, doctorId, at }: DoctorAsk & { at: { day: Day; minutes: number } | null },
): Promise<Done> {
  const plan = await quietWeekToChange(ctx, weekOn);
  const doctor = await doctorToSee(ctx, doctorId);
  if (!(await liftRemoval(ctx.tx, plan.id, doctorId))) throw conflict("Ce médecin peut déjà être proposé.");
  const isOfWeek = at !== null && weekdaysOf(weekOn).includes(at.day);
  if (isOfWeek) await propose(ctx, plan.id, doctor, { ...at, firmness: "suggestion" });
  return {
    done: `${nameOf(doctor)} : ${isOfWeek ? "visite remise dans la semaine" : "de nouveau possible au prochain calcul"}.`,
  };
}

/** Why she was taken out, said afterwards. */
export async function explainRemoval(
  ctx: Context,
  { weekOn, doctorId, reason }: DoctorAsk & { reason: RemovalReason | null },
): Promise<Done> {
  const plan = await quietWeekToChange(ctx, weekOn);
  const doctor = await doctorSeen(ctx, doctorId);
  await noteRemoval(ctx.tx, { fundId: doctor.fund_id, planId: plan.id, doctorId, reason });
  return { done: "C'est noté." };
}

async function doctorSeen(ctx: Context, doctorId: number): Promise<VisitDoctor> {
  const [doctor] = await visitDoctorsOf(ctx.tx, [doctorId]);
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

async function doctorToSee(ctx: Context, doctorId: number): Promise<VisitDoctor> {
  const doctor = await doctorSeen(ctx, doctorId);
  if (doctor.refuses_visits) throw conflict("Ce médecin ne souhaite plus recevoir de visite. Rien n'a été modifié.");
  if (doctor.gone_on !== null) throw conflict("L'annuaire ne nomme plus ce médecin. Vérifiez d'abord où il exerce.");
  if ((await alreadyBooked(ctx.tx, [doctorId], ctx.now)).has(doctorId))
    throw conflict("Une visite est déjà prévue chez ce médecin. Rien n'a été modifié.");
  return doctor;
}

/** The cheapest hour as the week stands; otherwise the next day's morning, until the week is computed. */
function whereFor(ctx: Context, { problem, stops, days, zone }: Gathered, doctorId: number, weekOn: Day) {
  const plan = planAsItStands(problem, standingOf(days, stops, []));
  const forcing = costOfForcing(problem, plan, `d:${doctorId}`);
  if (forcing) return { day: days[forcing.day]!, minutes: Math.round(forcing.startsAt / 60) };
  const today = dayIn(zone, ctx.now);
  const day = weekdaysOf(weekOn).find((each) => each > today) ?? days.at(-1)!;
  return { day, minutes: 9 * 60 };
}

async function propose(
  ctx: Context,
  planId: string,
  doctor: VisitDoctor,
  at: { day: Day; minutes: number; firmness: "week" | "suggestion" },
): Promise<void> {
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  const startsAt = instantAt(at.day, at.minutes, zone);
  const { visitMinutes } = (await settingOf(ctx.tx, ctx.actor.id)) ?? USUAL_SETTING;
  await insertVisit(ctx.tx, {
    fundId: doctor.fund_id,
    delegateId: ctx.actor.id,
    doctorId: doctor.id,
    practiceKey: doctor.practice_key,
    planId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + visitMinutes * 60_000),
    zone,
    state: "proposed",
    firmness: at.firmness,
    reason: at.firmness === "week" ? "Ajouté par vous" : "Remis par vous",
  });
}

function nameOf({ last_name, first_name }: VisitDoctor): string {
  return politeName({ lastName: last_name, firstName: first_name });
}
