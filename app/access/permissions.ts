import type { Scope } from "~db/act-as";

const own = ["self.manage"] as const;
/** Candidates and premises: those who speak with doctors, and those who answer for them. */
const recruiting = ["candidate.read", "candidate.manage", "premises.read", "premises.manage"] as const;
const delegate = [
  ...own,
  "doctor.read",
  "doctor.complete",
  "visit.read",
  "visit.plan",
  "segment.read",
  "contract.read",
  "contract.prepare",
  ...recruiting,
] as const;
const campaignOfficer = [
  ...own,
  "doctor.read",
  "segment.read",
  "segment.manage",
  "letter.read",
  "letter.manage",
  "campaign.read",
  "campaign.manage",
  "campaign.approve",
] as const;
const manager = [
  ...own,
  ...recruiting,
  "doctor.read",
  "doctor.complete",
  "visit.read",
  "segment.read",
  "segment.manage",
  "letter.read",
  "campaign.read",
  "campaign.approve",
  "campaign.set",
  "contract.read",
  "contract.prepare",
  "contract.decide",
  "import.manage",
  "weights.change",
  "journal.read",
  "territory.read",
  "territory.change",
  "steering.read",
  "steering.manage",
] as const;
const nationalReader = [...own, "national.read", "steering.read"] as const;
const administrator = [
  ...own,
  "account.manage",
  "journal.read",
  "territory.read",
  "engine.read",
  "engine.manage",
] as const;
const superAdministrator = [...administrator, "import.manage", "national.read"] as const;

/** Who may do what. The verb is checked at the doorway; which rows, by PostgreSQL (db/policies). */
const PERMISSIONS = {
  delegate,
  campaign_officer: campaignOfficer,
  manager,
  national_reader: nationalReader,
  administrator,
  super_administrator: superAdministrator,
  system: [
    ...superAdministrator,
    "doctor.read",
    "doctor.complete",
    "weights.change",
    "territory.change",
    ...recruiting,
  ] as const,
} as const;

export type Role = keyof typeof PERMISSIONS;
export type Permission = (typeof PERMISSIONS)[Role][number];

export const ROLE_LABELS: Record<Role, string> = {
  delegate: "Délégué de l'Assurance Maladie",
  manager: "Responsable",
  campaign_officer: "Chargé de campagnes",
  national_reader: "Lecture nationale",
  administrator: "Administration",
  super_administrator: "Administration nationale",
  system: "Tandem",
};

export function can(actor: { role: Role }, permission: Permission): boolean {
  return (PERMISSIONS[actor.role] as readonly string[]).includes(permission);
}

/** How far each role sees in the database. */
export function scopeOf(role: Role, fundCount: number): Scope {
  switch (role) {
    case "delegate":
      return "sector";
    case "manager":
    case "campaign_officer":
      return fundCount > 1 ? "funds" : "fund";
    case "administrator":
      return "admin";
    case "national_reader":
      return "national";
    case "super_administrator":
    case "system":
      return "all";
  }
}
