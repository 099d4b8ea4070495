import type { Context } from "~/access/context";
import { addDays, type Day, weekday } from "~/calendar/day";
import { dayIn, instantAt, wallAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { specialtyName } from "~/doctors/specialty-name";
import { notFound } from "~/errors";
import { listName, properCase } from "~/format/names";
import { settingOf } from "~db/queries/delegate-settings";
import { fundSheet } from "~db/queries/funds";
import { nextVisits } from "~db/queries/map";
import { doctorsWorthAVisit, type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { type VisitSheet, visitsBetween } from "~db/queries/visits";
import { type Filtered, passes, removedBy } from "./filters";
import { type Level, levelOf } from "./level";
import type { MapAsk } from "./map.form";
import { type Landmark, type Near, nearest } from "./nearness";
import { type Period, periodAsked } from "./period";
import { mapReason } from "./reason";
import type { Placed } from "./spots";
import { stopLabel, type Tour, type TourVisit, toursOf } from "./tour";
import { townsAround } from "./towns.server";

/** Degrees around what is drawn within which towns are named, and as many names as a map can bear. */
const TOWN_MARGIN = 0.25;
const MOST_TOWNS = 150;

/** More would neither be read nor seen: the best ranked are shown, and the page says so. */
export const MOST_DOCTORS = 1_000;

export interface MapDoctor extends Omit<Placed, "latitude" | "longitude">, Filtered {
  readonly name: string;
  readonly specialty: string;
  readonly reason: string;
  readonly level: Level;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly near: Near | null;
}

/** The tours of some days, and the doctors worth a visit around them. */
export async function openMap(ctx: Context, ask: MapAsk) {
  const fund = await fundSheet(ctx.tx, ctx.actor.fundIds[0] ?? 0);
  if (!fund) throw notFound("Caisse");
  const today = dayIn(fund.zone, ctx.now);
  const period = periodAsked(ask, today);
  const base = (await settingOf(ctx.tx, ctx.actor.id))?.base ?? null;
  const visits = await visitsOf(ctx, period, fund.zone);
  const found = await doctorsWorthAVisit(ctx.tx, fund.id, MOST_DOCTORS);
  const known = new Map(found.map((doctor) => [doctor.id, doctor]));
  const tours = toursOf(await tourVisits(ctx, visits, known), base);
  const onTour = new Set(visits.map(({ doctor_id }) => doctor_id));
  const landmarks = landmarksOf(tours, base, period);
  const next = await nextVisits(ctx.tx, [...known.keys()], ctx.now);
  const others = found
    .filter(({ id }) => !onTour.has(id))
    .map((doctor) => shown(doctor, period, landmarks, nextDay(next.get(doctor.id))));
  const doctors = others.filter((doctor) => passes(doctor, ask.filters, today));
  return {
    today,
    period,
    filters: ask.filters,
    order: ask.order,
    base,
    tours,
    doctors: ask.order === "distance" ? byDistance(doctors) : doctors,
    total: others.length,
    isCut: found.length === MOST_DOCTORS,
    removed: doctors.length === 0 ? removedBy(others, ask.filters, today) : [],
    towns: await townsAround(
      ctx,
      [...doctors, ...tours.flatMap(({ stops }) => stops.map(({ point }) => point))],
      TOWN_MARGIN,
      MOST_TOWNS,
    ),
    fund: fund.name,
    plans: ctx.actor.role === "delegate",
  };
}

function visitsOf(ctx: Context, { days }: Period, zone: string): Promise<VisitSheet[]> {
  const from = instantAt(days[0]!, 0, zone);
  const to = instantAt(addDays(days.at(-1)!, 1), 0, zone);
  return visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed", "booked", "done"]);
}

/** The doctors of the tours, read beside those of the ranking: a signed doctor may be on a tour too. */
async function tourVisits(
  ctx: Context,
  visits: readonly VisitSheet[],
  known: ReadonlyMap<number, VisitDoctor>,
): Promise<TourVisit[]> {
  const missing = visits.map(({ doctor_id }) => doctor_id).filter((id) => !known.has(id));
  const more = missing.length === 0 ? [] : await visitDoctorsOf(ctx.tx, [...new Set(missing)]);
  const doctors = new Map([...known, ...more.map((doctor) => [doctor.id, doctor] as const)]);
  return visits.map((visit) => {
    const doctor = doctors.get(visit.doctor_id);
    const { latitude = null, longitude = null } = doctor ?? {};
    return {
      id: visit.id,
      doctorId: visit.doctor_id,
      name: listName({ lastName: visit.last_name, firstName: visit.first_name }),
      ...wallAt(visit.starts_at, visit.zone),
      state: visit.state,
      practiceKey: visit.practice_key,
      town: townOf(doctor?.town),
      area: doctor?.area ?? null,
      isPlaced: doctor?.is_placed ?? false,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
    };
  });
}

/** What doctors are near to: the doors of the tours, or, when there is none, where the delegate starts from. */
function landmarksOf(tours: readonly Tour[], base: { latitude: number; longitude: number } | null, period: Period) {
  const doors: Landmark[] = tours.flatMap(({ day, stops }) =>
    stops.flatMap(({ rank, point, isPlaced }) =>
      point ? [{ ...point, isPlaced, words: `l'arrêt ${stopLabel(rank, weekday(day), period.kind === "jour")}` }] : [],
    ),
  );
  if (doors.length > 0 || base === null) return doors;
  return [{ latitude: base.latitude, longitude: base.longitude, isPlaced: true, words: "votre point de départ" }];
}

function shown(
  doctor: VisitDoctor,
  { days }: Period,
  landmarks: readonly Landmark[],
  nextVisitOn: Day | null,
): MapDoctor {
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  const [first, last] = [days[0]!, days.at(-1)!];
  const lastMetOn = doctor.last_met_at === null ? null : dayIn(zone, doctor.last_met_at);
  const facts = {
    priority: doctor.priority,
    lastMetOn,
    lastResult: doctor.last_result,
    promisedOn: doctor.promised_on,
  };
  const isOut = doctor.refuses_visits || nextVisitOn !== null;
  const { latitude, longitude, is_placed: isPlaced } = doctor;
  return {
    id: doctor.id,
    name: listName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    specialty: specialtyName(doctor),
    reason: mapReason({ ...facts, nextVisitOn, refusesVisits: doctor.refuses_visits, verdict: doctor.verdict }, first),
    level: levelOf({ ...facts, isOut }, first, last),
    practiceKey: doctor.practice_key,
    isPlaced,
    town: townOf(doctor.town),
    area: doctor.area,
    verdict: doctor.verdict,
    lastMetOn,
    nextVisitOn,
    latitude,
    longitude,
    near: latitude === null || longitude === null ? null : nearest({ latitude, longitude, isPlaced }, landmarks),
  };
}

/** Some registries write their towns in capitals. */
function townOf(town: string | null | undefined): string | null {
  return town ? properCase(town) : null;
}

function nextDay(visit: { starts_at: Date; zone: string } | undefined): Day | null {
  return visit ? wallAt(visit.starts_at, visit.zone).day : null;
}

/** Those whom nobody can place come last; at one distance, the ranking decides. */
function byDistance(doctors: readonly MapDoctor[]): MapDoctor[] {
  return [...doctors].sort((a, b) => (a.near?.metres ?? Number.MAX_VALUE) - (b.near?.metres ?? Number.MAX_VALUE));
}
