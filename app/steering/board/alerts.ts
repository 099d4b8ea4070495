import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { StageFigures } from "~/funnel/figures";
import type { Place } from "~/funnel/place";

/** What stands still in a caisse, counted. */
interface Facts {
  readonly unreported: number;
  readonly filed: number;
  readonly intends: number;
  readonly promises: number;
  readonly sectors: readonly { id: number; name: string; doctors: number }[];
}

export interface Alert {
  readonly key: string;
  readonly sentence: string;
  /** The one thing to do. */
  readonly action: string;
  readonly to: string;
  /** Contracts these doctors would come to at the caisse's own rates. */
  readonly atStake: number;
}

const SHOWN = 3;

/** The alerts that cost most, first; what a stage is worth is the share of it that signed so far in this caisse. */
export function alertsOf(facts: Facts, figures: readonly StageFigures[]): Alert[] {
  const worth = worthOf(figures);
  const still: Alert[] = [
    {
      key: "unreported",
      sentence: `${countOf(facts.unreported, "visite passée", "visites passées")} depuis plus d'un jour, sans compte rendu`,
      action: "Demander les comptes rendus",
      to: "/pilotage/medecins?alerte=unreported",
      atStake: facts.unreported * worth("visited"),
    },
    {
      key: "filed",
      sentence: `${countOf(facts.filed, "dossier")} sans mouvement depuis 30 jours`,
      action: "Reprendre les dossiers",
      to: "/pilotage/medecins?alerte=filed",
      atStake: facts.filed * worth("filed"),
    },
    {
      key: "intends",
      sentence: `${countOf(facts.intends, "médecin décidé", "médecins décidés")} sans dossier depuis 30 jours`,
      action: "Ouvrir les dossiers",
      to: "/pilotage/medecins?alerte=intends",
      atStake: facts.intends * worth("intends"),
    },
    {
      key: "promises",
      sentence: `${countOf(facts.promises, "médecin attend", "médecins attendent")} une relance promise depuis plus de 7 jours`,
      action: "Tenir les promesses",
      to: "/pilotage/medecins?alerte=promises",
      atStake: facts.promises * worth("simulated"),
    },
  ].filter((_, at) => [facts.unreported, facts.filed, facts.intends, facts.promises][at]! > 0);
  const quiet = facts.sectors.map(({ id, name, doctors }) => ({
    key: `sector-${id}`,
    sentence: `${name} : plus aucune visite prévue dans les 14 jours, pour ${countOf(doctors, "médecin")} à voir`,
    action: "Voir qui visiter",
    to: `/medecins?secteur=${id}&verdict=oui`,
    atStake: doctors * worth("eligible"),
  }));
  return [...still, ...quiet]
    .sort((a, b) => b.atStake - a.atStake)
    .slice(0, SHOWN)
    .map((alert) => ({ ...alert, sentence: french(alert.sentence) }));
}

/** Share of those who came to a stage and signed; nobody there yet is worth nothing known. */
function worthOf(figures: readonly StageFigures[]): (place: Place) => number {
  const at = (place: Place) => figures.find((row) => row.place === place)?.doctors ?? 0;
  return (place) => (at(place) === 0 ? 0 : at("signed") / at(place));
}
