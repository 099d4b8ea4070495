import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, invalid, notFound } from "~/errors";
import { membersOf } from "~/segments/audience.server";
import { withdrawErrands } from "~/visits/follow-ups/asking.server";
import { audienceSize } from "~db/queries/audience";
import { approvalAbove } from "~db/queries/campaign-pages";
import { changeJourney, type JourneySheet, journeyById, journeyToChange } from "~db/queries/journeys";
import { stopEverybody } from "~db/queries/journeys-moving";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { admitMembers } from "./entering.server";
import { flawsOf } from "./flaws";
import { JOURNEY_LABELS, type JourneyMove, mayMove } from "./journey";
import { closeLetters, openLetters, pauseLetters, resumeLetters } from "./letters.server";

/** The journey, locked, when the reader sees it and its state allows the move. */
export async function journeyToMove(ctx: Context, id: string, move: JourneyMove): Promise<JourneySheet> {
  const journey = await journeyToChange(ctx.tx, id);
  if (!journey) throw notFound("Parcours");
  if (!mayMove(journey.state, move))
    throw conflict(`Ce parcours est ${JOURNEY_LABELS[journey.state]} : ce n'est plus possible. Rien n'a été modifié.`);
  return journey;
}

export async function seenJourney(ctx: Context, id: string | undefined): Promise<JourneySheet> {
  const journey = id && /^[0-9a-f-]{36}$/.test(id) ? await journeyById(ctx.tx, id) : undefined;
  if (!journey) throw notFound("Parcours");
  return journey;
}

/** How many would enter today, and whether a second person must agree; null: no audience was chosen. */
export async function audienceToday(ctx: Context, journey: JourneySheet) {
  if (journey.criteria === null) return null;
  const doctors = await audienceSize(ctx.tx, journey.fund_id, membersOf(ctx, journey.criteria));
  return { doctors, needsSecond: doctors > (await approvalAbove(ctx.tx, journey.fund_id)) };
}

export async function submitJourney(ctx: Context, id: string): Promise<void> {
  const journey = await journeyToMove(ctx, id, "submit");
  refuseFlaws(journey);
  await changeJourney(ctx.tx, id, { state: "submitted", submitted_by: ctx.actor.id, submitted_at: ctx.now });
  await record(ctx, "journey.submitted", { journeyId: id });
}

/** Back to its author, who may change it again. */
export async function sendBackJourney(ctx: Context, id: string): Promise<void> {
  await journeyToMove(ctx, id, "send-back");
  await changeJourney(ctx.tx, id, { state: "draft", submitted_by: null, submitted_at: null });
}

/** Steps and letters are frozen, the criteria stay as they were saved, and the audience of today comes in. Above the fund's number, by a second person. */
export async function startJourney(ctx: Context, id: string): Promise<void> {
  const journey = await journeyToMove(ctx, id, "start");
  refuseFlaws(journey);
  const audience = await audienceToday(ctx, journey);
  if (audience === null) throw invalid({ segment: ["Choisissez un public."] });
  const isOwn = (journey.submitted_by ?? journey.created_by) === ctx.actor.id;
  if (audience.needsSecond && (journey.state === "draft" || isOwn))
    throw conflict(
      "Ce nombre de médecins demande l'accord d'une seconde personne : soumettez le parcours, une autre le validera.",
    );
  await openLetters(ctx, journey);
  await changeJourney(ctx.tx, id, {
    state: "running",
    approved_by: ctx.actor.id,
    started_at: ctx.now,
  });
  const doctors = await admitMembers(ctx, id);
  await record(ctx, "journey.started", { journeyId: id, doctors });
  await later(ctx, catalog.moveJourneys, {});
}

/** No step begins and no letter leaves; whoever is in stays where they are. */
export async function pauseJourney(ctx: Context, id: string): Promise<void> {
  await journeyToMove(ctx, id, "pause");
  await changeJourney(ctx.tx, id, { state: "paused" });
  await pauseLetters(ctx, id);
  await record(ctx, "journey.paused", { journeyId: id });
}

export async function resumeJourney(ctx: Context, id: string): Promise<void> {
  await journeyToMove(ctx, id, "resume");
  await changeJourney(ctx.tx, id, { state: "running" });
  await resumeLetters(ctx, id);
  await record(ctx, "journey.resumed", { journeyId: id });
  await later(ctx, catalog.moveJourneys, {});
}

/** For good: letters that have not left stay here, and delegates are no longer asked for what they have not done. */
export async function endJourney(ctx: Context, id: string): Promise<void> {
  await journeyToMove(ctx, id, "end");
  await changeJourney(ctx.tx, id, { state: "ended", ended_at: ctx.now });
  await closeLetters(ctx, id);
  const { followUps, stopped } = await stopEverybody(ctx.tx, id, ctx.now);
  await withdrawErrands(ctx, followUps);
  await record(ctx, "journey.ended", { journeyId: id, stopped });
}

function refuseFlaws(journey: JourneySheet): void {
  const [flaw] = flawsOf(journey);
  if (flaw !== undefined) throw conflict(flaw);
}
