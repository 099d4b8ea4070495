import type { Letter } from "./block";

/** A letter that can leave as it is: what the aid is, its conditions and amounts, with their sources, and whom to ask. */
export const demoLetter: Letter = {
  subject: "Un assistant médical à vos côtés : l'aide de l'Assurance Maladie",
  blocks: [
    { kind: "title", text: "Un assistant médical à vos côtés" },
    {
      kind: "paragraph",
      text:
        "{{docteur}},\n\n" +
        "Un assistant médical prépare les consultations, tient les dossiers à jour et organise le parcours des patients. " +
        "L'Assurance Maladie aide les médecins libéraux à l'employer, par un contrat de **cinq ans** que vous signez avec la {{caisse}}.",
    },
    {
      kind: "simulation",
      option: "1",
      fallback:
        "Le montant de l'aide dépend de votre situation : [votre simulation]({{lien simulation}}) le précise, ou votre caisse.",
    },
    { kind: "paragraph", text: "Les principales conditions de la convention médicale 2024-2029 :" },
    {
      kind: "list",
      items: [
        "exercer en secteur 1, ou en secteur 2 en adhérant à l'Optam ou à l'Optam-ACO ;",
        "pour un médecin généraliste, suivre au moins **775 patients** qui vous ont choisi comme médecin traitant, ou être nouvellement installé ;",
        "employer un assistant à mi-temps ou à temps plein, formé dans les deux ans.",
      ],
    },
    {
      kind: "paragraph",
      text:
        "En contrepartie, vous vous engagez à suivre davantage de patients, ou à en garder autant si vous en suivez déjà beaucoup. " +
        "Le détail est sur [ameli.fr](https://www.ameli.fr/medecin/aide-emploi-assistant-medical).",
    },
    { kind: "button", label: "Voir ma simulation", to: "{{lien simulation}}" },
    {
      kind: "paragraph",
      text: "Une question ? [Demandez un rendez-vous ou un appel]({{lien rendez-vous}}) : votre caisse vous répond.",
    },
    { kind: "signature", name: "{{délégué|Votre caisse}}", role: "{{caisse}}", phone: "" },
  ],
};
