import { useState } from "react";
import { hhmm } from "~/calendar/zoned";
import { FieldNotes, fieldControl } from "~/ui/field";
import { Panel } from "~/ui/panel";
import type { Setting, Span } from "../setting";
import { SectionForm } from "./section-form";
import { type Problems, WEEKDAYS } from "./setting-problems";
import { useSection } from "./use-section";

export function HoursPanel({ hours, zonePlace }: { hours: Setting["hours"]; zonePlace: string | null }) {
  const section = useSection("hours");
  return (
    <Panel title="Mes horaires">
      <SectionForm section={section} intent="hours" verb="Enregistrer mes horaires">
        <p className="soft">
          De la première route du matin au retour du soir{zonePlace && `, à l'heure de ${zonePlace}`}.
        </p>
        <div className="week-hours">
          {WEEKDAYS.map((name, rank) => (
            <DayHours
              key={name}
              name={name}
              number={rank + 1}
              span={hours[rank] ?? null}
              problems={section.refused?.fields ?? {}}
            />
          ))}
        </div>
      </SectionForm>
    </Panel>
  );
}

type DayProps = { name: string; number: number; span: Span | null; problems: Problems };

/** Hours offered to a day that begins to be worked. */
const USUAL: Span = [510, 1050];

function DayHours({ name, number, span, problems }: DayProps) {
  const [works, setWorks] = useState(span !== null);
  const [from, to] = span ?? USUAL;
  const error = problems[`works-${number}`] ?? problems[`from-${number}`] ?? problems[`to-${number}`];
  return (
    <div className="day-hours">
      <label className="choice">
        <input
          type="checkbox"
          className="check"
          id={`works-${number}`}
          name="works"
          value={number}
          checked={works}
          onChange={(event) => setWorks(event.currentTarget.checked)}
        />
        <span>{name}</span>
      </label>
      {/* Hidden, not left out: the form sends seven times, whatever days are ticked. */}
      <div className="day-span" hidden={!works}>
        <TimeBox name="from" number={number} label={`${name}, de`} minutes={from} problems={problems} />
        <span aria-hidden="true">à</span>
        <TimeBox name="to" number={number} label={`${name}, à`} minutes={to} problems={problems} />
      </div>
      {!works && <span className="soft">ne travaille pas</span>}
      {error && (
        <div className="day-error">
          <FieldNotes id={`day-${number}`} error={error} />
        </div>
      )}
    </div>
  );
}

type BoxProps = { name: "from" | "to"; number: number; label: string; minutes: number; problems: Problems };

function TimeBox({ name, number, label, minutes, problems }: BoxProps) {
  const id = `${name}-${number}`;
  const control = fieldControl({ name, id, error: problems[id] });
  return (
    <input
      {...control}
      aria-describedby={problems[id] ? `day-${number}-error` : undefined}
      type="time"
      className="input input-time"
      aria-label={label}
      defaultValue={hhmm(minutes)}
    />
  );
}
