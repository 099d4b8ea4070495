/** Steps of a contract, as the journal of the caisse tells them. */
export const CONTRACT_STEPS: Readonly<Record<string, string>> = {
  sign: "a enregistré la signature d'un contrat",
  hire: "a enregistré l'embauche d'un assistant",
  absence: "a noté l'absence d'un assistant",
  suspend: "a suspendu un contrat",
  resume: "a enregistré la reprise d'un contrat",
  notice: "a enregistré la résiliation d'un contrat par le médecin",
  relocation: "a noté le déménagement d'un médecin sous contrat",
  specialty: "a noté le changement de spécialité d'un médecin sous contrat",
  end: "a constaté la fin d'un contrat",
  renew: "a signé le renouvellement d'un contrat",
  abandon: "a classé un dossier de contrat sans suite",
  reopen: "a rouvert un dossier de contrat",
};

export const MILESTONE_ACTS: Readonly<Record<string, string>> = {
  done: "a traité une échéance de contrat",
  postpone: "a reporté une échéance de contrat",
  undo: "a rétabli une échéance de contrat",
};
