import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { french } from "~/format/typography";
import { PageHeader } from "~/ui/page-header";
import { AbsencesPanel } from "./settings/absences-panel";
import { BasePanel } from "./settings/base-panel";
import { HoursPanel } from "./settings/hours-panel";
import { LunchPanel, VisitsPanel } from "./settings/rhythm-panels";
import "./settings/settings.css";
import { settingsForm } from "./settings/settings.form";
import { changeSettings, openSettings } from "./settings/settings.server";

export const meta: MetaFunction = () => [{ title: "Réglages des visites · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.plan", openSettings);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", settingsForm, changeSettings);
}

export default function Settings() {
  const { setting, isUsual, zonePlace, ...absences } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Réglages"
        intro={french(
          isUsual
            ? "Ce sont les valeurs habituelles : changez ce qui ne vous ressemble pas. Chaque partie s'enregistre à part."
            : "Votre semaine est proposée d'après ces réglages. Chaque partie s'enregistre à part.",
        )}
      />
      <div className="settings">
        <div>
          <div id="depart">
            <BasePanel base={setting.base} />
          </div>
          <div id="pause">
            <LunchPanel lunch={setting.lunch} />
          </div>
        </div>
        <div>
          <div id="horaires">
            <HoursPanel hours={setting.hours} zonePlace={zonePlace} />
          </div>
          <div id="rythme">
            <VisitsPanel setting={setting} />
          </div>
        </div>
        <div className="settings-wide" id="absences">
          <AbsencesPanel {...absences} />
        </div>
      </div>
    </>
  );
}
