import { can, type Permission, type Role } from "~/access/permissions";
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
}

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
  { to: "/contrats", label: "Contrats", icon: "contract", key: "c", needs: "contract.read" },
  { to: "/echeances", label: "Échéances", icon: "clock", key: "e", needs: "contract.read" },
  { to: "/segments", label: "Segments", icon: "filter", key: "g", needs: "segment.read" },
  { to: "/campagnes", label: "Campagnes", icon: "mail", key: "k", needs: "campaign.read" },
  { to: "/parcours", label: "Parcours", icon: "arrow-right", key: "u", needs: "campaign.read" },
  { to: "/lettres", label: "Lettres", icon: "edit", key: "l", needs: "letter.read" },
  { to: "/candidats", label: "Candidats", icon: "user", key: "d", needs: "candidate.read" },
  { to: "/locaux", label: "Locaux", icon: "map-pin", key: "b", needs: "premises.read" },
  { to: "/entonnoir", label: "Entonnoir", icon: "filter", key: "w", needs: "steering.read" },
  { to: "/prevision", label: "Prévision", icon: "chart", key: "f", needs: "steering.read" },
  { to: "/imports", label: "Imports", icon: "upload", key: "i", needs: "import.manage" },
  { to: "/secteurs", label: "Secteurs", icon: "map-pin", key: "s", needs: "territory.read" },
  { to: "/priorites", label: "Priorités", icon: "sliders", key: "p", needs: "weights.change" },
  { to: "/national", label: "National", icon: "chart", key: "n", needs: "national.read" },
  { to: "/comptes", label: "Comptes", icon: "user", key: "c", needs: "account.manage" },
  { to: "/journal", label: "Journal", icon: "journal", key: "j", needs: "journal.read" },
  { to: "/courriels", label: "Courriels", icon: "mail", key: "e", needs: "engine.read" },
  { to: "/moteur", label: "Moteur", icon: "settings", key: "o", needs: "engine.read", isLast: true },
];

export function entriesFor(role: Role): Entry[] {
  return ENTRIES.filter(({ needs, unless }) => can({ role }, needs) && !(unless && can({ role }, unless)));
}
