export const CAMPAIGN_STATES = ["draft", "submitted", "ready", "sending", "paused", "finished", "cancelled"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const CAMPAIGN_LABELS: Record<CampaignState, string> = {
  draft: "brouillon",
  submitted: "à valider",
  ready: "programmée",
  sending: "en cours d'envoi",
  paused: "suspendue",
  finished: "terminée",
  cancelled: "annulée",
};

/** What a person may do to a campaign, and from where. */
const STEPS = {
  edit: ["draft"],
  submit: ["draft"],
  approve: ["draft", "submitted"],
  start: ["ready"],
  pause: ["ready", "sending"],
  resume: ["paused"],
  cancel: ["draft", "submitted", "ready", "sending", "paused"],
} as const satisfies Record<string, readonly CampaignState[]>;

export type CampaignStep = keyof typeof STEPS;

export function mayStep(state: CampaignState, step: CampaignStep): boolean {
  return (STEPS[step] as readonly CampaignState[]).includes(state);
}

export const CATEGORIES = ["statutory", "information", "event"] as const;
export type Category = (typeof CATEGORIES)[number];

export const CATEGORY_LABELS: Record<Category, string> = {
  statutory: "obligation d'informer",
  information: "information",
  event: "événement ou enquête",
};
