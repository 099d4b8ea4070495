import type { Day } from "~/calendar/day";
import { dayMonthYear, numericDayAndTime } from "~/format/dates";
import { countOf, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import type { StageFigures } from "~/funnel/figures";
import { PLACE_LABELS } from "~/funnel/place";
import { lossLabel } from "../loss-reasons";
import type { View, Wanted } from "./selection";

/** The message of the chart: where most are left behind. */
export function chartTitle(figures: readonly StageFigures[] | null): string {
  const steps = (figures ?? []).filter(
    ({ conversion, place, doctors }) =>
      conversion !== null && doctors !== null && place !== "target" && place !== "eligible",
  );
  const narrowest = steps.toSorted((a, b) => a.conversion! - b.conversion!)[0];
  const before = narrowest && figures![figures!.indexOf(narrowest) - 1]!;
  if (!narrowest || !before?.doctors) return "Médecins par étape";
  return french(
    `Le passage le plus étroit : de « ${PLACE_LABELS[before.place]} » à « ${PLACE_LABELS[narrowest.place]} », ${percent(narrowest.conversion!, 0)} des médecins`,
  );
}

/** How the counts are to be read, in one sentence. */
export function readingOf({ vue, au }: Wanted, span: { from: Day; to: Day }, isNation: boolean): string {
  if (au !== null)
    return french(
      `Lu dans les étapes franchies jusqu'au ${isNation ? "dernier jour du mois du " : ""}${dayMonthYear(au)} compris. Qui était cible ou éligible ce jour-là n'est pas conservé.`,
    );
  const days = `du ${dayMonthYear(span.from)} au ${dayMonthYear(span.to)}`;
  const months = isNation ? ", par mois entiers" : "";
  const readings: Record<View, string> = {
    photo:
      "Chaque étape compte les médecins qui y sont ou l'ont dépassée, perdus compris ; un médecin déjà contacté compte parmi les éligibles.",
    periode: `Médecins qui ont atteint chaque étape ${days}${months}. La conversion compare les arrivées de la période, qui ne sont pas toutes celles des mêmes médecins.`,
    cohorte: `Médecins contactés pour la première fois ${days}${months}, et ce qu'ils ont atteint depuis.`,
  };
  return french(readings[vue]);
}

interface Check {
  readonly name: string;
  readonly differing: number;
  readonly checked_at: string;
  readonly last_differed_at: string | null;
}

/** What the last night found, when something differed. */
export function checkSentence({ differing }: Check): string | null {
  if (differing === 0) return null;
  return french(
    `Le recomptage complet de cette nuit a trouvé ${countOf(differing, "écart")} avec les sommes tenues au fil de l'eau. Elles ont été refaites.`,
  );
}

/** That everything was counted again, and when it last differed. */
export function checkedSentence({ name, checked_at, last_differed_at }: Check): string {
  const never =
    last_differed_at === null
      ? "aucun écart"
      : `dernier écart, refait aussitôt, le ${numericDayAndTime(last_differed_at)}`;
  return french(`${name} : tout a été recompté le ${numericDayAndTime(checked_at)}, ${never}.`);
}

/** « Médecins à l'étape « visité » ou au-delà » */
export function cellTitle({ vue, au }: Wanted, place: StageFigures["place"] | null, reason: string | null): string {
  if (reason !== null) return french(`Médecins perdus : ${lossLabel(reason)}`);
  const stage = `« ${PLACE_LABELS[place ?? "target"]} »`;
  if (au !== null) return french(`Médecins à l'étape ${stage} ou au-delà le ${dayMonthYear(au)}`);
  return french(vue === "periode" ? `Médecins arrivés à l'étape ${stage}` : `Médecins à l'étape ${stage} ou au-delà`);
}
