import type { Context } from "~/access/context";
import { addDays, type Day, weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { dayIn, hhmm, instantAt } from "~/calendar/zoned";
import { specialtyName } from "~/doctors/specialty-name";
import { clockTime } from "~/format/dates";
import { politeName } from "~/format/names";
import { settingOf } from "~db/queries/delegate-settings";
import { closuresOf, hoursOf } from "~db/queries/doctor-hours";
import { fundSheet } from "~db/queries/funds";
import { resultsOf } from "~db/queries/reports";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { type VisitSheet, visitsBetween } from "~db/queries/visits";
import { type Closure, openingsOn, type WeekHours } from "../hours";
import { practiceLines } from "../practice";
import { clockAt } from "../report/moment";
import { notReportable } from "../report/not-reportable";
import { RESULT_LABELS } from "../report/result";
import { type Setting, type Span, USUAL_SETTING } from "../setting";
import type { DaySearch } from "./day.form";
import { type DayRoads, roadsOfDay } from "./day-ahead.server";
import { noteOfAbsence } from "./missed.server";
import { replacementsFor } from "./replacements.server";
import { type DayStop, type DayVisit, doorsOf, latenessOf, progressOf } from "./stops";

/** One day, stop by stop, with all that a hand on a phone needs at the door. */
export async function openDay(ctx: Context, search: DaySearch) {
  const fund = (await fundSheet(ctx.tx, ctx.actor.fundIds[0]!))!;
  const today = dayIn(fund.zone, ctx.now);
  const day = search.jour ?? today;
  const setting = (await settingOf(ctx.tx, ctx.actor.id)) ?? USUAL_SETTING;
  const [from, to] = [instantAt(day, 0, fund.zone), instantAt(addDays(day, 1), 0, fund.zone)];
  const all = await visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed", "booked", "done", "missed"]);
  const visits = all.filter(({ starts_at }) => dayIn(fund.zone, starts_at) === day);
  const roads = visits.length === 0 ? null : await roadsOfDay(ctx, day);
  const stops = await stopsOf(ctx, { day, visits, roads, department: fund.department });
  return {
    me: ctx.actor.id,
    day,
    today,
    now: ctx.now.getTime(),
    previous: nextWorked(day, -1, setting),
    next: nextWorked(day, 1, setting),
    hasBase: setting.base !== null,
    holiday: holidayIn(fund.department, day),
    isOver: day < today,
    driving: roads?.tour ? Math.round(roads.tour.drivingSeconds / 60) : null,
    travel: roads?.gathered.problem.travel.source ?? null,
    lateness: latenessOf(stops, ctx.now.getTime()),
    progress: progressOf(stops),
    stops,
    replacing: search.remplacer ? await replacementsFor(ctx, search.remplacer) : null,
    absent: search.absent ? await noteOfAbsence(ctx, search.absent) : null,
  };
}

interface Gathering {
  readonly day: Day;
  readonly visits: readonly VisitSheet[];
  readonly roads: DayRoads | null;
  readonly department: string;
}

async function stopsOf(ctx: Context, { day, visits, roads, department }: Gathering): Promise<DayStop[]> {
  const ids = [...new Set(visits.map(({ doctor_id }) => doctor_id))];
  const doctors = new Map((await visitDoctorsOf(ctx.tx, ids)).map((doctor) => [doctor.id, doctor]));
  const hours = await hoursOf(ctx.tx, ids);
  const closures = await closuresOf(ctx.tx, ids, day, day);
  const results = await resultsOf(
    ctx.tx,
    visits.map(({ id }) => id),
  );
  const shown = visits.flatMap((visit): DayVisit[] => {
    const doctor = doctors.get(visit.doctor_id);
    if (!doctor) return []; // gone to a sector that is no longer seen
    const openings = { day, hours: hours.get(doctor.id) ?? null, closures: closures.get(doctor.id) ?? [], department };
    const result = results.get(visit.id);
    return [{ ...visitView(ctx, visit, doctor, openings), result: result ? RESULT_LABELS[result] : null }];
  });
  return doorsOf(shown).map((door) => doorView(door, doctors.get(door[0]!.doctorId)!, roads));
}

interface Openings {
  readonly day: Day;
  readonly hours: WeekHours | null;
  readonly closures: readonly Closure[];
  readonly department: string;
}

function visitView(ctx: Context, visit: VisitSheet, doctor: VisitDoctor, openings: Openings): Omit<DayVisit, "result"> {
  const isHoliday = holidayIn(doctor.department ?? openings.department, openings.day) !== null;
  const { spans, isAssumed } = openingsOn(openings.day, openings.hours, openings.closures, isHoliday);
  return {
    id: visit.id,
    version: visit.version,
    doctorId: doctor.id,
    practiceKey: visit.practice_key,
    name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    specialty: specialtyName(doctor),
    from: clockAt(visit.starts_at, visit.zone),
    to: clockAt(visit.ends_at, visit.zone),
    startsAt: visit.starts_at.getTime(),
    endsAt: visit.ends_at.getTime(),
    state: visit.state,
    firmness: visit.firmness,
    area: doctor.area,
    reason: visit.reason,
    phone: doctor.phone,
    hours: spans.map(spanText).join(", ") || "fermé ce jour",
    hoursAreAssumed: isAssumed,
    isReportable: notReportable(visit, ctx.now) === null,
  };
}

function doorView(door: readonly DayVisit[], doctor: VisitDoctor, roads: DayRoads | null): DayStop {
  const at = roads?.standing.findIndex(({ id }) => id === `v:${door[0]!.id}`) ?? -1;
  const leg = at < 0 ? null : (roads?.tour?.legs[at] ?? null);
  const lunch = roads?.tour?.lunch;
  const clock = (seconds: number) => clockTime(hhmm(Math.round(seconds / 60)));
  return {
    key: door[0]!.id,
    lines: practiceLines(doctor),
    latitude: doctor.latitude,
    longitude: doctor.longitude,
    isApproximate: !doctor.is_placed,
    leg: leg && { minutes: Math.round(leg.seconds / 60), missing: Math.round(leg.missing / 60) },
    lunchBefore: lunch && at >= 0 && lunch.after === at ? `${clock(lunch.startsAt)} à ${clock(lunch.endsAt)}` : null,
    visits: door,
  };
}

function spanText([from, to]: Span): string {
  return `${clockTime(hhmm(from))} – ${clockTime(hhmm(to))}`;
}

/** The day before or after on which this delegate works. */
function nextWorked(day: Day, step: 1 | -1, { hours }: Setting): Day {
  for (let count = 1; count <= 7; count++) {
    const other = addDays(day, step * count);
    if (hours[weekday(other) - 1] != null) return other;
  }
  return addDays(day, step);
}
