import { useState } from "react";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { TextInput } from "~/ui/text-input";
import type { Setting } from "../setting";
import { CommuneField } from "./commune-field";
import { SectionForm } from "./section-form";
import { SETTINGS, type Section, useSection } from "./use-section";

const PRIVATE = french(
  "Personne d'autre que vous ne lit votre point de départ : ni votre responsable, ni vos collègues, ni l'administration.",
);

/** Where the days begin and end. It may be a home: the page says who reads it. */
export function BasePanel({ base }: { base: Setting["base"] }) {
  const section = useSection("base");
  const { refused, fetcher } = section;
  return (
    <Panel title="Mon point de départ">
      <div className="stack">
        {base ? (
          <div className="cluster cluster-between">
            <p className="setting-now">
              <Icon name="map-pin" />
              <span className="bold">{base.label}</span>
            </p>
            <fetcher.Form method="post" action={SETTINGS}>
              <input type="hidden" name="intent" value="forget-base" />
              <Button type="submit" kind="quiet" icon="trash">
                Effacer
              </Button>
            </fetcher.Form>
          </div>
        ) : (
          <Notice kind="attention" title="Vous n'avez pas encore de point de départ.">
            Sans lui, Tandem ne peut ni proposer votre semaine ni compter vos trajets.
          </Notice>
        )}
        <SectionForm
          section={section}
          intent="base"
          verb={base ? "Changer de point de départ" : "Enregistrer ce point de départ"}
          kind={base ? "secondary" : "primary"}
          more={<HereButton section={section} />}
        >
          <CommuneField error={refused?.fields.commune} key={`${base?.label} ${section.generation}`} />
          <TextInput
            name="label"
            label="Adresse ou nom du lieu"
            optional
            maxLength={120}
            autoComplete="off"
            help={french("Pour vous y retrouver : « Bureau », « 12 rue des Lilas ». Ce texte ne change pas le calcul.")}
            error={refused?.fields.label}
          />
        </SectionForm>
        <p className="setting-private small soft">
          <Icon name="lock" small />
          {PRIVATE}
        </p>
      </div>
    </Panel>
  );
}

const REFUSED = "Votre appareil n'a pas donné sa position. Indiquez plutôt une commune.";

/** Asked of the device once, on this press; rounded to some 100 m by the server before it is kept. */
function HereButton({ section: { fetcher } }: { section: Section }) {
  const [state, setState] = useState<"idle" | "asking" | "refused">("idle");
  const ask = () => {
    if (!navigator.geolocation) return setState("refused");
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        const { latitude, longitude } = coords;
        fetcher.submit(
          { intent: "point", latitude: String(latitude), longitude: String(longitude), label: "" },
          { method: "post", action: SETTINGS },
        );
      },
      () => setState("refused"),
      { maximumAge: 60_000, timeout: 15_000 },
    );
  };
  return (
    <>
      <Button kind="quiet" icon="map-pin" onClick={ask} busy={state === "asking"}>
        Ma position actuelle
      </Button>
      <span role="status" className="field-error">
        {state === "refused" && REFUSED}
      </span>
    </>
  );
}
