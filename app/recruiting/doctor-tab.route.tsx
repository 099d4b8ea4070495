import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { can } from "~/access/permissions";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { IntroductionItem } from "./introduction-item";
import { doctorCandidates } from "./introductions.server";
import { MatchItem } from "./match-item";
import "./recruiting.css";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "candidate.read", async (ctx) => ({
    ...(await doctorCandidates(ctx, args.params.doctorId)),
    mayManage: can(ctx.actor, "candidate.manage"),
  }));
}

export default function DoctorCandidates() {
  const { today, doctorId, isRecruiting, introductions, candidates, candidateCount, mayManage } =
    useLoaderData<typeof loader>();
  return (
    <div className="stack stack-loose">
      {introductions.length > 0 && (
        <Panel title={`Mises en relation (${introductions.length})`}>
          <ul className="recruiting-people">
            {introductions.map((each) => (
              <IntroductionItem key={each.id} introduction={each} today={today} mayManage={mayManage} />
            ))}
          </ul>
        </Panel>
      )}
      {candidates.length > 0 ? (
        <Panel title={countOf(candidateCount, "candidat à proposer", "candidats à proposer")}>
          <ul className="recruiting-people">
            {candidates.map((each) => (
              <MatchItem
                key={each.id}
                name={each.name}
                where={each.commune}
                to={`/candidats/${each.id}`}
                match={each.match}
                candidateId={each.id}
                doctorId={doctorId}
                mayManage={mayManage}
              />
            ))}
          </ul>
        </Panel>
      ) : (
        introductions.length === 0 && (
          <EmptyState
            icon="user"
            title={isRecruiting ? "Aucun candidat à proposer" : "Ce cabinet ne recrute pas"}
            why={
              isRecruiting
                ? "Aucune personne suivie par la caisse n'est libre pour ce cabinet."
                : "Des candidats sont proposés quand le médecin a l'intention de demander l'aide, a un dossier ouvert, ou a signé sans avoir embauché."
            }
            action={<LinkButton to="/candidats">Voir les candidats</LinkButton>}
          />
        )
      )}
    </div>
  );
}
