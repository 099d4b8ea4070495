import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { fullDay } from "~/format/dates";
import { queueStates } from "~/ops/queues.server";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { DayGlance } from "~/visits/day/glance";
import { AdminSummary } from "./admin-summary";
import { FilesToFollow } from "./files-to-follow";
import { FirstToSee } from "./first-to-see";
import { today } from "./today.server";
import { VerdictTable } from "./verdict-table";

export const meta: MetaFunction = () => [{ title: "Aujourd'hui · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const page = await enter(args, "self.manage", today);
  if (page.role === "national_reader") return redirect("/national");
  return json({ ...page, queues: page.accounts ? await queueStates(args.context.services.store) : null });
}

export default function Today() {
  const { name, now, role, visits, first, counts, imports, doubts, accounts, queues } = useLoaderData<typeof loader>();
  const sees = counts === null ? null : counts.counts.reduce((sum, { doctors }) => sum + doctors, 0);
  return (
    <div className="page">
      <PageHeader title="Aujourd'hui" intro={`${capital(fullDay(dayOf(now)))}. Bonjour ${name}.`} />
      {sees === 0 && <NobodyYet role={role} />}
      {visits !== null && <DayGlance {...visits} />}
      {first !== null && first.length > 0 && <FirstToSee doctors={first} />}
      {counts !== null && sees !== 0 && <VerdictTable counts={counts.counts} computedAt={counts.computed_at} />}
      {imports !== null && <FilesToFollow imports={imports} doubts={doubts ?? 0} />}
      {accounts !== null && <AdminSummary accounts={accounts} queues={queues ?? []} />}
    </div>
  );
}

function NobodyYet({ role }: { role: string }) {
  return (
    <Notice title="Aucun médecin à montrer pour le moment">
      {role === "delegate"
        ? "Aucun secteur ne vous est attribué, ou vos secteurs n'ont encore aucun médecin. L'administration de votre caisse attribue les secteurs."
        : "L'annuaire de la caisse n'est pas encore importé."}
    </Notice>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
