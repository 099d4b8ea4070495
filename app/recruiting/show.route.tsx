import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { countOf } from "~/format/numbers";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import { candidateForm } from "./candidate.form";
import { openCandidate, workOnCandidate } from "./candidate-page.server";
import { CandidateSheet } from "./candidate-sheet";
import { IntroductionItem } from "./introduction-item";
import { PROFILE_LABELS } from "./labels";
import { MatchItem } from "./match-item";
import "./recruiting.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.name ?? "Candidat"} · Candidats · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "candidate.read", (ctx) => openCandidate(ctx, args.params.candidateId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "candidate.manage", candidateForm, async (ctx, ask) => {
    const done = await workOnCandidate(ctx, args.params.candidateId, ask);
    return ask.intent === "withdraw" ? redirect("/candidats") : json({ done });
  });
}

export default function ShowCandidate() {
  const shown = useLoaderData<typeof loader>();
  const { candidate, today, mayManage, introductions, practices, practiceCount } = shown;
  return (
    <div className="page">
      <PageHeader
        title={candidate.name}
        back={{ to: "/candidats", label: "Candidats" }}
        facts={`${PROFILE_LABELS[candidate.profile]}, ${candidate.commune}`}
        action={
          mayManage && (
            <>
              <ContactButton />
              <LinkButton to={`/candidats/${candidate.id}/modifier`} icon="edit">
                Modifier
              </LinkButton>
            </>
          )
        }
      />
      <div className="beside">
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
          {practices.length === 0 ? (
            <EmptyState
              icon="doctors"
              title="Aucun cabinet qui recrute à proposer"
              why="Un cabinet recrute quand le médecin a l'intention de demander l'aide, a un dossier ouvert, ou a signé sans avoir embauché."
            />
          ) : (
            <Panel title={countOf(practiceCount, "cabinet qui recrute", "cabinets qui recrutent")}>
              <ul className="recruiting-people">
                {practices.map((each) => (
                  <MatchItem
                    key={each.id}
                    name={each.name}
                    where={each.town}
                    to={`/medecins/${each.id}`}
                    match={each.match}
                    candidateId={candidate.id}
                    doctorId={each.id}
                    mayManage={mayManage}
                  />
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <CandidateSheet candidate={candidate} mails={shown.mails} mayManage={mayManage} />
      </div>
    </div>
  );
}

function ContactButton() {
  const fetcher = useFetcher<TabReply>();
  useTabReply(fetcher.data);
  return (
    <fetcher.Form method="post">
      <Button type="submit" name="intent" value="contact" icon="phone" busy={fetcher.state !== "idle"}>
        Noter un contact
      </Button>
    </fetcher.Form>
  );
}
