import { Outlet } from "@remix-run/react";
import { TabsNav } from "~/ui/tabs-nav";

/** The delegate's own pages stand side by side: the day, the week, what was promised, and how they work. */
export default function Visits() {
  return (
    <div className="page page-wide">
      <TabsNav
        label="Mes visites"
        tabs={[
          { to: "/visites/journee", label: "Journée" },
          { to: "/visites/semaine", label: "Semaine" },
          { to: "/visites/relances", label: "Relances" },
          { to: "/visites/calendrier", label: "Calendrier" },
          { to: "/visites/carte", label: "Carte" },
          { to: "/visites/reglages", label: "Réglages" },
        ]}
      />
      <Outlet />
    </div>
  );
}
