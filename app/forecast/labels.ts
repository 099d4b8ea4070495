import type { Contributor } from "./people";

export const FROM_LABELS: Record<Contributor["from"], string> = {
  contacted: "Contactés",
  appointment: "Rendez-vous pris",
  visited: "Visités",
  simulated: "Simulation remise",
  intends: "Intention dite",
  filed: "Dossier déposé",
  signed: "Signés",
  lost: "Perdus, qui reviennent",
  new: "Pas encore rencontrés",
};
