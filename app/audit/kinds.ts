import type { EventName } from "./event";

/** The filters of the journal: each event under the word somebody would look for. */
export const EVENT_KINDS = {
  acces: { label: "Connexions", names: ["session.opened", "password.changed"] },
  comptes: {
    label: "Comptes",
    names: ["account.created", "account.changed", "account.disabled", "account.enabled", "account.invited"],
  },
  medecins: { label: "Médecins", names: ["doctor.opened", "doctor.searched", "doctor.completed", "match.decided"] },
  imports: { label: "Imports", names: ["import.started", "import.confirmed", "import.cancelled", "import.applied"] },
  visites: {
    label: "Visites",
    names: [
      "visit.booked",
      "visit.moved",
      "visit.cancelled",
      "visit.reported",
      "week.accepted",
      "invitation.sent",
      "letter.sent",
      "hours.noted",
      "practice.placed",
      "practice.unplaced",
      "simulation.handed",
      "simulation.taken-back",
      "opt-out.noted",
      "opt-out.lifted",
      "absence.noted",
      "absence.removed",
      "feed.made",
      "feed.revoked",
    ],
  },
  campagnes: {
    label: "Campagnes",
    names: [
      "letter-template.created",
      "letter-template.saved",
      "letter-template.archived",
      "letter-template.restored",
      "letter-template.tried",
      "campaign.drafted",
      "campaign.submitted",
      "campaign.approved",
      "campaign.started",
      "campaign.paused",
      "campaign.resumed",
      "campaign.cancelled",
      "campaign.limit-set",
      "campaign.register-read",
      "bounce.judged-false",
      "bounce.restored",
      "address.asked",
      "address.answered",
      "journey.drafted",
      "journey.submitted",
      "journey.started",
      "journey.paused",
      "journey.resumed",
      "journey.ended",
      "outbound.armed",
      "segment.saved",
      "segment.removed",
    ],
  },
  recrutement: {
    label: "Candidats et locaux",
    names: [
      "premises.asked",
      "premises.moved",
      "premises.undone",
      "candidate.entered",
      "candidate.changed",
      "candidate.erased",
      "candidates.informed",
      "introduction.proposed",
      "introduction.answered",
      "introduction.made",
    ],
  },
  patientele: {
    label: "Suivi de patientèle",
    names: ["patients.observed", "patients.observation-removed", "growth.help-planned"],
  },
  contrats: { label: "Contrats", names: ["contract.opened", "contract.stepped", "contract.milestone"] },
  reglages: { label: "Réglages", names: ["weights.changed", "sector.drawn", "job.retried"] },
} as const satisfies Record<string, { label: string; names: readonly EventName[] }>;

export type EventKind = keyof typeof EVENT_KINDS;

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(EVENT_KINDS, text);
}
