import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { findDoctors } from "~/doctors/browse.server";
import { listName, politeName, properCase } from "~/format/names";
import type { VisitDoctor } from "~db/queries/visit-doctors";
import type { Gathered } from "../gathering.server";
import type { GatheredStop } from "../seeable";
import { planAsItStands } from "./as-it-stands";
import { gatherWeek, type WeekToGather } from "./gathering-week.server";
import { mayInclude, whyNot, whyNotSentence } from "./left-out";
import { standingOf } from "./standing";

const MOST_SHOWN = 10;

export interface LeftOutAsk {
  readonly doctorId: number | null;
  readonly name: string;
}

export interface LeftOutDoctor {
  readonly doctorId: number;
  readonly name: string;
  readonly where: string;
  readonly area: string | null;
  readonly sentence: string;
  /** Null: seeing this doctor is out of the question, or costs nothing that can be told. */
  readonly cost: { readonly minutes: number; readonly dropped: readonly string[]; readonly valueChange: number } | null;
  readonly mayInclude: boolean;
}

/** « Pourquoi pas elle ? »: the doctors asked for, otherwise the most valuable of those the week leaves out. */
export async function leftOutOf(ctx: Context, week: WeekToGather, ask: LeftOutAsk): Promise<LeftOutDoctor[]> {
  const named = ask.name === "" ? [] : (await findDoctors(ctx, ask.name, MOST_SHOWN)).map(({ id }) => id);
  const asked = ask.doctorId === null ? named : [ask.doctorId, ...named];
  const gathered = await gatherWeek(ctx, week, { suggestions: "kept", also: asked });
  if (!gathered) return [];
  const isAsked = ask.doctorId !== null || ask.name !== "";
  const outside = [...gathered.stops].filter(([, { visit }]) => visit === null);
  const chosen = isAsked
    ? outside.filter(([, { doctor }]) => asked.includes(doctor.id))
    : mostValuable(outside.filter(([, { out }]) => out === null));
  return chosen.map(([id, stop]) => leftOutDoctor(gathered, id, stop));
}

function mostValuable(stops: readonly [string, GatheredStop][]): [string, GatheredStop][] {
  return [...stops].sort(([, a], [, b]) => b.value - a.value || a.doctor.id - b.doctor.id).slice(0, MOST_SHOWN);
}

function leftOutDoctor(gathered: Gathered, id: string, { doctor, out }: GatheredStop): LeftOutDoctor {
  const { problem, stops, days } = gathered;
  const standing = whyNot(problem, planAsItStands(problem, standingOf(days, stops, [])), id, out);
  const nameOf = (candidate: string) => polite(stops.get(candidate)!.doctor);
  const { forcing } = standing;
  return {
    doctorId: doctor.id,
    name: listName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    where: properCase(doctor.town ?? ""),
    area: doctor.area,
    sentence: whyNotSentence(standing, days as readonly Day[], nameOf),
    cost: forcing && {
      minutes: Math.round(forcing.extraSeconds / 60),
      dropped: forcing.dropped.map(nameOf),
      valueChange: forcing.scoreChange,
    },
    mayInclude: mayInclude(standing.why),
  };
}

function polite({ last_name, first_name }: VisitDoctor): string {
  return politeName({ lastName: last_name, firstName: first_name });
}
