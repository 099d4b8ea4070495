import type { Context } from "~/access/context";
import { addDays, type Day, parseDay } from "~/calendar/day";
import { dayIn, instantAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { conflict, invalid, notFound } from "~/errors";
import { french } from "~/format/typography";
import { settingOf } from "~db/queries/delegate-settings";
import { reportById } from "~db/queries/reports";
import { visitDoctorsOf } from "~db/queries/visit-doctors";
import { insertVisit, visitById } from "~db/queries/visits";
import { USUAL_SETTING } from "../setting";
import { DAYS_BACK } from "../visit";
import type { ReportAsk } from "./report.form";
import { keepReport } from "./report.server";

/** A doctor met by chance: the visit is written down with its report, both known by the id of the phone. */
export async function reportMeeting(ctx: Context, doctorId: number | null, ask: ReportAsk): Promise<string> {
  const [doctor] = doctorId === null ? [] : await visitDoctorsOf(ctx.tx, [doctorId]);
  if (!doctor) throw notFound("Médecin");
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  const endsAt = heldUntil(ctx, ask.heldOn, zone);
  const { visitMinutes } = (await settingOf(ctx.tx, ctx.actor.id)) ?? USUAL_SETTING;
  const heldAt = new Date(endsAt.getTime() - visitMinutes * 60_000);
  const isNew = await insertVisit(ctx.tx, {
    id: ask.id,
    fundId: doctor.fund_id,
    delegateId: ctx.actor.id,
    doctorId: doctor.id,
    practiceKey: doctor.practice_key,
    startsAt: heldAt,
    endsAt,
    zone,
    state: ask.result === "absent" ? "missed" : "done",
    firmness: "fixed",
    reason: "Rencontre sans rendez-vous",
  });
  const visit = await visitById(ctx.tx, ask.id);
  if (isNew === null) {
    if (visit?.doctor_id === doctor.id && (await reportById(ctx.tx, ask.id))) return ask.id;
    throw conflict("Ce compte rendu a déjà servi pour une autre visite. Rechargez la page.");
  }
  await keepReport(ctx, { visit: visit!, doctor, ask, heldAt });
  return ask.id;
}

/** Now, or noon of an earlier day: nobody is asked at what minute they met in a corridor. */
function heldUntil(ctx: Context, heldOn: string | null, zone: string): Date {
  const today = dayIn(zone, ctx.now);
  const day: Day | null = heldOn === null ? today : parseDay(heldOn);
  if (day === null || day > today || day < addDays(today, -DAYS_BACK))
    throw invalid({ heldOn: [french(`Indiquez le jour de la rencontre, dans les ${DAYS_BACK} derniers jours.`)] });
  return day === today ? ctx.now : instantAt(day, 12 * 60, zone);
}
