/** Every event of the journal and its facts: a typo does not compile. Facts are ids and figures, never free text. */
export interface Events {
  "session.opened": Record<string, never>;
  "password.changed": Record<string, never>;
  "account.created": { accountId: string; role: string };
  "account.changed": { accountId: string; changes: string[] };
  "account.disabled": { accountId: string };
  "account.enabled": { accountId: string };
  "account.invited": { accountId: string };
  "doctor.opened": { doctorId: number };
  "doctor.searched": { words: number; found: number };
  "doctor.completed": { doctorId: number; fact: string };
  "import.started": { importId: string; kind: string };
  "import.confirmed": { importId: string };
  "import.cancelled": { importId: string };
  "import.applied": { importId: string; created: number; changed: number; gone: number };
  "match.decided": { doubtId: number; doctorId: number | null };
  "sector.drawn": { sectorId: number; communes: number };
  "weights.changed": { fundId: number };
  "visit.booked": { visitId: string; doctorId: number };
  "visit.moved": { visitId: string; doctorId: number };
  "visit.cancelled": { visitId: string; doctorId: number };
  "visit.reported": { visitId: string; doctorId: number; result: string };
  "week.accepted": { planId: string; visits: number };
  "invitation.sent": { visitId: string; method: string };
  "letter.sent": { letterId: string; doctorId: number };
  "hours.noted": { doctorId: number };
  "practice.placed": { doctorId: number };
  "opt-out.noted": { doctorId: number; channel: string };
  "opt-out.lifted": { doctorId: number; channel: string };
  "absence.noted": { absenceId: string };
  "absence.removed": { absenceId: string };
  "feed.made": Record<string, never>;
  "feed.revoked": Record<string, never>;
  "campaign.drafted": { campaignId: string };
  "campaign.submitted": { campaignId: string };
  "campaign.approved": { campaignId: string; planned: number; heldOut: number };
  "campaign.started": { campaignId: string };
  "campaign.paused": { campaignId: string };
  "campaign.resumed": { campaignId: string };
  "campaign.cancelled": { campaignId: string };
  "outbound.armed": Record<string, never>;
  "segment.saved": { segmentId: string; doctors: number; shared: boolean };
  "segment.removed": { segmentId: string };
  "job.retried": { queue: string; job: string };
}

export type EventName = keyof Events;
