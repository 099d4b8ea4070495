import { type RefObject, useRef } from "react";
import type { Day } from "~/calendar/day";
import { countOf } from "~/format/numbers";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { ABSENCE_KINDS, ABSENCE_PARTS, type AbsenceKind, type AbsencePart, daysInWords } from "./absence";
import { AbsenceItem, type ComingAbsence } from "./absence-item";
import { type Colleague, type Cover, CoverLine } from "./cover-parts";
import { SETTINGS, type Section, useSection } from "./use-section";

type Past = { id: string; fromOn: Day; toOn: Day; part: AbsencePart; kind: AbsenceKind };

export type AbsencesPanelProps = {
  today: Day;
  coming: readonly ComingAbsence[];
  past: readonly Past[];
  otherCovers: readonly Cover[];
  covering: readonly Cover[];
  colleagues: readonly Colleague[];
};

/** Days without visits, who stands in on them, and what becomes of the visits that were booked there. */
export function AbsencesPanel(props: AbsencesPanelProps) {
  const { today, coming, past, otherCovers, covering, colleagues } = props;
  const form = useRef<HTMLFormElement>(null);
  const section = useSection("absences", () => form.current?.reset());
  return (
    <Panel title="Mes absences et mes remplacements">
      <div className="stack stack-loose">
        {coming.length === 0 && <p className="soft">Aucune absence en cours ni à venir.</p>}
        {coming.length > 0 && (
          <ul className="absences">
            {coming.map((absence) => (
              <AbsenceItem key={absence.id} absence={absence} today={today} colleagues={colleagues} section={section} />
            ))}
          </ul>
        )}
        {[...otherCovers, ...covering].length > 0 && (
          <ul className="covers" aria-label="Autres remplacements">
            {otherCovers.map((cover) => (
              <CoverLine key={cover.id} cover={cover} isOwn section={section} />
            ))}
            {covering.map((cover) => (
              <CoverLine key={cover.id} cover={cover} isOwn={false} section={section} />
            ))}
          </ul>
        )}
        <NewAbsence form={form} section={section} today={today} />
        {past.length > 0 && <PastAbsences past={past} />}
      </div>
    </Panel>
  );
}

type NewProps = { form: RefObject<HTMLFormElement>; section: Section; today: Day };

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function NewAbsence({ form, section, today }: NewProps) {
  const { fetcher, isBusy, startedBy, start } = section;
  const refused = startedBy === "new" ? section.refused : undefined;
  return (
    <fetcher.Form method="post" action={SETTINGS} className="form" noValidate ref={form} onSubmit={() => start("new")}>
      <h3>Noter une absence</h3>
      <input type="hidden" name="intent" value="absence" />
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <div className="absence-fields">
        <TextInput
          name="fromOn"
          type="date"
          label="Du"
          defaultValue={today}
          error={refused?.fields.fromOn}
          onChange={({ currentTarget }) => followedBy(currentTarget)}
        />
        <TextInput name="toOn" type="date" label="Au, inclus" defaultValue={today} error={refused?.fields.toOn} />
        <Select name="part" label="Partie du jour" options={optionsOf(ABSENCE_PARTS)} error={refused?.fields.part} />
        <Select name="kind" label="Motif" options={optionsOf(ABSENCE_KINDS)} error={refused?.fields.kind} />
      </div>
      <div className="form-actions">
        <Button type="submit" busy={isBusy && startedBy === "new"}>
          Noter cette absence
        </Button>
        <span className="small soft">Le motif ne quitte pas cette page.</span>
      </div>
    </fetcher.Form>
  );
}

/** The last day never precedes the first: it follows it until one chooses. */
function followedBy(from: HTMLInputElement) {
  const to = from.form?.elements.namedItem("toOn");
  if (to instanceof HTMLInputElement && from.value !== "" && to.value < from.value) to.value = from.value;
}

function PastAbsences({ past }: { past: readonly Past[] }) {
  return (
    <details className="past-absences">
      <summary>{countOf(past.length, "absence passée", "absences passées")}</summary>
      <ul className="covers">
        {past.map((absence) => (
          <li key={absence.id} className="soft">
            {daysInWords(absence)} · {ABSENCE_KINDS[absence.kind]}
          </li>
        ))}
      </ul>
    </details>
  );
}
