import type { Context } from "~/access/context";
import { addDays, type Day } from "~/calendar/day";
import { dayIn, instantAt, wallAt } from "~/calendar/zoned";
import { politeName } from "~/format/names";
import {
  type AbsenceRow,
  absencesOfOthers,
  absencesSince,
  type CoverRow,
  coversSince,
  type VisitToArrange,
  visitsToArrange,
} from "~db/queries/absences";
import { MONTHS_AHEAD } from "../visit";
import { fallsIn } from "./absence";
import { possibleCovers } from "./covers.server";
import { timeSpan } from "./visit-time";

/** How far back an absence is still shown: a school year and its summer. */
const DAYS_SHOWN = 400;

/** Absences with the visits that fall inside, who covers them, and whom the person covers. */
export async function openAbsences(ctx: Context, fund: { id: number; zone: string }) {
  const { tx, actor, now } = ctx;
  const today = dayIn(fund.zone, now);
  const absences = await absencesSince(tx, actor.id, addDays(today, -DAYS_SHOWN));
  const covers = await coversSince(tx, actor.id, today);
  const own = covers.filter(({ absentId }) => absentId === actor.id);
  const until = instantAt(today, (MONTHS_AHEAD + 1) * 31 * 1440, fund.zone);
  const visits = await visitsToArrange(tx, actor.id, now, until);
  const away = await absencesOfOthers(tx, fund.id, actor.id, today);
  const coming = absences.filter(({ toOn }) => toOn >= today);
  return {
    coming: coming.map((absence) => arranged(absence, own, visits, actor.id)),
    past: absences.filter(({ toOn }) => toOn < today).reverse(),
    /** Covers of days that no absence names. */
    otherCovers: own.filter((cover) => !coming.some((absence) => meets(absence, cover))),
    covering: covers.filter(({ byId }) => byId === actor.id),
    colleagues: (await possibleCovers(ctx)).map((colleague) => ({
      ...colleague,
      away: away.filter(({ accountId }) => accountId === colleague.id).map(({ fromOn, toOn }) => ({ fromOn, toOn })),
    })),
  };
}

function arranged(absence: AbsenceRow, covers: readonly CoverRow[], visits: readonly VisitToArrange[], me: string) {
  const inside = visits.filter((visit) => {
    const { day, minutes: from } = wallAt(visit.starts_at, visit.zone);
    const minutes = (visit.ends_at.getTime() - visit.starts_at.getTime()) / 60_000;
    return fallsIn(absence, { day, from, to: from + minutes });
  });
  return {
    ...absence,
    covers: covers.filter((cover) => meets(absence, cover)),
    visits: inside.map((visit) => shown(visit, me)),
  };
}

function shown(visit: VisitToArrange, me: string) {
  const name = { lastName: visit.last_name ?? "", firstName: visit.first_name ?? "" };
  return {
    id: visit.id,
    day: wallAt(visit.starts_at, visit.zone).day,
    time: timeSpan(visit),
    doctor: visit.last_name === null ? "Un médecin d'un autre secteur" : politeName(name),
    town: visit.town,
    holderId: visit.delegate_id,
    /** Null: still the absent's own. */
    heldBy: visit.delegate_id === me ? null : (visit.holder ?? "une ou un collègue"),
  };
}

function meets(absence: { fromOn: Day; toOn: Day }, cover: { fromOn: Day; toOn: Day }): boolean {
  return absence.fromOn <= cover.toOn && cover.fromOn <= absence.toOn;
}
