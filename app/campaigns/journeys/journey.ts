export const JOURNEY_STATES = ["draft", "submitted", "running", "paused", "ended"] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

export const JOURNEY_LABELS: Record<JourneyState, string> = {
  draft: "brouillon",
  submitted: "à valider",
  running: "en cours",
  paused: "suspendu",
  ended: "terminé",
};

/** What a person may do to a journey, and from where. */
const MOVES = {
  edit: ["draft"],
  submit: ["draft"],
  "send-back": ["submitted"],
  start: ["draft", "submitted"],
  pause: ["running"],
  resume: ["paused"],
  end: ["running", "paused"],
} as const satisfies Record<string, readonly JourneyState[]>;

export type JourneyMove = keyof typeof MOVES;

export function mayMove(state: JourneyState, move: JourneyMove): boolean {
  return (MOVES[move] as readonly JourneyState[]).includes(state);
}

export const STEP_KINDS = ["letter", "call", "visit"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_LABELS: Record<StepKind, string> = { letter: "Lettre", call: "Appel", visit: "Visite" };

/** One thing to do for a doctor, after the one before. */
export interface JourneyStep {
  readonly kind: StepKind;
  /** Working days after the step before was over, or after entry. */
  readonly delay: number;
  /** The letter to send, by number or « demo »; empty for what a delegate does. */
  readonly letter: string;
  /** Working days a delegate has; null: as long as it takes. */
  readonly expiry: number | null;
  readonly onExpiry: "pass" | "end";
}

export const MOST_STEPS = 12;
export const MOST_DAYS = 250;

/** What may end a journey for one doctor. Opposition always does. */
export const STOP_RULES = ["opposition", "visit-booked", "reply", "contract-signed", "practice-signed"] as const;
export type StopRule = (typeof STOP_RULES)[number];
export const ALWAYS: StopRule = "opposition";

export const STOP_LABELS: Record<StopRule, string> = {
  opposition: "Le médecin s'oppose",
  "visit-booked": "Une visite est prise",
  reply: "Le médecin répond",
  "contract-signed": "Son contrat est signé",
  "practice-signed": "Un confrère du même cabinet a signé",
};

export const STOP_HELP: Record<StopRule, string> = {
  opposition: "Toujours : dès qu'il refuse les courriels, les appels ou les visites dont ce parcours se sert.",
  "visit-booked": "Sauf si c'est ce parcours qui l'a demandée : la visite est alors son étape.",
  reply: "Une demande par le lien de la lettre, ou un compte rendu de visite.",
  "contract-signed": "Ou plus loin : embauche, formation.",
  "practice-signed": "L'assistant médical se partage : la suite se parle au cabinet.",
};

/** The rules of a journey, with the one that cannot be taken away, each once and in order. */
export function stopsOf(chosen: readonly string[]): StopRule[] {
  return STOP_RULES.filter((rule) => rule === ALWAYS || chosen.includes(rule));
}
