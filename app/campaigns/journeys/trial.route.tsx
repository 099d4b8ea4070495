import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import "../letters/preview.css";
import "./journeys.css";
import { trialSearch } from "./journeys.form";
import { openTrial } from "./open.server";
import { TrialDesk } from "./trial-desk";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Essai : ${data?.journey.name ?? "parcours"} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, trialSearch);
  return enter(args, "campaign.read", (ctx) => openTrial(ctx, args.params.journeyId, search));
}

export default function TrialPage() {
  const { journey, letters, doctor, department, startsOn } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Essayer sur un médecin"
        back={{ to: `/parcours/${journey.id}`, label: journey.name }}
        intro="Avancez le jour, faites arriver ce qui peut arriver, et voyez où le parcours s'arrête. Rien n'est écrit, rien ne part."
      />
      {journey.steps.length === 0 ? (
        <EmptyState title="Aucune étape à essayer" why="Ajoutez au moins une étape à ce parcours, et enregistrez-le." />
      ) : (
        <TrialDesk
          key={`${doctor?.id} ${startsOn}`}
          plan={{ steps: journey.steps, stops: journey.stops }}
          letters={new Map(letters.map(({ value, label }) => [value, label]))}
          doctor={doctor}
          department={department}
          startsOn={startsOn}
        />
      )}
    </div>
  );
}
