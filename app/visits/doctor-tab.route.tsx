import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Notice } from "~/ui/notice";
import { ComingVisits } from "./doctor-tab/coming-visits";
import "./doctor-tab/doctor-tab.css";
import { doctorTabForm } from "./doctor-tab/doctor-tab.form";
import { answerTab, doctorVisits } from "./doctor-tab/doctor-tab.server";
import { OptOutsPanel } from "./doctor-tab/opt-outs-panel";
import { PastVisits } from "./doctor-tab/past-visits";
import { ClosuresPanel } from "./hours/closures-panel";
import { HoursPanel } from "./hours/hours-panel";
import { useTabReply } from "./hours/use-tab-reply";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", (ctx) => doctorVisits(ctx, args.params.doctorId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", doctorTabForm, async (ctx, ask) =>
    json({ done: await answerTab(ctx, args.params.doctorId, ask) }),
  );
}

export default function DoctorVisitsTab() {
  const { doctorId, today, mayPlan, mayVisit, coming, past, hours, optOuts } = useLoaderData<typeof loader>();
  const refused = useTabReply(useActionData<typeof action>());
  return (
    <div className="stack stack-loose">
      {refused && <Notice kind="danger">{refused.error}</Notice>}
      {!mayVisit && coming.length > 0 && (
        <Notice kind="attention" title="Une visite reste prévue">
          Ce médecin ne reçoit plus de visite, mais celle-ci n'est pas annulée. Ouvrez-la pour l'annuler.
        </Notice>
      )}
      <ComingVisits visits={coming} doctorId={doctorId} mayPlan={mayPlan && mayVisit} />
      <PastVisits visits={past} mayPlan={mayPlan} />
      <div className="tab-columns">
        <HoursPanel {...hours} mayPlan={mayPlan} />
        <div className="stack stack-loose">
          <ClosuresPanel closures={hours.closures} today={today} mayPlan={mayPlan} />
          <OptOutsPanel optOuts={optOuts} mayPlan={mayPlan} />
        </div>
      </div>
    </div>
  );
}
