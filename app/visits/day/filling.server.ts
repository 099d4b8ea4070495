import type { Context } from "~/access/context";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { dayIn, instantAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { conflict } from "~/errors";
import { insertVisit, visitsBetween, waitForTurn } from "~db/queries/visits";
import { gather } from "../gathering.server";
import { plan } from "../planner/plan";
import type { GatheredStop } from "../seeable";
import { reasonOf } from "../week/reason";
import { MOST_CONSIDERED } from "./replacements.server";

/** As many visits as make a day without filling it to the brim. */
const VISITS = 5;
/** Choosing five of four hundred takes the planner a fifth of a second; the same day gives the same five. */
const ITERATIONS = 2_000;

/** Five doctors within reach on a day that has none, as suggestions that nobody has to accept. */
export async function fillDay(ctx: Context, day: Day): Promise<void> {
  await waitForTurn(ctx.tx, ctx.actor.id, 0);
  const gathered = await gather(ctx, { days: [day], most: MOST_CONSIDERED, suggestions: "forgotten" });
  if (!gathered) throw conflict("Indiquez d'abord votre point de départ, dans les réglages : la route en dépend.");
  if (day < dayIn(gathered.zone, ctx.now)) throw conflict("Ce jour est passé.");
  const [from, to] = [instantAt(day, 0, gathered.zone), instantAt(addDays(day, 1), 0, gathered.zone)];
  if ((await visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed", "booked"])).length > 0)
    throw conflict("Cette journée a déjà des visites : acceptez-les ou retirez-les d'abord.");
  const [today] = gathered.problem.days;
  if (!today?.works) throw conflict("Vous ne travaillez pas ce jour-là, ou la journée est déjà finie.");
  const problem = { ...gathered.problem, days: [{ ...today, maxVisits: Math.min(today.maxVisits, VISITS) }] };
  const answer = plan(problem, { seed: 1, budget: { iterations: ITERATIONS }, explains: false });
  const stops = answer.days[0]?.stops ?? [];
  for (const { candidate, startsAt } of stops) {
    const stop = candidate === null ? undefined : gathered.stops.get(candidate);
    if (stop) await suggest(ctx, stop, day, Math.round(startsAt / 60));
  }
  if (stops.every(({ candidate }) => candidate === null))
    throw conflict("Aucun médecin à voir n'est à portée ce jour-là. Essayez un autre jour.");
}

async function suggest(ctx: Context, { doctor, minutes: length }: GatheredStop, day: Day, at: number): Promise<void> {
  const zone = zoneOf(doctor.department ?? doctor.fund_department);
  const startsAt = instantAt(day, at, zone);
  await insertVisit(ctx.tx, {
    fundId: doctor.fund_id,
    delegateId: ctx.actor.id,
    doctorId: doctor.id,
    practiceKey: doctor.practice_key,
    startsAt,
    endsAt: new Date(startsAt.getTime() + length * 60_000),
    zone,
    state: "proposed",
    firmness: "suggestion",
    reason: reasonOf(
      {
        verdict: doctor.verdict,
        nearMiss: null,
        lastMetOn: doctor.last_met_at === null ? null : dayOf(doctor.last_met_at),
        lastResult: doctor.last_result,
        promisedOn: doctor.promised_on,
      },
      day,
    ),
  });
}
