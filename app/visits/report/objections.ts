import { french } from "~/format/typography";

export interface Evidence {
  /** Said to a doctor as it stands: the delegate reads it aloud, the letter repeats it. */
  readonly text: string;
  /** Who says so, and when. */
  readonly source: string;
}

export interface Objection {
  readonly label: string;
  readonly facts: readonly Evidence[];
}

const AMELI_Q = "ameli.fr, questions et réponses sur l'emploi d'un assistant médical, 2024";
const FOUR_YEARS = "ameli.fr, « Un bilan à 4 ans encourageant », décembre 2024";
const CADUCEE = "Caducee.net, décembre 2024";

/** The study that every letter may quote, with its size and its date. */
export const STUDY: Evidence = fact(
  "Chez 402 généralistes suivis pendant quatre ans, la patientèle médecin traitant est passée en moyenne de 1 318 à 1 576 patients (+19,5 %), pour un objectif moyen de 1 430. Elle a progressé de 6,6 % chez les non-signataires.",
  FOUR_YEARS,
);

/**
 * Arguments heard in visits, and what is known to answer them. What is not known is said to be so: a figure without a
 * source, or a promise on the third year, would cost the delegate the doctor's trust.
 */
export const OBJECTIONS = {
  OBJ_EMPLOYER: {
    label: "Devenir employeur",
    facts: [
      fact(
        "Un groupement d'employeurs, celui de la SISA ou un groupement local, peut salarier l'assistant à votre place ; le Tese de l'Urssaf simplifie la paie.",
        AMELI_Q,
      ),
      fact(
        "Depuis le 25 février 2026, une SCP, une SCM ou une SISA peut signer un contrat collectif.",
        "Mesdocs GE, citant ameli.fr, 2026",
      ),
    ],
  },
  OBJ_PREMISES: {
    label: "Pas de place au cabinet",
    facts: [
      fact(
        "Le plan de 2023 annonçait une aide pour aménager ou agrandir le local. Je vérifie si elle est ouverte ici avant de vous répondre.",
        "Dossier du gouvernement et de la Cnam, 2023",
      ),
    ],
  },
  OBJ_MORE_PATIENTS: {
    label: "Pas plus de patients",
    facts: [
      fact(
        "Les deux premières années sont versées quel que soit l'avancement, et les très grandes patientèles ont un objectif de maintien.",
        "FMF et assistants-medicaux.org, décembre 2024",
      ),
      STUDY,
    ],
  },
  OBJ_WORKLOAD: {
    label: "Plus de travail",
    facts: [
      fact(
        "Les médecins de plus de 60 ans ont travaillé 6 jours de moins dans l'année, ceux de 50 à 59 ans 3 jours de moins, ceux de 40 à 49 ans 4 jours de moins.",
        "Cnam, citée par Le Quotidien du médecin, octobre 2022",
      ),
      fact("Ils ont fait aussi environ deux actes de plus par jour : les deux chiffres vont ensemble.", CADUCEE),
    ],
  },
  OBJ_COST: {
    label: "Reste à charge",
    facts: [
      fact(
        "À temps plein, l'aide est de 38 000 € la première année, 28 000 € la deuxième, puis 22 000 € par an.",
        "ameli.fr, « Ce qui change dès juin 2024 », 27 juin 2024",
      ),
      fact(
        "Pour 1 600 € nets par mois, le coût employeur était de 28 656 € par an : +9 344 € la première année, −656 € la deuxième, −6 656 € ensuite, hors augmentations et équipement.",
        "Fiche de J.-B. Fron, chiffres de juin 2023, calcul de Tandem",
      ),
    ],
  },
  OBJ_YEAR3_RISK: {
    label: "Perdre l'aide la 3e année",
    facts: [
      fact(
        "Le risque existe : à partir de la troisième année, le montant dépend de l'atteinte de l'objectif. Nous faisons le point avec vous à 12 et 24 mois, avant toute baisse.",
        "FMF, 2023, et Le Quotidien du médecin, 3 avril 2025",
      ),
    ],
  },
  OBJ_DOUBLE_TARGET: {
    label: "Double objectif injuste",
    facts: [
      fact(
        "Les difficultés signalées concernent surtout les contrats signés avant juin 2024.",
        "Le Quotidien du médecin, 3 avril 2025",
      ),
    ],
  },
  OBJ_COMPLEXITY: {
    label: "Trop compliqué",
    facts: [
      fact(
        "Je vous remets une seule page, avec vos propres chiffres, et je vous accompagne pour le dossier.",
        "ameli.fr, simulateur de l'aide, 2024",
      ),
    ],
  },
  OBJ_TRUST: {
    label: "Méfiance envers la caisse",
    facts: [
      fact(
        "Chaque chiffre que je vous donne porte sa source et sa date, et la simulation vous est remise par écrit.",
        "Règle de conduite des délégués de notre caisse",
      ),
    ],
  },
  OBJ_SECRETARY: {
    label: "J'ai déjà une secrétaire",
    facts: [
      fact(
        "Ce sont deux métiers. Une secrétaire peut devenir assistante ; elle est alors remplacée dans les 6 mois, ou par un autre secrétariat.",
        "assistants-medicaux.org, décembre 2024",
      ),
    ],
  },
  OBJ_TRAINING: {
    label: "Formation trop lourde",
    facts: [
      fact(
        "La formation compte aujourd'hui 279 heures au lieu de 384, avec des dispenses selon le profil.",
        "assistants-medicaux.org, 2024, et CCN des cabinets médicaux, 2025",
      ),
    ],
  },
  OBJ_RECRUIT: {
    label: "Je ne trouverai personne",
    facts: [
      fact("54 % des assistants étaient secrétaires, 9 % infirmiers, 4 % aides-soignants.", CADUCEE),
      fact("Un groupement d'employeurs peut recruter pour vous.", AMELI_Q),
    ],
  },
  OBJ_SMALL_PRACTICE: {
    label: "Patientèle trop petite",
    facts: [
      fact(
        "Le minimum est de 775 patients médecin traitant, adultes et enfants. Je vérifie votre nombre exact, que la caisse détient.",
        "ameli.fr, « Ce qui change dès juin 2024 », 27 juin 2024",
      ),
    ],
  },
  OBJ_AGE: {
    label: "Retraite proche",
    facts: [
      fact(
        "À partir de 65 ans, l'objectif est de maintenir la patientèle, avec 10 % de tolérance. Le contrat de 5 ans peut être quitté avec 2 mois de préavis.",
        "assistants-medicaux.org, décembre 2024, et fiche de J.-B. Fron, janvier 2025",
      ),
    ],
  },
  OBJ_QUALITY: {
    label: "Perdre le lien au patient",
    facts: [
      fact(
        "Le temps gagné sur l'écran et l'administratif revient au patient : c'est ce que répondent les médecins de l'URPS.",
        "URPS Nouvelle-Aquitaine, questions et réponses",
      ),
    ],
  },
  OBJ_ACCEPTANCE_YOUNG: {
    label: "Trop tôt, je m'installe",
    facts: [
      fact(
        "Un médecin nouvellement installé est dispensé du minimum de patientèle.",
        "ameli.fr, « Revalorisation et assouplissement du dispositif », 28 novembre 2024",
      ),
    ],
  },
} as const satisfies Record<string, Objection>;

export type ObjectionCode = keyof typeof OBJECTIONS;
export const OBJECTION_CODES = Object.keys(OBJECTIONS) as [ObjectionCode, ...ObjectionCode[]];

/** What the delegate may answer to what was heard; said once, however many objections it answers. */
export function evidenceFor(codes: readonly string[]): Evidence[] {
  const all = codes.flatMap((code): readonly Evidence[] => OBJECTIONS[code as ObjectionCode]?.facts ?? []);
  return [...new Set(all)];
}

export function objectionLabels(codes: readonly string[]): string[] {
  return codes.flatMap((code) => OBJECTIONS[code as ObjectionCode]?.label ?? []);
}

function fact(text: string, source: string): Evidence {
  return { text: french(text), source: french(source) };
}
