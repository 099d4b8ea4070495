import type { Day } from "~/calendar/day";
import { dayAndMonth, dayMonthYear } from "~/format/dates";
import { countOf, number } from "~/format/numbers";
import { french, listed } from "~/format/typography";
import type { Targets } from "../board/targets";
import type { Reached } from "./reach";
import type { Recruit, Renounced } from "./remedies";

export interface Told {
  readonly told: Reached;
  readonly target: Pick<Targets, "from" | "to" | "visits" | "isOwn">;
  readonly met: number;
  readonly toSee: number;
  readonly today: Day;
}

/** Visits still asked for. */
export function restOf(target: Pick<Targets, "visits">, met: number): number {
  return Math.max(0, target.visits - met);
}

/** The answer in one sentence; the first week that no longer fits is named. */
export function answerOf({ told, target, met, today }: Told): string {
  const by = dayMonthYear(target.to);
  if (restOf(target, met) === 0)
    return french(`La cible est atteinte : ${countOf(met, "médecin rencontré", "médecins rencontrés")}.`);
  if (told.sectors.length === 0) return french("Aucun secteur n'est dessiné : personne ne peut faire ces visites.");
  if (told.lateFrom === null)
    return french(
      `Tout tient : ${countOf(told.remaining, "visite")} d'ici le ${by}, de la place pour ${number(told.possible)}.`,
    );
  const missing = `il manque de la place pour ${countOf(Math.ceil(told.missing), "visite")} d'ici le ${by}.`;
  return french(`${weekName(told.lateFrom, today)} ne tient plus${whereOf(told)} : ${missing}`);
}

/** Said when it is not everywhere. */
function whereOf({ sectors }: Reached): string {
  const late = sectors.filter(({ missing }) => missing > 0);
  return late.length === sectors.length ? "" : ` dans ${listed(late.map(({ name }) => `« ${name} »`))}`;
}

/** « La semaine du 8 février », or that of today. */
function weekName(weekOn: Day, today: Day): string {
  return weekOn <= today ? "Dès cette semaine, le rythme" : `La semaine du ${dayAndMonth(weekOn)}`;
}

/** Things to know before believing the answer. */
export function doubtsOf({ told, toSee, target, today }: Told): string[] {
  const sentences: string[] = [];
  if (target.from > today) sentences.push(`La période de la cible commence le ${dayMonthYear(target.from)}.`);
  if (told.remaining > toSee)
    sentences.push(
      `${countOf(told.remaining, "visite reste", "visites restent")} pour la cible, mais ${countOf(toSee, "médecin")} seulement ${toSee > 1 ? "valent" : "vaut"} une visite aujourd'hui dans les secteurs.`,
    );
  const idle = told.sectors.filter(({ possible, remaining }) => possible === 0 && remaining > 0);
  if (idle.length > 0)
    sentences.push(`Personne ne travaille d'ici là dans ${listed(idle.map(({ name }) => `« ${name} »`))}.`);
  return sentences.map(french);
}

export interface Remedies {
  readonly hired: Recruit | null;
  readonly evened: { readonly moves: number; readonly reached: Reached } | null;
  readonly fewer: Renounced | null;
}

export function hiredSentence({ delegates, sectorNames }: Recruit): string {
  const where = listed([...new Set(sectorNames)].map((name) => `« ${name} »`));
  return french(`${countOf(delegates, "délégué")} de plus dans ${where} : tout tient.`);
}

/** What the swaps of the balance page do to the answer, even when they do not do all. */
export function evenedSentence({ moves, reached }: NonNullable<Remedies["evened"]>, told: Reached): string {
  const swaps = `Avec les échanges proposés entre secteurs (${countOf(moves, "commune")})`;
  if (reached.missing === 0) return french(`${swaps} : tout tient.`);
  const gained = Math.round(told.missing - reached.missing);
  if (gained < 1)
    return "Les échanges proposés entre secteurs n'y changent rien : ce qui manque tient à une seule commune, ou partout.";
  return french(
    `${swaps}, il ne manque plus de place que pour ${countOf(Math.ceil(reached.missing), "visite")}, au lieu de ${number(Math.ceil(told.missing))}.`,
  );
}

export function fewerSentence({ visits }: Renounced): string {
  return french(`${countOf(visits, "visite")} de moins hors ZIP, dans les secteurs qui débordent : le reste tient.`);
}

/** The message of the chart. */
export function chartTitle(told: Reached): string {
  return told.lateFrom === null
    ? "Chaque visite du rythme qui mène à la cible a une place"
    : french(`À partir du ${dayAndMonth(told.lateFrom)}, le retard ne se rattrape plus`);
}
