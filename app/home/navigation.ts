import { can, type Permission, type Role } from "~/access/permissions";
import type { NavGroup } from "~/ui/frame-navigation";
import type { IconName } from "~/ui/icon";

interface Entry {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly key: string;
  readonly needs: Permission;
  /** Not shown to who has this one: they have nearer pages. */
  readonly unless?: Permission;
  readonly end?: boolean;
  readonly isLast?: boolean;
  readonly group?: NavGroup;
}

const CONTRACTS: NavGroup = { label: "Contrats", icon: "contract" };
const CAMPAIGNS: NavGroup = { label: "Campagnes", icon: "mail" };
const STEERING: NavGroup = { label: "Pilotage", icon: "chart" };
const SETTINGS: NavGroup = { label: "Réglages", icon: "settings" };

/** The rail, in order of use; a person sees what their role opens. */
const ENTRIES: readonly Entry[] = [
  { to: "/", label: "Aujourd'hui", icon: "home", key: "a", needs: "self.manage", end: true },
  { to: "/visites/journee", label: "Ma journée", icon: "visits", key: "v", needs: "visit.plan" },
  { to: "/visites/semaine", label: "Ma semaine", icon: "calendar", key: "h", needs: "visit.plan" },
  {
    to: "/visites/calendrier",
    label: "Visites",
    icon: "calendar",
    key: "v",
    needs: "visit.read",
    unless: "visit.plan",
  },
  { to: "/medecins", label: "Médecins", icon: "doctors", key: "m", needs: "doctor.read" },
  { to: "/visites/relances", label: "Relances", icon: "clock", key: "r", needs: "visit.plan" },
  { to: "/contrats", label: "Contrats", icon: "contract", key: "c", needs: "contract.read", group: CONTRACTS },
  { to: "/echeances", label: "Échéances", icon: "clock", key: "e", needs: "contract.read", group: CONTRACTS },
  { to: "/campagnes", label: "Campagnes", icon: "mail", key: "k", needs: "campaign.read", group: CAMPAIGNS },
  { to: "/parcours", label: "Parcours", icon: "arrow-right", key: "u", needs: "campaign.read", group: CAMPAIGNS },
  { to: "/lettres", label: "Lettres", icon: "edit", key: "l", needs: "letter.read", group: CAMPAIGNS },
  { to: "/segments", label: "Segments", icon: "filter", key: "g", needs: "segment.read", group: CAMPAIGNS },
  { to: "/candidats", label: "Candidats", icon: "user", key: "d", needs: "candidate.read", group: CONTRACTS },
  { to: "/locaux", label: "Locaux", icon: "map-pin", key: "b", needs: "premises.read", group: CONTRACTS },
  { to: "/pilotage", label: "Pilotage", icon: "chart", key: "q", needs: "steering.read", group: STEERING },
  { to: "/entonnoir", label: "Entonnoir", icon: "filter", key: "w", needs: "steering.read", group: STEERING },
  { to: "/atteignabilite", label: "Atteignabilité", icon: "clock", key: "t", needs: "steering.read", group: STEERING },
  { to: "/prevision", label: "Prévision", icon: "chart", key: "f", needs: "steering.read", group: STEERING },
  { to: "/imports", label: "Imports", icon: "upload", key: "i", needs: "import.manage", group: SETTINGS },
  { to: "/secteurs", label: "Secteurs", icon: "map-pin", key: "s", needs: "territory.read", group: SETTINGS },
  { to: "/priorites", label: "Priorités", icon: "sliders", key: "p", needs: "weights.change", group: SETTINGS },
  { to: "/national", label: "National", icon: "chart", key: "n", needs: "national.read", group: STEERING },
  { to: "/comptes", label: "Comptes", icon: "user", key: "c", needs: "account.manage", group: SETTINGS },
  { to: "/journal", label: "Journal", icon: "journal", key: "j", needs: "journal.read", group: SETTINGS },
  { to: "/courriels", label: "Courriels", icon: "mail", key: "e", needs: "engine.read", group: SETTINGS },
  { to: "/moteur", label: "Moteur", icon: "settings", key: "o", needs: "engine.read", group: SETTINGS },
];

export function entriesFor(role: Role): Entry[] {
  return ENTRIES.filter(({ needs, unless }) => can({ role }, needs) && !(unless && can({ role }, unless)));
}
