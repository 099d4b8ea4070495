import type { Day } from "~/calendar/day";
import { minutes } from "~/format/durations";
import { countOf, plural, signed } from "~/format/numbers";
import { NO_BREAK } from "~/format/typography";

interface Stop {
  readonly doctorId: number;
  readonly name: string;
  readonly day: Day;
  readonly minutes: number;
  readonly area: string | null;
}

interface Week {
  readonly stops: readonly Stop[];
  readonly drivingSeconds: number;
}

export interface Moment {
  readonly day: Day;
  readonly minutes: number;
}

export interface Difference {
  readonly kept: number;
  readonly moved: readonly {
    readonly doctorId: number;
    readonly name: string;
    readonly from: Moment;
    readonly to: Moment;
  }[];
  readonly added: readonly Named[];
  readonly dropped: readonly Named[];
  /** Doctors more or less, by area: "ZIP", "ZAC" and "other". */
  readonly areas: Readonly<Record<"ZIP" | "ZAC" | "other", number>>;
  readonly drivingMinutes: number;
}

interface Named {
  readonly doctorId: number;
  readonly name: string;
  readonly day: Day;
  readonly minutes: number;
}

/** Sooner or later by less than this is the same appointment for everybody concerned. */
const SAME_MINUTES = 15;

/** What a new proposal changes, by doctor, whatever the visit that stands for them. */
export function differenceOf(before: Week, after: Week): Difference {
  const old = new Map(before.stops.map((stop) => [stop.doctorId, stop]));
  const fresh = new Map(after.stops.map((stop) => [stop.doctorId, stop]));
  const both = after.stops.flatMap((to) => {
    const from = old.get(to.doctorId);
    return from ? [{ from, to }] : [];
  });
  const moved = both.filter(({ from, to }) => !isSame(from, to));
  return {
    kept: both.length - moved.length,
    moved: moved.map(({ from, to }) => ({
      doctorId: to.doctorId,
      name: to.name,
      from: { day: from.day, minutes: from.minutes },
      to: { day: to.day, minutes: to.minutes },
    })),
    added: after.stops.filter(({ doctorId }) => !old.has(doctorId)).map(named),
    dropped: before.stops.filter(({ doctorId }) => !fresh.has(doctorId)).map(named),
    areas: {
      ZIP: inArea(after, "ZIP") - inArea(before, "ZIP"),
      ZAC: inArea(after, "ZAC") - inArea(before, "ZAC"),
      other: elsewhere(after) - elsewhere(before),
    },
    drivingMinutes: Math.round((after.drivingSeconds - before.drivingSeconds) / 60),
  };
}

/** « +1 médecin en ZIP, −18 min de route », or that nothing did. */
export function differenceSentence({ areas, drivingMinutes, ...changed }: Difference): string {
  const counts = [
    { count: areas.ZIP, where: "en ZIP" },
    { count: areas.ZAC, where: "en ZAC" },
    { count: areas.other, where: "hors zone sous-dense" },
  ].filter(({ count }) => count !== 0);
  const parts = counts.map(({ count, where }, place) =>
    place === 0 ? `${signed(count)}${NO_BREAK}${plural(count, "médecin")} ${where}` : `${signed(count)} ${where}`,
  );
  if (drivingMinutes !== 0)
    parts.push(`${drivingMinutes > 0 ? "+" : "−"}${minutes(Math.abs(drivingMinutes))} de route`);
  if (parts.length > 0) return parts.join(", ");
  if (changed.added.length > 0)
    return `${countOf(changed.added.length, "médecin")} pour autant d'autres, à route égale`;
  return changed.moved.length > 0 ? "Les mêmes médecins, à d'autres heures" : "Rien n'a changé";
}

function isSame(from: Moment, to: Moment): boolean {
  return from.day === to.day && Math.abs(from.minutes - to.minutes) <= SAME_MINUTES;
}

function named({ doctorId, name, day, minutes }: Stop): Named {
  return { doctorId, name, day, minutes };
}

function inArea({ stops }: Week, area: string): number {
  return stops.filter((stop) => stop.area === area).length;
}

function elsewhere({ stops }: Week): number {
  return stops.filter(({ area }) => area !== "ZIP" && area !== "ZAC").length;
}
