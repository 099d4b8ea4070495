import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { enter, submit } from "~/access/doorway.server";
import { readDoctorId } from "~/doctors/doctor.server";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { receive } from "./report/inbox.server";
import { openMeeting } from "./report/open-report.server";
import { Outbox } from "./report/outbox";
import "./report/report.css";
import { inboxForm } from "./report/report.form";
import { ReportForm } from "./report/report-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rencontre${data ? ` · ${data.doctor.name}` : ""} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.plan", (ctx) => openMeeting(ctx, readDoctorId(args.params.doctorId)));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", inboxForm, async (ctx, ask) => redirect((await receive(ctx, ask)).next));
}

/** Somebody met by chance, or a visit that nobody had planned. */
export default function Meeting() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const navigate = useNavigate();
  const { me, doctor } = page;
  const path = `/medecins/${doctor.id}/compte-rendu`;
  const follow = useCallback(({ next }: { next: string }) => navigate(next, { replace: true }), [navigate]);
  return (
    <div className="page page-wide">
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
              back={{ to: `/medecins/${doctor.id}`, label: doctor.name }}
              title="Rencontre sans rendez-vous"
              intro={doctor.where}
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
    </div>
  );
}
