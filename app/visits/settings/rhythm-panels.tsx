import { hhmm } from "~/calendar/zoned";
import { minutes } from "~/format/durations";
import { countOf } from "~/format/numbers";
import { french, NARROW } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { TextInput } from "~/ui/text-input";
import type { Setting } from "../setting";
import { SectionForm } from "./section-form";
import { useSection } from "./use-section";

export function LunchPanel({ lunch }: { lunch: Setting["lunch"] }) {
  const section = useSection("lunch");
  const problems = section.refused?.fields;
  return (
    <Panel title="Ma pause de midi">
      <SectionForm section={section} intent="lunch" verb="Enregistrer ma pause">
        <div className="side-fields">
          <TextInput
            name="lunchFrom"
            type="time"
            label="Entre"
            width="short"
            defaultValue={hhmm(lunch.from)}
            error={problems?.lunchFrom}
          />
          <TextInput
            name="lunchTo"
            type="time"
            label="Et"
            width="short"
            defaultValue={hhmm(lunch.to)}
            error={problems?.lunchTo}
          />
        </div>
        <TextInput
          name="lunchMinutes"
          type="number"
          inputMode="numeric"
          label="Durée"
          unit="minutes"
          width="short"
          min={0}
          max={180}
          step={5}
          defaultValue={lunch.minutes}
          help="0 pour ne garder aucune pause."
          error={problems?.lunchMinutes}
        />
      </SectionForm>
    </Panel>
  );
}

export function VisitsPanel({ setting }: { setting: Setting }) {
  const section = useSection("visits");
  const problems = section.refused?.fields;
  const { visitMinutes, mostVisits, safetyPercent } = setting;
  return (
    <Panel title="Le rythme de mes visites">
      <SectionForm section={section} intent="visits" verb="Enregistrer ce rythme">
        <div className="side-fields">
          <TextInput
            name="visitMinutes"
            type="number"
            inputMode="numeric"
            label="Durée d'une visite"
            unit="minutes"
            width="short"
            min={10}
            max={180}
            step={5}
            defaultValue={visitMinutes}
            error={problems?.visitMinutes}
          />
          <TextInput
            name="mostVisits"
            type="number"
            inputMode="numeric"
            label="Au plus, par jour"
            unit="visites"
            width="short"
            min={1}
            max={30}
            defaultValue={mostVisits}
            help={`Soit ${minutes(mostVisits * visitMinutes)} en cabinet pour ${countOf(mostVisits, "visite")}.`}
            error={problems?.mostVisits}
          />
        </div>
        <TextInput
          name="safetyPercent"
          type="number"
          inputMode="numeric"
          label="Marge sur la route"
          unit={`${NARROW}% de temps en plus`}
          width="short"
          min={0}
          max={100}
          step={5}
          defaultValue={safetyPercent}
          help={french("Pour les bouchons et les détours : une route de 30 min en compte 33 avec une marge de 10 %.")}
          error={problems?.safetyPercent}
        />
      </SectionForm>
    </Panel>
  );
}
