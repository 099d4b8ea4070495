export interface WeekFigures {
  readonly visits: number;
  readonly reports: number;
  readonly letters: number;
  readonly opened: number;
  readonly signed: number;
}

/** In the order they are told, and where each opens. */
export const WEEK_LINES: readonly { key: keyof WeekFigures; label: string; page: string }[] = [
  { key: "visits", label: "Visites faites", page: "/visites/calendrier" },
  { key: "reports", label: "Comptes rendus", page: "/visites/calendrier" },
  { key: "letters", label: "Courriels acceptés", page: "/campagnes" },
  { key: "opened", label: "Dossiers ouverts", page: "/contrats?etat=dossiers" },
  { key: "signed", label: "Contrats signés", page: "/contrats?etat=en-cours" },
];
