import { dayMonthYear } from "~/format/dates";
import { countOf, number, percent, signed } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Interval } from "./interval";

interface Judged {
  readonly effect: { readonly verdict: string; readonly difference: number; readonly interval: Interval | null };
  readonly letter: { readonly doctors: number };
  readonly holdout: { readonly doctors: number };
  readonly isFinal: boolean;
  readonly endsOn: string;
  readonly outlook:
    | { readonly kind: "in-days"; readonly on: string }
    | { readonly kind: "larger-holdout"; readonly holdout: number }
    | { readonly kind: "more-doctors"; readonly doctors: number }
    | { readonly kind: "no-gap" }
    | null;
}

/** Points out of a hundred doctors: 0.043 → « +4,3 ». */
export function points(difference: number): string {
  return signed(difference * 100, 1);
}

export function intervalText({ low, high }: Interval): string {
  return french(`de ${points(low)} à ${points(high)}`);
}

/** The conclusion in one sentence, or plainly that there is none. */
export function conclusionOf(what: string, { effect, holdout, isFinal, endsOn }: Judged): string {
  if (holdout.doctors === 0) return french("Aucun médecin n'a été mis de côté : il n'y a rien à quoi comparer.");
  const early = isFinal ? "" : ` Les comptes s'arrêtent le ${dayMonthYear(endsOn)}, mais l'écart est déjà net.`;
  switch (effect.verdict) {
    case "more":
      return french(
        `Le courriel amène ${number(effect.difference * 100, 1)} ${what} de plus pour 100 médecins.${early}`,
      );
    case "less":
      return french(
        `Avec le courriel, ${number(-effect.difference * 100, 1)} ${what} de moins pour 100 médecins.${early}`,
      );
    default:
      return french(`Pas assez de données pour conclure.${isTempting(effect.interval) ? TEMPTING : ""}`);
  }
}

const TEMPTING =
  " L'intervalle laisse déjà zéro de côté, mais avant la date convenue il faut un écart plus net : à regarder chaque jour, le hasard finirait par en montrer un.";

function isTempting(interval: Interval | null): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

/** The conclusion in a few words, for a table of campaigns. */
export function verdictText({ effect, holdout, isFinal }: Judged): string {
  if (holdout.doctors === 0) return french("Personne n'a été mis de côté : rien à comparer");
  if (effect.verdict === "more") return "Amène davantage";
  if (effect.verdict === "less") return "Amène moins";
  return isFinal ? "Pas assez de données" : "Pas encore assez de données";
}

/** When there will be enough; if never, what it would have taken. */
export function outlookText({ outlook, letter, holdout, isFinal }: Judged): string | null {
  switch (outlook?.kind) {
    case undefined:
      return null;
    case "in-days":
      return french(`Si les réponses gardent ce rythme, on pourra conclure le ${dayMonthYear(outlook.on)}.`);
    case "larger-holdout":
      return french(
        `Avec ${countOf(holdout.doctors, "médecin mis", "médecins mis")} de côté, un écart de cette taille ne sera jamais établi : il en aurait fallu ${number(outlook.holdout)} sur ${number(letter.doctors + holdout.doctors)} (${percent(outlook.holdout / (letter.doctors + holdout.doctors), 0)}).`,
      );
    case "more-doctors":
      return french(
        `Avec ${countOf(letter.doctors + holdout.doctors, "médecin")} en tout, un écart de cette taille ne sera jamais établi : il en faudrait environ ${number(roundedUp(outlook.doctors))}, dont la moitié mise de côté.`,
      );
    case "no-gap":
      return isFinal
        ? french("Aucun écart visible : si le courriel change quelque chose, c'est trop peu pour être mesuré.")
        : french("Aucun écart pour l'instant : aucune date de conclusion ne peut être annoncée.");
  }
}

/** Two figures that mean something: 12 347 → 13 000. */
function roundedUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / unit) * unit;
}
