import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { Refused } from "~/errors";
import { saveJourney } from "./drafting.server";
import type { JourneyAsk } from "./journeys.form";
import {
  endJourney,
  pauseJourney,
  resumeJourney,
  seenJourney,
  sendBackJourney,
  startJourney,
  submitJourney,
} from "./running.server";

/** What the page says after each act. */
const DONE: Record<JourneyAsk["intent"], string> = {
  save: "Le parcours est enregistré.",
  submit: "Le parcours attend l'accord d'une seconde personne.",
  "send-back": "Le parcours est revenu à son auteur.",
  start: "Le parcours est lancé : étapes et lettres sont figées, les premiers médecins entrent.",
  pause: "Le parcours est suspendu : aucune étape ne commence, aucune lettre ne part.",
  resume: "Le parcours reprend où chacun en était.",
  end: "Le parcours est terminé : plus rien ne partira, plus rien n'est demandé aux délégués.",
};

/** Preparing and stopping belong to officers; letting it go also to managers. */
export async function actOnJourney(ctx: Context, id: string | undefined, ask: JourneyAsk): Promise<{ done: string }> {
  const journey = await seenJourney(ctx, id);
  const needs = ask.intent === "start" || ask.intent === "send-back" ? "campaign.approve" : "campaign.manage";
  if (!can(ctx.actor, needs)) throw new Refused("forbidden", "Votre rôle ne permet pas cette action.");
  await act(ctx, journey.id, ask);
  return { done: DONE[ask.intent] };
}

function act(ctx: Context, id: string, ask: JourneyAsk): Promise<void> {
  switch (ask.intent) {
    case "save":
      return saveJourney(ctx, id, ask);
    case "submit":
      return submitJourney(ctx, id);
    case "send-back":
      return sendBackJourney(ctx, id);
    case "start":
      return startJourney(ctx, id);
    case "pause":
      return pauseJourney(ctx, id);
    case "resume":
      return resumeJourney(ctx, id);
    case "end":
      return endJourney(ctx, id);
  }
}
