import type { Day } from "~/calendar/day";
import { number } from "~/format/numbers";
import { listed } from "~/format/typography";
import { judgeInForce } from "./assess";
import { type Assessment, type Criterion, conclude, doubtful, failed, met } from "./assessment";
import type { GroupFacts } from "./doctor-facts";
import { judgeEtpCap } from "./etp-cap";
import type { CollectiveVersion, Provenance } from "./rule-version";

/** Judges a company asking for a collective contract. */
export function assessGroup(facts: GroupFacts, version: CollectiveVersion, day: Day): Assessment {
  const criteria = [
    judgeInForce(version, day),
    judgeLegalForm(facts, version),
    asserted(facts.allGpNonMep, version.generalPractitionersOnly, {
      code: "GROUP_MEMBER_NOT_GP",
      label: "Médecins adhérents",
      threshold: "des médecins généralistes, hors exercice particulier",
      refusal: "un adhérent n'est pas généraliste, ou a un exercice particulier",
      doubt: "la spécialité des adhérents n'est pas connue",
      question: "Tous les adhérents sont-ils généralistes, sans exercice particulier ?",
    }),
    asserted(facts.allAssociatesInOwnName, version.associatesInOwnName, {
      code: "GROUP_MEMBER_NOT_ASSOCIATE",
      label: "Qualité d'associé",
      threshold: "des adhérents associés en leur nom propre",
      refusal: "un adhérent n'est pas associé en son nom propre",
      doubt: "la qualité d'associé des adhérents n'est pas connue",
      question: "Tous les adhérents sont-ils associés en leur nom propre ?",
    }),
    asserted(facts.allSector1OrOptam, version.sectors, {
      code: "SECTOR_OPTAM",
      label: "Secteur conventionnel",
      threshold: "des adhérents en secteur 1, ou en secteur 2 avec Optam",
      refusal: "un adhérent n'est ni en secteur 1 ni à l'Optam",
      doubt: "le secteur des adhérents n'est pas connu",
      question: "Tous les adhérents sont-ils en secteur 1 ou à l'Optam ?",
    }),
    judgeMean(facts, version),
    judgeIndividualContracts(facts, version),
    judgeEtpCap(facts, version, day),
  ];
  return conclude(
    version,
    criteria.filter((criterion) => criterion !== null),
  );
}

function judgeLegalForm({ legalForm }: GroupFacts, version: CollectiveVersion): Criterion {
  const forms = version.legalForms.value;
  const about = {
    code: "LEGAL_FORM",
    label: "Forme de la société",
    threshold: `une ${listed(forms).replace(" et ", " ou ")}`,
    rule: version.legalForms,
  };
  if (legalForm === null)
    return doubtful(about, {
      value: null,
      brief: "la forme de la société n'est pas connue",
      unresolved: "LEGAL_FORM_MISSING_DATA",
      question: "Quelle est la forme juridique de votre société ?",
      askTo: "doctor",
    });
  return forms.includes(legalForm)
    ? met(about, { value: legalForm, brief: `société de forme ${legalForm}` })
    : failed(about, { value: legalForm, brief: `une ${legalForm} ne peut pas signer` });
}

interface Assertion {
  readonly code: string;
  readonly label: string;
  readonly threshold: string;
  readonly refusal: string;
  readonly doubt: string;
  readonly question: string;
}

function asserted(value: boolean | null, rule: Provenance, texts: Assertion): Criterion {
  const about = { ...texts, rule };
  if (value === null)
    return doubtful(about, {
      value: null,
      brief: texts.doubt,
      unresolved: `${texts.code}_MISSING_DATA`,
      question: texts.question,
      askTo: "doctor",
    });
  return value
    ? met(about, { value: "oui, pour tous", brief: texts.threshold })
    : failed(about, { value: "non", brief: texts.refusal });
}

/** The mean is never rounded: 774.75 is under 775. */
function judgeMean({ meanPatientsMT }: GroupFacts, version: CollectiveVersion): Criterion {
  const { minimum } = version.meanPatientsMT.value;
  const about = {
    code: "GROUP_MEAN_PATIENTELE_MT",
    label: "Patientèle moyenne du groupe",
    threshold: `une moyenne d'au moins ${number(minimum)} patients médecin traitant`,
    rule: version.meanPatientsMT,
  };
  if (meanPatientsMT === null)
    return doubtful(about, {
      value: null,
      brief: "la patientèle moyenne du groupe n'est pas connue",
      unresolved: "GROUP_MEAN_PATIENTELE_MT_MISSING_DATA",
      question: "Quelle est la patientèle médecin traitant de chaque adhérent ?",
      askTo: "fund",
    });
  const value = `${number(meanPatientsMT, 2)} patients en moyenne`;
  const brief = `${value} pour un seuil de ${number(minimum)}`;
  return meanPatientsMT >= minimum ? met(about, { value, brief }) : failed(about, { value, brief });
}

function judgeIndividualContracts({ activeIndividualContracts }: GroupFacts, version: CollectiveVersion): Criterion {
  const about = {
    code: "INDIVIDUAL_CONTRACT_NOT_CLOSED",
    label: "Contrats individuels",
    threshold: "la clôture des contrats individuels des adhérents",
    rule: version.individualContracts,
  };
  if (activeIndividualContracts === null)
    return doubtful(about, {
      value: null,
      brief: "les contrats individuels en cours ne sont pas connus",
      unresolved: "INDIVIDUAL_CONTRACT_NOT_CLOSED_MISSING_DATA",
      question: "Un adhérent a-t-il encore un contrat individuel en cours ?",
      askTo: "fund",
    });
  const value = `${number(activeIndividualContracts)} en cours`;
  return activeIndividualContracts === 0
    ? met(about, { value, brief: "aucun contrat individuel en cours" })
    : failed(about, { value, brief: "un contrat individuel est encore en cours" });
}
