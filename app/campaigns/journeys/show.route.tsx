import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { actOnJourney } from "./acting.server";
import { Following } from "./following";
import { JourneyActions } from "./journey-actions";
import { JourneyBadge } from "./journey-badge";
import { JourneyEditor } from "./journey-editor";
import { JourneyLine } from "./journey-line";
import "./journeys.css";
import { journeyForm, peopleSearch } from "./journeys.form";
import { openJourney } from "./open.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.journey.name ?? "Parcours"} · Parcours · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, peopleSearch);
  return enter(args, "campaign.read", (ctx) => openJourney(ctx, args.params.journeyId, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.read", journeyForm, async (ctx, ask) =>
    json({
      error: "",
      fields: {} as Record<string, string[]>,
      ...(await actOnJourney(ctx, args.params.journeyId, ask)),
    }),
  );
}

export default function ShowJourney() {
  const { journey, letters, preparation, following, mayManage, mayApprove, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const names = new Map(letters.map(({ value, label }) => [value, label]));
  const isWritten = journey.state === "draft" && mayManage;
  return (
    <div className="page">
      <PageHeader
        title={journey.name}
        back={{ to: "/parcours", label: "Parcours" }}
        facts={
          <>
            <JourneyBadge state={journey.state} />
            {journey.segment && <span>public : {journey.segment}</span>}
            {preparation !== null && preparation.doctors !== null && (
              <span>{countOf(preparation.doctors, "médecin")} aujourd'hui</span>
            )}
          </>
        }
      />
      {answer && "done" in answer && (
        <Notice kind="good" live>
          {answer.done}
        </Notice>
      )}
      {answer?.error && !isWritten && <FormErrors message={answer.error} />}
      <div className="cluster">
        <JourneyActions
          name={journey.name}
          state={journey.state}
          mayManage={mayManage}
          mayApprove={mayApprove}
          isOwn={isOwn}
          concerned={preparation?.doctors ?? following?.tally.active ?? 0}
          isBlocked={(preparation?.flaws.length ?? 0) > 0}
          needsSecond={preparation?.needsSecond ?? false}
        />
        {journey.steps.length > 0 && (
          <LinkButton to={`/parcours/${journey.id}/essai`}>Essayer sur un médecin</LinkButton>
        )}
      </div>
      {preparation !== null && preparation.flaws.length > 0 && (
        <Notice kind="attention" title="Avant de lancer ce parcours">
          <ul className="journey-flaws">
            {preparation.flaws.map((flaw) => (
              <li key={flaw}>{flaw}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preparation && isWritten && (
        <JourneyEditor
          key={journey.version}
          journey={journey}
          segments={preparation.segments}
          letters={letters}
          isUnfinished={preparation.flaws.length > 0}
          problems={answer?.fields}
          message={answer?.error || undefined}
        />
      )}
      {preparation && !isWritten && <JourneyLine steps={journey.steps} letters={names} stops={journey.stops} />}
      {following && <Following journey={journey} following={following} letters={names} />}
    </div>
  );
}
