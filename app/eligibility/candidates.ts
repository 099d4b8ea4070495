import { countOf, number } from "~/format/numbers";
import { french } from "~/format/typography";
import { compare } from "./criteria/patients";
import { type DoctorFacts, GENERAL_PRACTICE } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";

/** One thing that may become otherwise: an act of the doctor, or the answer to a question nobody has asked. */
export interface Candidate {
  readonly code: string;
  readonly kind: "act" | "answer";
  readonly sentence: string;
  readonly change: Partial<DoctorFacts>;
  /** Orders sets of one size: a question costs nothing, a commitment little, patients by their number. */
  readonly effort: number;
}

const EFFORT = { answer: 0, commitment: 10, scheme: 20, patients: 30, practice: 200, status: 400 } as const;

/** All that could move, whether or not it flips anything: the engine decides that. */
export function candidatesFor(facts: DoctorFacts, version: IndividualVersion): Candidate[] {
  return [
    ...ofSpecialty(facts),
    ...ofSector(facts),
    ...ofPatients(facts, version),
    ...ofInstallation(facts, version),
    ...ofPractice(facts, version),
    ...ofClinicalShare(facts, version),
    ...(facts.replacementDoctor === true
      ? [
          act("REPLACEMENT_DOCTOR", "S'installer en son nom : un remplaçant ne peut pas signer.", "status", {
            replacementDoctor: false,
          }),
        ]
      : []),
  ].map((candidate) => ({ ...candidate, sentence: french(candidate.sentence) }));
}

function ofSpecialty({ specialty }: DoctorFacts): Candidate[] {
  if (specialty !== null) return [];
  const sentence = "Quelle est votre spécialité ? Si c'est la médecine générale.";
  return [answer("SPECIALTY_EXCLUDED", sentence, { specialty: GENERAL_PRACTICE })];
}

function ofSector({ sector, optam }: DoctorFacts): Candidate[] {
  const code = "SECTOR_OPTAM";
  if (sector === null)
    return [
      answer(code, "Exercez-vous en secteur 1 ou en secteur 2 ? Si c'est le secteur 1.", { sector: "1" }),
      answer(code, "Exercez-vous en secteur 1 ou en secteur 2 ? Si c'est le secteur 2 avec l'Optam.", {
        sector: "2",
        optam: true,
      }),
    ];
  if (sector !== "2" || optam === true) return [];
  return optam === null
    ? [answer(code, "Avez-vous adhéré à l'Optam ? Si oui.", { optam: true })]
    : [act(code, "Adhérer à l'Optam.", "scheme", { optam: true })];
}

/** Just over the line: on it, the sources of avenant 7 disagree. */
function ofPatients(facts: DoctorFacts, version: IndividualVersion): Candidate[] {
  if (facts.specialty !== GENERAL_PRACTICE && facts.specialty !== null) return [];
  const code = "MIN_PATIENTELE_MT";
  const { position, count } = compare(facts, version);
  const { minimum, scope, atMinimum } = version.patientsMT.value;
  const target = atMinimum === "yes" ? minimum : minimum + 1;
  const change = scope === "ADULT" ? { mtAdult: target } : { mtTotal: target };
  if (position === "missing") {
    const counted = scope === "ADULT" ? "adultes" : "enfants compris";
    const sentence = `Combien de patients (${counted}) vous ont déclaré médecin traitant ? À partir de ${number(target)}.`;
    return [answer(code, sentence, change)];
  }
  if (count === null || count >= target) return [];
  const missing = Math.ceil(target - count);
  return [
    {
      ...act(
        code,
        `Il manque ${countOf(missing, "patient")} médecin traitant pour atteindre ${number(target)}.`,
        "patients",
        change,
      ),
      effort: EFFORT.patients + missing,
    },
  ];
}

function ofInstallation({ newlyInstalled }: DoctorFacts, version: IndividualVersion): Candidate[] {
  if (newlyInstalled !== null || !version.newlyInstalled.value.exempt) return [];
  const sentence = "Depuis quand êtes-vous installé ? Si c'est récent, le seuil de patients ne s'applique pas.";
  return [{ ...answer("MIN_PATIENTELE_MT", sentence, { newlyInstalled: true }), effort: 1 }];
}

/** Only the texts that ask for them read these facts; elsewhere the engine finds that they flip nothing. */
function ofPractice({ groupPractice, coordinatedPractice }: DoctorFacts, version: IndividualVersion): Candidate[] {
  const found: Candidate[] = [];
  if (version.groupPractice.value.required && groupPractice !== true)
    found.push(
      groupPractice === null
        ? answer("GROUP_PRACTICE", "Partagez-vous votre cabinet avec un autre médecin ? Si oui.", {
            groupPractice: true,
          })
        : act("GROUP_PRACTICE", "Exercer avec un autre médecin dans le cabinet.", "practice", { groupPractice: true }),
    );
  const { required, commitmentYears } = version.coordinatedPractice.value;
  if (required && commitmentYears !== null && coordinatedPractice !== "YES" && coordinatedPractice !== "COMMITTED_2Y")
    found.push(
      act(
        "COORDINATED_PRACTICE",
        `S'engager dans une CPTS, une MSP ou une équipe de soins d'ici ${commitmentYears} ans.`,
        "commitment",
        {
          coordinatedPractice: "COMMITTED_2Y",
        },
      ),
    );
  return found;
}

function ofClinicalShare({ specialty, clinicalFeeShare12m }: DoctorFacts, version: IndividualVersion): Candidate[] {
  const rule = version.clinicalShare.value;
  if (rule === null || specialty === null || !rule.families.includes(specialty)) return [];
  const code = "SURGEON_CLINICAL_SHARE";
  const change = { clinicalFeeShare12m: (rule.minimumPercent + 1) / 100 };
  if (clinicalFeeShare12m === null) {
    const sentence = `Quelle part de vos honoraires des ${rule.windowMonths} derniers mois est hors CCAM ? Au-dessus de ${rule.minimumPercent} %.`;
    return [answer(code, sentence, change)];
  }
  if (clinicalFeeShare12m * 100 > rule.minimumPercent) return [];
  return [
    act(
      code,
      `Dépasser ${rule.minimumPercent} % d'honoraires cliniques sur ${rule.windowMonths} mois.`,
      "practice",
      change,
    ),
  ];
}

function act(code: string, sentence: string, effort: keyof typeof EFFORT, change: Partial<DoctorFacts>): Candidate {
  return { code, kind: "act", sentence, change, effort: EFFORT[effort] };
}

function answer(code: string, sentence: string, change: Partial<DoctorFacts>): Candidate {
  return { code, kind: "answer", sentence, change, effort: EFFORT.answer };
}
