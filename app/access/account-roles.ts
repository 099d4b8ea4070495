import type { Role } from "./permissions";

const OF_A_FUND = ["delegate", "manager", "campaign_officer", "administrator"] as const satisfies readonly Role[];
const NATIONAL = ["national_reader", "super_administrator"] as const satisfies readonly Role[];

export const ROLE_MEANINGS: Record<Role, string> = {
  delegate: "Voit les médecins de ses secteurs, et ceux du collègue remplacé.",
  manager: "Voit les médecins de la caisse, importe les fichiers, lit le journal.",
  campaign_officer: "Voit les médecins de la caisse, pour préparer les campagnes.",
  administrator: "Gère les comptes et les réglages de la caisse, sans voir de médecin.",
  national_reader: "Voit les totaux de toutes les caisses, sans aucun médecin nommé.",
  super_administrator: "Gère les comptes et les réglages de toutes les caisses.",
  system: "Agit au nom de Tandem, la nuit et pour les envois.",
};

export function isNational(role: Role): boolean {
  return role === "system" || (NATIONAL as readonly Role[]).includes(role);
}

/** The roles somebody may give, and therefore the accounts they may manage. */
export function rolesGivenBy(giver: Role): readonly Role[] {
  if (giver === "administrator") return OF_A_FUND;
  return giver === "super_administrator" || giver === "system" ? [...OF_A_FUND, ...NATIONAL] : [];
}

interface Person {
  readonly id: string;
  readonly role: Role;
}

/** Why somebody may not manage an account, or null. Rows of other funds never come this far: PostgreSQL hides them. */
export function managementProblem(actor: Person, account: Person): string | null {
  if (account.role === "system") return "Ce compte est celui de Tandem : il ne se modifie pas.";
  if (!rolesGivenBy(actor.role).includes(account.role)) return "Ce compte relève de l'administration nationale.";
  return null;
}

/** Why an account may not take a role, or null. */
export function roleProblem(actor: Person, account: Person, wanted: Role): string | null {
  if (wanted === account.role) return null;
  if (account.id === actor.id)
    return "Vous ne pouvez pas retirer vos propres droits : demandez à un autre administrateur.";
  if (!rolesGivenBy(actor.role).includes(wanted)) return "Ce rôle est donné par l'administration nationale.";
  if (isNational(wanted) !== isNational(account.role)) {
    return "Un compte de caisse ne devient pas un compte national : désactivez-le et invitez la personne à nouveau.";
  }
  return null;
}
