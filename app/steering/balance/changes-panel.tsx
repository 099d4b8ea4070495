import { Form } from "@remix-run/react";
import { dayMonthYear, fullDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french, listed } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

export interface Change {
  readonly id: string;
  readonly state: string;
  readonly apply_on: string;
  readonly doctors: number;
  readonly moved: number | null;
  readonly by: string | null;
  readonly communes: readonly string[];
}

/** The change to come, and the way out of it. */
export function PlannedChange({ change }: { change: Change }) {
  return (
    <Notice
      kind="attention"
      title={french(`Un changement est prévu le ${fullDay(change.apply_on)}`)}
      action={
        <Form method="post">
          <input type="hidden" name="act" value="cancel" />
          <input type="hidden" name="changeId" value={change.id} />
          <Button type="submit" icon="undo">
            Annuler ce changement
          </Button>
        </Form>
      }
    >
      <p>
        {listed(change.communes)} {change.communes.length > 1 ? "changeront" : "changera"} de secteur, et{" "}
        {countOf(change.doctors, "médecin")} de délégué. Prévu par {change.by ?? "un collègue"}.
      </p>
    </Notice>
  );
}

export function SettledChanges({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="stack stack-tight">
      {changes.map((change) => (
        <li key={change.id}>{french(sentenceOf(change))}</li>
      ))}
    </ul>
  );
}

function sentenceOf({ state, apply_on, moved, communes }: Change): string {
  const what = listed(communes);
  if (state === "applied")
    return `Appliqué le ${dayMonthYear(apply_on)} : ${what} ; ${countOf(moved ?? 0, "médecin a changé", "médecins ont changé")} de délégué ce jour-là.`;
  return `Annulé, prévu pour le ${dayMonthYear(apply_on)} : ${what}.`;
}
