import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { segmentCriteria } from "~/segments/audience.server";
import { changeJourney, insertJourney } from "~db/queries/journeys";
import { letterToSend } from "../ingredients.server";
import { stopsOf } from "./journey";
import type { JourneyText } from "./journeys.form";
import { journeyToMove } from "./running.server";

export async function draftJourney(ctx: Context, name: string): Promise<string> {
  const fundId = ctx.actor.fundIds[0];
  if (fundId === undefined) throw notFound("Caisse");
  const id = await insertJourney(ctx.tx, { fundId, name, createdBy: ctx.actor.id });
  await record(ctx, "journey.drafted", { journeyId: id });
  return id;
}

/** Keeps a draft as it is, finished or not. Segment and letters must be ones the writer sees. */
export async function saveJourney(ctx: Context, id: string, text: JourneyText): Promise<void> {
  const journey = await journeyToMove(ctx, id, "edit");
  if (journey.version !== text.version)
    throw conflict("Quelqu'un vient de modifier ce parcours. Rien n'a été enregistré : rechargez la page.");
  const criteria = text.segment === null ? null : JSON.stringify(await segmentCriteria(ctx, text.segment));
  for (const letter of new Set(text.steps.map((step) => step.letter)))
    if (letter !== "") await letterToSend(ctx, letter);
  await changeJourney(ctx.tx, id, {
    name: text.name,
    segment_id: text.segment,
    criteria,
    category: text.category,
    sender_name: text.sender,
    reason: text.reason,
    holdout_percent: text.holdout,
    steps: JSON.stringify(text.steps),
    stops: stopsOf(text.stops),
  });
}
