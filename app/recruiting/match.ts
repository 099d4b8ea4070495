import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { metresBetween, type Point } from "~/geo/point";
import type { Hours, Profile } from "./candidate";
import { HOURS_LABELS, TRAINING_LABELS } from "./labels";

export interface Seeker {
  readonly point: Point | null;
  readonly mobilityKm: number;
  readonly hours: Hours;
  readonly profile: Profile;
  readonly availableOn: Day;
}

export interface Recruiter {
  readonly point: Point | null;
  /** As far as the file or the last visit tells; null is not known. */
  readonly hours: "half" | "full" | null;
}

export interface Match {
  /** As the crow flies, between the practice and the middle of the candidate's commune. */
  readonly km: number | null;
  /** Fit for a proposal: near enough, and neither wants other hours. */
  readonly isFit: boolean;
  readonly reasons: readonly string[];
}

export function matchOf(seeker: Seeker, recruiter: Recruiter, today: Day): Match {
  const km = kmBetween(seeker.point, recruiter.point);
  const isNear = km !== null && km <= seeker.mobilityKm;
  const agrees = hoursAgree(seeker.hours, recruiter.hours);
  return {
    km,
    isFit: isNear && agrees !== false,
    reasons: [
      distanceReason(km, seeker.mobilityKm),
      hoursReason(seeker.hours, recruiter.hours, agrees),
      TRAINING_LABELS[seeker.profile],
      seeker.availableOn <= today ? "disponible" : `disponible le ${dayMonthYear(seeker.availableOn)}`,
    ].map(french),
  };
}

/** Fit ones first, then the nearest: the same order whoever looks. */
export function ranked<Row extends { match: Match; id: string | number }>(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) =>
      Number(b.match.isFit) - Number(a.match.isFit) ||
      (a.match.km ?? Number.POSITIVE_INFINITY) - (b.match.km ?? Number.POSITIVE_INFINITY) ||
      String(a.id).localeCompare(String(b.id)),
  );
}

export function kmBetween(a: Point | null, b: Point | null): number | null {
  return a && b ? Math.round(metresBetween(a, b) / 1_000) : null;
}

function hoursAgree(wanted: Hours, offered: Recruiter["hours"]): boolean | null {
  if (offered === null) return null;
  return wanted === "either" || wanted === offered;
}

function distanceReason(km: number | null, mobilityKm: number): string {
  if (km === null) return "distance inconnue";
  const far = km <= mobilityKm ? "" : `, au-delà des ${number(mobilityKm)} km acceptés`;
  return km === 0 ? "même commune" : `${number(km)} km à vol d'oiseau${far}`;
}

function hoursReason(wanted: Hours, offered: Recruiter["hours"], agrees: boolean | null): string {
  if (offered === null) return `horaire du cabinet à préciser (cherche un ${HOURS_LABELS[wanted]})`;
  if (agrees) return `${HOURS_LABELS[offered]} des deux côtés`;
  return `le cabinet propose un ${HOURS_LABELS[offered]}, la personne cherche un ${HOURS_LABELS[wanted]}`;
}
