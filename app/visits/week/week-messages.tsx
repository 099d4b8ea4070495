import { countOf } from "~/format/numbers";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";

export function Computing({ share }: { share: number }) {
  return (
    <Progress
      label="La semaine se calcule"
      done={Math.floor(share * 100)}
      total={100}
      unit="étape"
      note="Vous pouvez quitter cette page : la semaine sera prête à votre retour."
    />
  );
}

export function Conflicts({ sentences }: { sentences: readonly string[] }) {
  return (
    <Notice kind="danger" title="La semaine ne peut pas être calculée ainsi" live>
      <ul className="week-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      Vos visites sont restées où elles étaient.
    </Notice>
  );
}

/** Proposals that could not be booked: they are still there. */
export function Missed({ sentences }: { sentences: readonly string[] }) {
  return (
    <Notice kind="attention" title={`${countOf(sentences.length, "visite")} à revoir`} live>
      <ul className="week-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function NoBase() {
  return (
    <EmptyState
      icon="map-pin"
      title="Pas encore de point de départ"
      why="Indiquez d'où vous partez le matin, votre bureau ou votre domicile : la semaine se construit autour. Vous seul le lisez."
      action={
        <LinkButton to="/visites/reglages" kind="primary">
          Indiquer mon point de départ
        </LinkButton>
      }
    />
  );
}

export function PastWeek() {
  return (
    <EmptyState
      icon="calendar"
      title="Aucune visite cette semaine-là"
      why="Cette semaine est passée : plus rien ne peut y être proposé."
      action={<LinkButton to="/visites/semaine">Voir la semaine en cours</LinkButton>}
    />
  );
}

export function NoWorkingDay({ nextWeek }: { nextWeek: string }) {
  return (
    <EmptyState
      icon="calendar"
      title="Aucun jour de travail cette semaine"
      why="Jours fériés, absences ou horaires : vous n'êtes sur la route aucun de ces cinq jours."
      action={<LinkButton to={`/visites/semaine?semaine=${nextWeek}`}>Voir la semaine suivante</LinkButton>}
    />
  );
}

export function NobodyToSee({
  leftOut,
  considered,
}: {
  leftOut: Readonly<Partial<Record<string, number>>>;
  considered: number;
}) {
  return (
    <EmptyState
      icon="doctors"
      title="Personne à proposer cette semaine"
      why={considered === 0 ? "Aucun médecin de votre secteur n'est classé prioritaire." : whyNobody(leftOut)}
      action={<LinkButton to="/medecins">Voir les médecins de mon secteur</LinkButton>}
    />
  );
}

const REASONS: readonly [code: string, told: (count: string) => string][] = [
  ["rested", (count) => `${count} vus il y a peu ou attendus plus tard`],
  ["booked", (count) => `${count} déjà dans votre agenda`],
  ["refuses", (count) => `${count} qui ne souhaitent plus de visite`],
  ["removed", (count) => `${count} retirés par vous ou proposés une autre semaine`],
  ["no_location", (count) => `${count} sans commune connue`],
  ["no_window_in_period", (count) => `${count} fermés vos jours de travail`],
  ["out_of_reach", (count) => `${count} trop loin pour une journée`],
  ["blocked_by_locked", (count) => `${count} que les visites gardées ne permettent pas de voir`],
];

function whyNobody(leftOut: Readonly<Partial<Record<string, number>>>): string {
  const told = REASONS.flatMap(([code, tell]) => (leftOut[code] ? [tell(countOf(leftOut[code], "médecin"))] : []));
  return told.length > 0
    ? `Parmi les médecins classés : ${told.join(", ")}.`
    : "Aucun médecin ne tient dans ces journées.";
}

export function NotYetProposed({ onPropose, isBusy }: { onPropose: () => void; isBusy: boolean }) {
  return (
    <EmptyState
      icon="visits"
      title="Cette semaine est encore libre"
      why="Tandem choisit les médecins qui comptent le plus, l'ordre et les heures, autour de vos rendez-vous. Rien n'est inscrit avant votre accord."
      action={
        <Button kind="primary" onClick={onPropose} busy={isBusy}>
          Proposer ma semaine
        </Button>
      }
    />
  );
}
