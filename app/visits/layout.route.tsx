import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { can } from "~/access/permissions";
import { TabsNav } from "~/ui/tabs-nav";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", async ({ actor }) => ({ plans: can(actor, "visit.plan") }));
}

/** A delegate's pages stand side by side; who only looks sees those that may be looked at. */
export default function Visits() {
  const { plans } = useLoaderData<typeof loader>();
  return (
    <div className="page page-wide">
      <TabsNav label={plans ? "Mes visites" : "Visites"} tabs={TABS.filter(({ isOwn }) => plans || !isOwn)} />
      <Outlet />
    </div>
  );
}

const TABS = [
  { to: "/visites/journee", label: "Journée", isOwn: true },
  { to: "/visites/semaine", label: "Semaine", isOwn: true },
  { to: "/visites/relances", label: "Relances", isOwn: true },
  { to: "/visites/calendrier", label: "Calendrier", isOwn: false },
  { to: "/visites/carte", label: "Carte", isOwn: false },
  { to: "/visites/reglages", label: "Réglages", isOwn: true },
];
