import type { Permission } from "~/access/permissions";
import type { ContractState } from "./contract";

export const STEPS = [
  "open",
  "sign",
  "hire",
  "absence",
  "suspend",
  "resume",
  "notice",
  "relocation",
  "specialty",
  "switch",
  "renewal",
  "end",
  "renew",
  "abandon",
  "reopen",
] as const;
export type Step = (typeof STEPS)[number];

interface StepRule {
  /** As a button reads. */
  readonly label: string;
  /** As the journal of the contract tells it. */
  readonly told: string;
  readonly from: readonly (ContractState | null)[];
  /** Null: the state stays what it was. */
  readonly to: ContractState | null;
  readonly needs: Permission;
}

/** Which step from which state, and by whom: what binds the caisse is a manager's, the rest is prepared by delegates. */
export const STEP_RULES: Readonly<Record<Step, StepRule>> = {
  open: {
    label: "Ouvrir le dossier",
    told: "a ouvert le dossier",
    from: [null],
    to: "opened",
    needs: "contract.prepare",
  },
  sign: {
    label: "Enregistrer la signature",
    told: "a enregistré la signature",
    from: ["opened"],
    to: "signed",
    needs: "contract.decide",
  },
  hire: {
    label: "Enregistrer l'embauche",
    told: "a enregistré l'embauche",
    from: ["signed"],
    to: "running",
    needs: "contract.prepare",
  },
  absence: {
    label: "Noter une absence",
    told: "a noté une absence de l'assistant",
    from: ["running"],
    to: null,
    needs: "contract.prepare",
  },
  suspend: {
    label: "Suspendre",
    told: "a suspendu le contrat",
    from: ["running"],
    to: "suspended",
    needs: "contract.decide",
  },
  resume: {
    label: "Reprendre",
    told: "a enregistré la reprise",
    from: ["suspended"],
    to: "running",
    needs: "contract.decide",
  },
  notice: {
    label: "Enregistrer la résiliation par le médecin",
    told: "a enregistré la lettre de résiliation",
    from: ["signed", "running", "suspended"],
    to: null,
    needs: "contract.decide",
  },
  relocation: {
    label: "Noter un déménagement",
    told: "a noté un déménagement",
    from: ["signed", "running", "suspended"],
    to: null,
    needs: "contract.decide",
  },
  specialty: {
    label: "Noter un changement de spécialité",
    told: "a noté un changement de spécialité",
    from: ["signed", "running", "suspended"],
    to: "terminated",
    needs: "contract.decide",
  },
  switch: {
    label: "Passer au texte plus récent",
    told: "a fait passer le contrat au texte plus récent, à la demande du médecin",
    from: ["signed", "running", "suspended"],
    to: null,
    needs: "contract.decide",
  },
  renewal: {
    label: "Préparer le renouvellement",
    told: "a ouvert le dossier de renouvellement",
    from: ["running", "suspended", "ended"],
    to: null,
    needs: "contract.prepare",
  },
  end: {
    label: "Constater la fin",
    told: "a constaté la fin",
    from: ["signed", "running", "suspended"],
    to: "ended",
    needs: "contract.decide",
  },
  renew: {
    label: "Renouveler",
    told: "a signé le renouvellement",
    from: ["running", "suspended", "ended"],
    to: "renewed",
    needs: "contract.decide",
  },
  abandon: {
    label: "Abandonner le dossier",
    told: "a classé le dossier sans suite",
    from: ["opened"],
    to: "abandoned",
    needs: "contract.prepare",
  },
  reopen: {
    label: "Rouvrir le dossier",
    told: "a rouvert le dossier",
    from: ["abandoned"],
    to: "opened",
    needs: "contract.prepare",
  },
};

/** Ends and renewals follow from days and from another file: nobody presses for them. */
const BY_ITSELF: readonly Step[] = ["open", "end", "renew"];

export function stepsFrom(state: ContractState, may: (permission: Permission) => boolean): Step[] {
  return STEPS.filter(
    (step) => !BY_ITSELF.includes(step) && STEP_RULES[step].from.includes(state) && may(STEP_RULES[step].needs),
  );
}

const NOT_FROM: Record<ContractState, string> = {
  opened: "ce dossier n'est pas encore signé",
  signed: "l'assistant n'est pas encore embauché",
  running: "ce contrat est en cours",
  suspended: "ce contrat est suspendu",
  ended: "ce contrat est arrivé à son terme",
  terminated: "ce contrat est résilié",
  renewed: "ce contrat est déjà renouvelé",
  abandoned: "ce dossier a été classé sans suite",
};

/** Why a step may not be taken, as a sentence; null when it may. */
export function refusalOf(step: Step, state: ContractState, may: (permission: Permission) => boolean): string | null {
  const { from, needs, label } = STEP_RULES[step];
  if (!from.includes(state)) return `« ${label} » n'est pas possible : ${NOT_FROM[state]}.`;
  if (!may(needs)) return `« ${label} » revient à un responsable de la caisse.`;
  return null;
}
