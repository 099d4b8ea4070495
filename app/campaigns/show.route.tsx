import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { enter, submit } from "~/access/doorway.server";
import { dayAndTime } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { actOn } from "./acting.server";
import { campaignForm } from "./campaign.form";
import { CampaignActions } from "./campaign-actions";
import "./campaigns.css";
import { LedgerBar, LedgerSum } from "./ledger-bar";
import { openCampaign } from "./open.server";
import { PreparationForm } from "./preparation-form";
import { ReasonsTable } from "./reasons-table";
import { RehearsalPanel } from "./rehearsal-panel";
import { StateBadge } from "./state-badge";
import { UncertainPanel } from "./uncertain-panel";
import { WorstLetters } from "./worst-letters";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.campaign.name ?? "Campagne"} · Campagnes · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.read", (ctx) => openCampaign(ctx, args.params.campaignId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.read", campaignForm, async (ctx, ask) =>
    json({ error: "", fields: {} as Record<string, string[]>, ...(await actOn(ctx, args.params.campaignId, ask)) }),
  );
}

export default function ShowCampaign() {
  const { campaign, preparation, books, mayManage, mayApprove, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useFreshness(campaign.state === "sending" || campaign.state === "ready");
  const concerned = preparation?.rehearsal.planned ?? (books ? books.ledger.waiting + books.ledger.deferred : 0);
  return (
    <div className="page">
      <PageHeader
        title={campaign.name}
        back={{ to: "/campagnes", label: "Campagnes" }}
        facts={
          <>
            <StateBadge state={campaign.state} />
            {campaign.starts_at && campaign.state === "ready" && <span>part {dayAndTime(campaign.starts_at)}</span>}
          </>
        }
      />
      {answer && "done" in answer && (
        <Notice kind="good" live>
          {answer.done}
        </Notice>
      )}
      {answer?.error && !preparation && <FormErrors message={answer.error} />}
      {campaign.pause_reason && campaign.state === "paused" && (
        <Notice kind="attention" title="Pourquoi l'envoi est suspendu">
          {campaign.pause_reason}
        </Notice>
      )}
      <CampaignActions
        name={campaign.name}
        state={campaign.state}
        mayManage={mayManage}
        mayApprove={mayApprove}
        isOwn={isOwn}
        concerned={concerned}
        isBlocked={(preparation?.rehearsal.red.length ?? 0) > 0}
        needsSecond={preparation?.rehearsal.needsSecond ?? false}
      />
      {books && (
        <p className="cluster">
          <Link to="resultats">Résultats</Link>
          <Link to="registre.csv" reloadDocument>
            Télécharger le registre
          </Link>
        </p>
      )}
      {books && <Books books={books} mayManage={mayManage} />}
      {preparation && (
        <div className="campaign-preparation">
          {campaign.state === "draft" && mayManage && (
            <PreparationForm
              key={campaign.version}
              draft={campaign}
              {...preparation}
              problems={answer?.fields}
              message={answer?.error || undefined}
            />
          )}
          <div className="stack">
            <RehearsalPanel rehearsal={preparation.rehearsal} />
            {preparation.worst && <WorstLetters {...preparation.worst} />}
          </div>
        </div>
      )}
    </div>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Books({ books, mayManage }: { books: NonNullable<Shown["books"]>; mayManage: boolean }) {
  const { ledger, rate, reasons, uncertain, isArmed } = books;
  return (
    <>
      {!isArmed && (
        <Notice kind="danger" title="L'envoi de courriels est désarmé">
          Cette base vient d'une copie ou d'une restauration : rien ne part avant qu'une personne de l'administration ne
          réarme l'envoi, dans « Moteur ».
        </Notice>
      )}
      <Panel title="Le registre">
        <div className="stack">
          <LedgerBar ledger={ledger} />
          <LedgerSum ledger={ledger} />
          {rate.lastMinute > 0 && (
            <p className="soft">
              {countOf(rate.lastMinute, "courriel accepté", "courriels acceptés")} dans la dernière minute.
            </p>
          )}
        </div>
      </Panel>
      {uncertain.length > 0 && <UncertainPanel letters={uncertain} mayManage={mayManage} />}
      {reasons.length > 0 && <ReasonsTable reasons={reasons} />}
    </>
  );
}

/** While letters leave, the books are read again every second. */
function useFreshness(isMoving: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, 1_000);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
}
