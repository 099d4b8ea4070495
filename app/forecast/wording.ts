import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { countOf, number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import type { BackTest } from "./back-test";
import { dayNumber, type Moves } from "./events";
import type { Forecast, Foreseen } from "./forecast";

const contracts = (count: number) => countOf(count, "contrat signé", "contrats signés");

/** The forecast as one would say it; the same words on the screen and on the terminal. */
export function sentencesOf(told: Forecast, tested: BackTest | null): string[] {
  if (told.kind === "passed")
    return [french(`L'échéance du ${dayMonthYear(told.deadline)} est passée : ${contracts(told.signed)}.`)];
  if (told.kind === "too-little") return [told.why, told.needed];
  const { low, middle, high } = told.atDeadline;
  const says = [
    `${contracts(told.signed)} au ${dayMonthYear(told.asof)}.`,
    `Au ${dayMonthYear(told.deadline)} : de ${number(low)} à ${number(high)} contrats, quatre fois sur cinq ; ${number(middle)} au milieu.`,
  ];
  if (told.reachesTarget !== null) says.push(`Probabilité d'atteindre la cible : ${probability(told.reachesTarget)}.`);
  if (told.contributors.length === 1)
    says.push("Tous les médecins suivis ont signé : la suite ne tient qu'aux nouveaux venus.");
  const back = backTestSentence(tested);
  if (back !== null) says.push(back);
  return says.map(french);
}

/** Facts of a file that count for nothing. */
export function asideSentences({ day, repeated }: Moves, asof: Day): string[] {
  const later = day.filter((each) => each > dayNumber(asof)).length;
  return [
    repeated > 0 && `${countOf(repeated, "fait")} mis de côté : déjà dits, ou contraires à l'ordre des étapes.`,
    later > 0 && `${countOf(later, "fait")} après le ${dayMonthYear(asof)} : non lus.`,
  ]
    .filter((each) => each !== false)
    .map(french);
}

export function backTestSentence(tested: BackTest | null): string | null {
  if (tested === null || tested.past.length === 0) return null;
  return `À ${countOf(tested.weeksAhead, "semaine")}, l'intervalle à 80 % a contenu la vérité ${number(tested.held)} fois sur ${number(tested.past.length)}.`;
}

/** Draws by the hundred do not know the difference between rare and never. */
export function probability(share: number): string {
  if (share < 0.01) return "moins de 1 %";
  if (share > 0.99) return "plus de 99 %";
  return percent(share, 0);
}

/** What a scenario changes; the visits of a newcomer take the time they take. */
export function triedSentence(told: Forecast, tried: Forecast): string {
  if (told.kind !== "forecast" || tried.kind !== "forecast") return "";
  const change = Math.round(tried.atDeadline.mean - told.atDeadline.mean);
  const { low, high } = tried.atDeadline;
  const interval = `de ${number(low)} à ${number(high)} contrats à l'échéance`;
  if (change === 0) return french(`Ce scénario ne change pas la prévision d'un contrat : ${interval}.`);
  return french(
    `Ce scénario ${change > 0 ? "ajoute" : "ôte"} environ ${countOf(Math.abs(change), "contrat")} : ${interval}.`,
  );
}

/** The message of the chart. */
export function chartTitle({ atDeadline: { low, high } }: Foreseen, target: number): string {
  if (low >= target) return french(`La cible de ${number(target)} contrats est à portée`);
  if (high < target) return french(`La cible de ${number(target)} contrats est hors de portée à ce rythme`);
  return french(`La cible de ${number(target)} contrats est possible, sans être acquise`);
}
