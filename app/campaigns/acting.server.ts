import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { Refused } from "~/errors";
import type { Category } from "./campaign";
import type { CampaignAsk } from "./campaign.form";
import { cancelCampaign, draftCampaign, editCampaign, pauseCampaign, resumeCampaign } from "./campaigns.server";
import { settleByHand } from "./open.server";
import { approveAndStart, prepareCampaign, seenCampaign, sendBack, submitCampaign } from "./preparation.server";

/** What the page says after each act. */
const DONE: Record<CampaignAsk["intent"], string> = {
  prepare: "La préparation est enregistrée.",
  submit: "La campagne attend l'accord d'une seconde personne.",
  approve: "La campagne est validée : contenu et public sont figés.",
  "send-back": "La campagne est revenue à son auteur.",
  pause: "La campagne est suspendue. Les courriels déjà en main se terminent, aucun autre ne part.",
  resume: "La campagne reprend.",
  cancel: "La campagne est annulée : plus aucun courriel ne partira.",
  settle: "Votre décision est enregistrée.",
};

/** Preparing and stopping belong to officers; approving also to managers. */
export async function actOn(ctx: Context, id: string | undefined, ask: CampaignAsk): Promise<{ done: string }> {
  const campaign = await seenCampaign(ctx, id);
  const needs = ask.intent === "approve" || ask.intent === "send-back" ? "campaign.approve" : "campaign.manage";
  if (!can(ctx.actor, needs)) throw new Refused("forbidden", "Votre rôle ne permet pas cette action.");
  await step(ctx, campaign.id, ask);
  return { done: DONE[ask.intent] };
}

async function step(ctx: Context, id: string, ask: CampaignAsk): Promise<unknown> {
  switch (ask.intent) {
    case "prepare":
      return prepareCampaign(ctx, id, ask);
    case "submit":
      return submitCampaign(ctx, id);
    case "approve":
      return approveAndStart(ctx, id);
    case "send-back":
      return sendBack(ctx, id);
    case "pause":
      return pauseCampaign(ctx, id);
    case "resume":
      return resumeCampaign(ctx, id);
    case "cancel":
      return cancelCampaign(ctx, id);
    case "settle":
      return settleByHand(ctx, id, ask);
  }
}

/** The hours of a practice: a draft proposes them, its author may say otherwise. */
const USUAL_WINDOW = { window_from: 8 * 60, window_to: 19 * 60 };

export async function beginCampaign(ctx: Context, draft: { name: string; category: Category }): Promise<string> {
  const id = await draftCampaign(ctx, { fundId: ctx.actor.fundIds[0] ?? null, ...draft, holdoutPercent: 10 });
  await editCampaign(ctx, id, USUAL_WINDOW);
  return id;
}
