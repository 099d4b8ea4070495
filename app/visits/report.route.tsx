import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { enter, submit } from "~/access/doorway.server";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { receive } from "./report/inbox.server";
import { openReport } from "./report/open-report.server";
import { Outbox } from "./report/outbox";
import "./report/report.css";
import { inboxForm } from "./report/report.form";
import { ReportForm } from "./report/report-form";
import { StoredReport } from "./report/stored-report";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Compte rendu${data ? ` · ${data.doctor.name}` : ""} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", (ctx) => openReport(ctx, args.params.visitId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", inboxForm, async (ctx, ask) => redirect((await receive(ctx, ask)).next));
}

export default function Report() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const navigate = useNavigate();
  const { me, doctor, about, when, report, refusal } = page;
  const path = `/visites/${about.visitId}/compte-rendu`;
  const follow = useCallback(({ next }: { next: string }) => navigate(next, { replace: true }), [navigate]);
  const back = { to: "/visites/journee", label: "Ma journée" };
  if (report) return <StoredReport {...page} report={report} path={path} back={back} />;
  if (refusal !== null || !page.mayReport)
    return (
      <>
        <PageHeader back={back} title={doctor.name} intro={when} />
        <Notice
          kind="attention"
          title="Pas de compte rendu pour le moment"
          action={
            page.mayReport && (
              <LinkButton to={`/medecins/${doctor.id}/compte-rendu`}>Noter une rencontre sans rendez-vous</LinkButton>
            )
          }
        >
          {refusal ?? "Le compte rendu est écrit par la personne qui fait la visite."}
        </Notice>
      </>
    );
  return (
    <ReportForm
      {...page}
      key={path}
      action={path}
      page={path}
      label={doctor.name}
      phone={doctor.phone}
      refused={refused}
      title={(busy) => (
        <>
          <PageHeader
            back={back}
            title={doctor.name}
            intro={`${when}${doctor.where ? ` · ${doctor.where}` : ""}`}
            action={
              <Button type="submit" form="report" kind="primary" busy={busy}>
                Enregistrer
              </Button>
            }
          />
          <Outbox me={me} page={path} onReceived={follow} />
        </>
      )}
    />
  );
}
