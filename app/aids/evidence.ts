import type { PercentileBand } from "~/eligibility/doctor-facts";
import { frozen, type Provenance } from "~/eligibility/rule-version";
import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";

/** The Cnam followed the general practitioners who signed in 2019 and 2020 for four years. Shares in thousandths. */
const STUDY = frozen({
  doctors: 402,
  months: 48,
  patients: { before: 1318, after: 1576, objective: 1430, change: 195, others: 66 },
  fileActive: { change: 45, others: -53 },
  actsADay: { change: 72, others: 5 },
  /** The only band whose own figures were published. */
  bands: { P30_P50: { change: 496, gained: 324 } } as Partial<
    Record<PercentileBand, { readonly change: number; readonly gained: number }>
  >,
  provenance: { status: "CONFIRMED", sources: ["S38"] } as Provenance,
});

export interface Evidence {
  readonly title: string;
  /** The figure one remembers, and what it counts. */
  readonly headline: { readonly figure: string; readonly text: string };
  readonly lines: readonly string[];
  /** What the figures are not. */
  readonly caution: string;
  readonly provenance: Provenance;
}

/** What 402 colleagues lived; the doctor's own band when it was published, else all of them, and it is said. */
export function evidenceFor(band: PercentileBand | null, isGP: boolean): Evidence {
  const own = band === null || !isGP ? undefined : STUDY.bands[band];
  const { patients, fileActive, actsADay } = STUDY;
  const all = `Ensemble : de ${number(patients.before)} à ${number(patients.after)} patients médecin traitant, pour un objectif moyen de ${number(patients.objective)}.`;
  return {
    title: french(`Ce qu'ont vécu ${STUDY.doctors} confrères`),
    headline: own
      ? {
          figure: `+${number(own.gained)}`,
          text: french(`patients en 4 ans dans votre tranche de patientèle (${change(own.change)})`),
        }
      : {
          figure: change(patients.change),
          text: french("de patients médecin traitant en 4 ans, toutes tranches réunies"),
        },
    lines: [
      ...(own ? [all] : [all.replace("Ensemble : de", "De")]),
      `Confrères sans assistant : ${change(patients.others)} sur la même période.`,
      `File active : ${change(fileActive.change)}, contre ${change(fileActive.others)} sans assistant.`,
      `Actes par jour : ${change(actsADay.change)}, soit deux de plus, contre ${change(actsADay.others)}.`,
      "Trois nouveaux patients sur quatre n'avaient pas de médecin traitant dans les 6 mois précédents.",
    ].map(french),
    caution: french(
      isGP
        ? `${STUDY.doctors} généralistes signataires de 2019 et 2020, suivis ${STUDY.months} mois : une moyenne observée, non une promesse.`
        : `Étude menée auprès de ${STUDY.doctors} généralistes, suivis ${STUDY.months} mois : elle ne décrit pas votre spécialité.`,
    ),
    provenance: STUDY.provenance,
  };
}

function change(thousandths: number): string {
  return `${thousandths > 0 ? "+" : ""}${percent(thousandths / 1000)}`;
}
