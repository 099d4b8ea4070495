import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import "./premises.css";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import { premisesForm } from "./premises.form";
import { doctorPremises, workOnPremises } from "./premises.server";
import { RequestCard } from "./request-card";
import { RequestForm } from "./request-form";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "premises.read", (ctx) => doctorPremises(ctx, args.params.doctorId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "premises.manage", premisesForm, async (ctx, ask) =>
    json({ done: await workOnPremises(ctx, args.params.doctorId, ask) }),
  );
}

export default function DoctorPremises() {
  const { requests, today, mayManage } = useLoaderData<typeof loader>();
  const [isOpen, setOpen] = useState(false);
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data, () => setOpen(false));
  const note = mayManage && !isOpen && (
    <Button icon="plus" onClick={() => setOpen(true)}>
      Noter une demande
    </Button>
  );
  return (
    <div className="stack stack-loose">
      {isOpen && (
        <Panel title="Une demande d'aide aux locaux">
          <RequestForm fetcher={fetcher} refused={refused} today={today} onClose={() => setOpen(false)} />
        </Panel>
      )}
      {requests.length === 0 && !isOpen && (
        <EmptyState
          icon="home"
          title="Aucune demande d'aide aux locaux"
          why="Le manque de place est une objection fréquente. Une demande notée ici est suivie jusqu'à sa réponse."
          action={note}
        />
      )}
      {requests.length > 0 && <div className="cluster">{note}</div>}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} today={today} mayManage={mayManage} />
      ))}
    </div>
  );
}
