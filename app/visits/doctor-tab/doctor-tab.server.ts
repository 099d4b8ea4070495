import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { dayIn } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { liftOptOut, noteOptOut } from "~/doctors/opt-outs.server";
import { notFound } from "~/errors";
import { comingVisits, notesOfDoctor, pastVisits } from "~db/queries/doctor-visits";
import { optOutsInForce } from "~db/queries/opt-outs";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { acceptLearned, hoursOfPractice, noteClosure, noteHours, removeClosure } from "../hours/hours.server";
import type { DoctorTabAsk } from "./doctor-tab.form";

const PAST = 50;

/** All that is known of visits to one doctor: what comes, what came of the others, when they receive, what they refuse. */
export async function doctorVisits(ctx: Context, doctorId: string | undefined) {
  const doctor = await doctorOf(ctx, doctorId);
  const zone = zoneShown(doctor);
  const coming = await comingVisits(ctx.tx, doctor.id, ctx.now);
  const past = await pastVisits(ctx.tx, doctor.id, ctx.now, PAST);
  const notes = await notesOfDoctor(ctx.tx, doctor.id);
  return {
    doctorId: doctor.id,
    today: dayIn(zone, ctx.now),
    mayPlan: can(ctx.actor, "visit.plan"),
    mayVisit: !doctor.refuses_visits && doctor.gone_on === null,
    coming: coming.map((visit) => ({ ...visit, isMine: visit.delegate_id === ctx.actor.id })),
    past: past.map((visit) => ({ ...visit, notes: notes.filter(({ report_id }) => report_id === visit.report_id) })),
    hours: await hoursOfPractice(ctx, doctor.id, zone),
    optOuts: await optOutsInForce(ctx.tx, doctor.id),
  };
}

/** Does what one of the tab's forms asks, and says it in a sentence. */
export async function answerTab(ctx: Context, doctorId: string | undefined, ask: DoctorTabAsk): Promise<string> {
  const doctor = await doctorOf(ctx, doctorId);
  const zone = zoneShown(doctor);
  switch (ask.intent) {
    case "hours": {
      const { day1, day2, day3, day4, day5, day6, day7, seen } = ask;
      await noteHours(ctx, doctor.id, { days: [day1, day2, day3, day4, day5, day6, day7], seen });
      return "Horaires notés.";
    }
    case "learned":
      await acceptLearned(ctx, doctor.id, zone, ask.seen);
      return "Horaires notés d'après les comptes rendus.";
    case "closure":
      await noteClosure(ctx, doctor.id, ask, zone);
      return "Fermeture notée.";
    case "open":
      await removeClosure(ctx, doctor.id, ask.closure);
      return "Fermeture retirée.";
    case "opt-out":
      await noteOptOut(ctx, doctor.id, ask);
      return "Opposition notée.";
    case "lift":
      await liftOptOut(ctx, doctor.id, ask.optOut);
      return "Opposition levée.";
  }
}

async function doctorOf(ctx: Context, doctorId: string | undefined): Promise<VisitDoctor> {
  const [doctor] = /^\d{1,15}$/.test(doctorId ?? "") ? await visitDoctorsOf(ctx.tx, [Number(doctorId)]) : [];
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

function zoneShown(doctor: VisitDoctor): string {
  return zoneOf(doctor.department ?? doctor.fund_department);
}
