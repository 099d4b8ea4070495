import { type DoctorFacts, GENERAL_PRACTICE, PERCENTILE_BANDS } from "~/eligibility/doctor-facts";
import type { Provenance } from "~/eligibility/rule-version";
import { dayMonthYear } from "~/format/dates";
import { countOf, number, signed } from "~/format/numbers";
import { french } from "~/format/typography";
import { ASK_FUND } from "./amount-text";
import { gridCell, MAINTAIN_FROM_AGE } from "./objective-grid";
import { type Objective, objectivesOf } from "./objectives";
import type { AidPlan, AidSubject } from "./plan";
import { collectiveObjective } from "./schedules/collective-2026";
import { CEILING_FROM_YEAR } from "./simulate";

/** What the doctor commits to, one sentence each, with how sure it is. */
export interface Expectation {
  readonly sentence: string;
  readonly provenance: Provenance;
  /** The figure is missing from the texts: the caisse has it. */
  readonly isOpen: boolean;
}

const MEASURES = { MT: "patients médecin traitant", FILE_ACTIVE: "patients en file active" } as const;
const GROWTH: readonly Provenance["sources"][number][] = ["S02", "S06", "S07", "S09", "S21"];

export function expectationsOf(plan: AidPlan, subject: AidSubject): Expectation[] {
  if (plan.opening.available === "no") return [];
  const told =
    plan.choice.contract === "collective" ? collectiveExpectations(plan.choice.etp) : individual(plan, subject);
  return told.map((each) => ({ ...each, sentence: french(each.sentence) }));
}

function individual(plan: AidPlan, subject: AidSubject): Expectation[] {
  const { choice, version, signedOn, band } = plan;
  if (choice.contract !== "individual" || version.contractType !== "INDIVIDUAL") return [];
  const isGP = subject.specialty === GENERAL_PRACTICE;
  const objectives = objectivesOf({
    version: version.id,
    signedOn,
    specialty: subject.specialty,
    option: choice.option,
    newlyInstalled: subject.newlyInstalled === true,
    ageAtSignature: null,
    mt: { band, count: countOfList(version.patientsMT.value.scope, subject) },
    // The list measures one band, the file active another: its own was not found.
    fileActive: { band: null, count: subject.fileActive },
  });
  if (objectives.length > 0) return objectives.map((objective) => told(objective, subject));
  return version.id === "AV7" ? rangeOfGrid(choice.option, isGP) : notPublished(version.id, isGP);
}

function countOfList(scope: "ADULT" | "ADULT_CHILD", { mtAdult, mtTotal }: Pick<DoctorFacts, "mtAdult" | "mtTotal">) {
  return scope === "ADULT" ? mtAdult : mtTotal;
}

function told(objective: Objective, subject: AidSubject): Expectation {
  const of = MEASURES[objective.measure];
  if (objective.kind === "target") {
    const provenance: Provenance = { status: "CONFIRMED", sources: ["S15", "S27"] };
    const by = `au plus tard le ${dayMonthYear(objective.dueOn)}`;
    if (objective.target === "NEW_OBJECTIVE")
      return { sentence: `Puis un nouvel objectif, ${ASK_FUND}, ${by}.`, provenance, isOpen: true };
    const value = objective.targetValue === null ? ASK_FUND : number(objective.targetValue);
    return {
      sentence: `Médecin nouvellement installé : atteindre la médiane nationale (${value} ${of}), ${by}.`,
      provenance,
      isOpen: objective.targetValue === null,
    };
  }
  const { pct, patients, status, dueFromContractYear } = objective;
  const provenance: Provenance = { status, sources: GROWTH };
  const due = `à partir de la ${dueFromContractYear}e année`;
  if (objective.maintain) return { sentence: `Maintenir vos ${of}, ${due}.`, provenance, isOpen: false };
  if (pct === null)
    return { sentence: `Augmenter vos ${of}, d'une part ${ASK_FUND}, ${due}.`, provenance, isOpen: true };
  const count = objective.measure === "MT" ? (subject.mtAdult ?? subject.mtTotal) : subject.fileActive;
  const gain = patients === null ? `${signed(pct, 1)} % de ${of}` : `${signed(patients)} ${of} (${signed(pct, 1)} %)`;
  const from = patients === null || count === null ? "" : `, de ${number(count)} à ${number(count + patients)}`;
  return { sentence: `${gain}${from}, ${due}.`, provenance, isOpen: patients === null };
}

/** The band is not known: from the least to the most that the published cells ask. */
function rangeOfGrid(option: Parameters<typeof gridCell>[1], isGP: boolean): Expectation[] {
  const tenths = PERCENTILE_BANDS.map((band) => gridCell(band, option).tenths).filter((each) => each !== null);
  const measures = isGP ? `${MEASURES.MT} et de ${MEASURES.FILE_ACTIVE}` : MEASURES.FILE_ACTIVE;
  const [least, most] = [Math.min(...tenths) / 10, Math.max(...tenths) / 10];
  return [
    {
      sentence:
        `De ${signed(least, 1)} à ${signed(most, 1)} % de ${measures} selon la tranche de patientèle à la signature, ` +
        `${ASK_FUND}, à partir de la ${CEILING_FROM_YEAR}e année.`,
      provenance: { status: "DERIVED", sources: GROWTH },
      isOpen: true,
    },
  ];
}

/** Règlement arbitral and convention 2024: no grid was found; what is sure is when it is due, and one example. */
function notPublished(version: "RA2023" | "CONV2024", isGP: boolean): Expectation[] {
  const elder: Expectation = {
    sentence:
      `À partir de ${MAINTAIN_FROM_AGE.age} ans à la signature : maintenir la patientèle, une baisse de ` +
      `${MAINTAIN_FROM_AGE.tolerancePercent} % étant admise.`,
    provenance: MAINTAIN_FROM_AGE.provenance,
    isOpen: false,
  };
  return [
    {
      sentence: isGP
        ? `Accueillir de nouveaux patients médecin traitant, et développer la file active : votre objectif est ${ASK_FUND}.`
        : `Développer la file active : votre objectif est ${ASK_FUND}.`,
      provenance: { status: "UNKNOWN", sources: ["S23"] },
      isOpen: true,
    },
    ...(isGP
      ? [
          {
            sentence: "Exemple publié : 1 300 patients, un assistant à temps plein, +260 patients (+20 %).",
            provenance: { status: "CONFIRMED", sources: ["S22"] } as Provenance,
            isOpen: false,
          },
        ]
      : []),
    {
      sentence: `Les deux premières années sont versées quel que soit le résultat ; l'objectif compte à partir de la ${CEILING_FROM_YEAR}e.`,
      provenance: { status: "CONFIRMED", sources: ["S06", "S21", "S22"] },
      isOpen: false,
    },
    ...(version === "CONV2024" ? [elder] : []),
  ];
}

function collectiveExpectations(etp: number): Expectation[] {
  const { patientsMT, fileActive, dueYears } = collectiveObjective(etp);
  const provenance: Provenance = { status: "CONFIRMED", sources: ["S30"] };
  return [
    {
      sentence:
        `Pour l'ensemble du groupe : +${number(patientsMT)} patients médecin traitant et +${countOf(fileActive, "patient")} ` +
        `en file active en ${dueYears} ans.`,
      provenance,
      isOpen: false,
    },
    {
      sentence: `Objectif non atteint : l'aide est réduite en proportion à partir de la ${CEILING_FROM_YEAR}e année.`,
      provenance,
      isOpen: false,
    },
  ];
}
