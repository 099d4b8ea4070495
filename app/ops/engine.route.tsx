import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { bytes } from "~/format/bytes";
import { numericDayAndTime } from "~/format/dates";
import { minutes } from "~/format/durations";
import { number } from "~/format/numbers";
import { french, NO_BREAK } from "~/format/typography";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { Stat } from "~/ui/stat";
import { Table } from "~/ui/table";
import { ArmingPanel } from "./arming-panel";
import { armingOf, armOutbound, database, retry } from "./engine.server";
import { FailedJobs } from "./failed-jobs";
import { QUEUE_LABELS } from "./job-words";
import { engineForm } from "./ops.form";
import { queueRoom } from "./queues.server";

export const meta: MetaFunction = () => [{ title: "Moteur · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const { store, tools } = args.context.services;
  const arming = await enter(args, "engine.read", (ctx) => armingOf(ctx, tools.campaignMail.identity));
  const facts = await enter(args, "engine.read", database);
  return { database: facts, arming, ...(await queueRoom(store)) };
}

export async function action(args: ActionFunctionArgs) {
  const { store, tools } = args.context.services;
  return submit(args, "engine.manage", engineForm, async (ctx, asked) => {
    if ("intent" in asked) await armOutbound(ctx, tools.campaignMail.identity);
    else await retry(ctx, store, asked);
    return redirect("intent" in asked ? "/moteur" : "/moteur?fait=relance");
  });
}

export default function Engine() {
  const { database: base, arming, backend, queues, failed, nightly } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isRetried = useSearchParams()[0].get("fait") === "relance" && !refused;
  return (
    <div className="page">
      <PageHeader
        title="Moteur"
        intro={french("Ce qui fait tourner Tandem : la base de données, les files d'attente, les tâches.")}
      />
      <FormErrors message={refused?.error} />
      {isRetried && (
        <Notice kind="good" live>
          La tâche est repartie.
        </Notice>
      )}
      <div className="columns">
        <Stat
          label="Base de données"
          value={`PostgreSQL ${base.version.split(" ")[0]}`}
          period={`${bytes(base.bytes)}, démarrée le ${numericDayAndTime(base.started_at)}`}
        />
        <Stat
          label="Files d'attente"
          value={backend === "postgres" ? "PostgreSQL" : "Redis"}
          period={backend === "postgres" ? "Dans la même base que les données" : "À l'adresse REDIS_URL"}
        />
        <Stat
          label="Dernier calcul nocturne"
          value={nightly ? numericDayAndTime(nightly.finishedAt) : "Aucun"}
          period={nightly ? `en ${duration(nightly.milliseconds)}` : "dans les dernières 24 heures"}
        />
      </div>
      <ArmingPanel arming={arming} />
      <Panel title="Files d'attente">
        <Table
          caption="Files d'attente et nombre de tâches"
          rows={queues}
          rowKey={(queue) => queue.name}
          columns={[
            { label: "File", kind: "lead", cell: ({ name }) => QUEUE_LABELS[name].name },
            { label: "Rôle", cell: ({ name }) => QUEUE_LABELS[name].use },
            { label: "En attente", kind: "number", cell: ({ waiting }) => number(waiting) },
            { label: "En cours", kind: "number", cell: ({ active }) => number(active) },
            { label: "Plus tard", kind: "number", cell: ({ delayed }) => number(delayed) },
            { label: "En échec", kind: "number", cell: ({ failed: count }) => <FailedCount count={count} /> },
          ]}
        />
      </Panel>
      <FailedJobs jobs={failed} total={queues.reduce((sum, queue) => sum + queue.failed, 0)} />
    </div>
  );
}

function FailedCount({ count }: { count: number }) {
  return count === 0 ? <>0</> : <a href="#echecs">{number(count)}</a>;
}

function duration(milliseconds: number): string {
  return milliseconds < 90_000
    ? `${number(Math.max(1, Math.round(milliseconds / 1000)))}${NO_BREAK}s`
    : minutes(milliseconds / 60_000);
}
