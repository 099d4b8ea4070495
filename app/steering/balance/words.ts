import { countOf, percent } from "~/format/numbers";
import { french, listed, quoted } from "~/format/typography";
import type { Shape, Tone } from "~/ui/mark-shapes";
import { deviationOf, type Load, type LoadState, TOLERANCE } from "./loads";
import { MOST_MOVES, type Move } from "./propose";

export const STATES: Record<LoadState, { label: string; shape: Shape; tone: Tone }> = {
  over: { label: "Plus chargé", shape: "diamond-full", tone: "warm" },
  even: { label: "Équilibré", shape: "disc-check", tone: "good" },
  under: { label: "Moins chargé", shape: "diamond-hollow", tone: "brand" },
  nobody: { label: "Sans délégué", shape: "ring-cross", tone: "danger" },
  empty: { label: "Sans travail", shape: "diamond-hollow", tone: "plain" },
};

/** More work than hours is another thing than more than the others. */
export function stateOf({ state, load }: Pick<Load, "state" | "load">) {
  return load !== null && load > 1 ? { ...STATES.over, label: "Surchargé" } : STATES[state];
}

type Weighed = Pick<Load, "name" | "needed" | "available" | "load" | "state" | "isOneCommune">;

/** The sectors that a swap can relieve; the others are said by name. */
const shared = (loads: readonly Weighed[]) => loads.filter((each) => each.load !== null && !isStuck(each));
const isStuck = ({ state, isOneCommune }: Weighed) => state === "over" && isOneCommune;

/** « Tout est équilibré à ±8 %. », or what is not. */
export function verdictOf(loads: readonly Weighed[]): string {
  const ones = shared(loads);
  if (loads.length === 0) return "Aucun secteur n'est dessiné.";
  if (ones.length === 0) return "Aucun secteur n'a de délégué.";
  const stuck = loads.filter(isStuck);
  const all = stuck.length === 0 ? "Tout est équilibré" : `Hors ${names(stuck)}, tout est équilibré`;
  const far = deviationOf(ones);
  if (far <= TOLERANCE) return french(`${all} à ±${percent(Math.max(0.01, Math.ceil(far * 100) / 100), 0)}.`);
  const [over, under] = (["over", "under"] as const).map((state) => ones.filter((each) => each.state === state));
  const parts = [
    over!.length > 0 && `${countOf(over!.length, "secteur plus chargé", "secteurs plus chargés")} que la moyenne`,
    under!.length > 0 && `${countOf(under!.length, "moins chargé", "moins chargés")}`,
  ].filter((part) => part !== false);
  return french(`${parts.join(", ")} : jusqu'à ${percent(far, 0)} d'écart.`);
}

/** Sectors that no swap can help, each with what would. */
export function warningsOf(loads: readonly Weighed[], strays: number): string[] {
  const sentences = loads.flatMap((each) => {
    if (isStuck(each))
      return `${quoted(each.name)} tient en une seule commune, qu'aucun échange ne partage : un délégué de plus, ou moins de médecins à voir, l'allégerait.`;
    if (each.state === "nobody")
      return `${quoted(each.name)} n'a pas de délégué qui travaille d'ici là : ${hours(each.needed)} de travail n'y sont à personne. Donnez-lui un délégué ou dessinez ses communes dans un autre secteur.`;
    if (each.state === "empty") return `${quoted(each.name)} n'a ni travail ni délégué.`;
    return [];
  });
  if (strays > 0)
    sentences.push(`${countOf(strays, "médecin")} à voir ne sont dans aucun secteur : dessinez leurs communes.`);
  return sentences.map(french);
}

/** What the swaps come to, or why there is none. */
export function proposalSentence(
  moves: readonly Move[],
  before: readonly Weighed[],
  after: readonly Weighed[],
): string {
  if (moves.length === 0) {
    const isEven = deviationOf(shared(before)) <= TOLERANCE;
    return isEven
      ? "Rien à échanger."
      : "Aucun échange entre secteurs voisins n'améliore l'équilibre : il faut un délégué de plus ou un autre dessin.";
  }
  const doctors = moves.reduce((sum, move) => sum + move.doctors, 0);
  const held = moves.reduce((sum, move) => sum + move.held, 0);
  const protects =
    held === 0
      ? "Aucune visite prévue n'est touchée."
      : `${countOf(held, "médecin")} dont la visite est prévue ${held === 1 ? "garde son délégué" : "gardent leur délégué"} jusqu'à elle.`;
  const most = moves.length === MOST_MOVES ? " D'autres échanges pourront suivre." : "";
  return french(
    `${countOf(moves.length, "commune change", "communes changent")} de secteur, ${countOf(doctors, "médecin")} de délégué. ${protects} Ensuite : ${lowered(verdictOf(after))}${most}`,
  );
}

export const hours = (minutes: number): string => countOf(Math.round(minutes / 60), "heure");

const names = (loads: readonly Weighed[]) => listed(loads.map(({ name }) => quoted(name)));
const lowered = (text: string) => text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
