import { Form, useSubmit } from "@remix-run/react";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { Select } from "~/ui/select";
import { periodTitle, stepped, type View } from "./period";

type BarProps = {
  view: View;
  date: string;
  today: string;
  pageAt: (day: string, view?: View) => string;
};

export function CalendarBar({ view, date, today, pageAt }: BarProps) {
  const [before, after] =
    view === "mois" ? ["Mois précédent", "Mois suivant"] : ["Semaine précédente", "Semaine suivante"];
  return (
    <div className="calendar-bar">
      <div className="cluster">
        <LinkButton to={pageAt(stepped({ view, date }, -1))} icon="chevron-left" iconOnly preventScrollReset>
          {before}
        </LinkButton>
        <LinkButton to={pageAt(stepped({ view, date }, 1))} icon="chevron-right" iconOnly preventScrollReset>
          {after}
        </LinkButton>
        <LinkButton to={pageAt(today)} preventScrollReset>
          Aujourd'hui
        </LinkButton>
        <h2 aria-live="polite">{periodTitle({ view, date })}</h2>
      </div>
      <Chips label="Vue">
        <Chip to={pageAt(date, "mois")} isOn={view === "mois"}>
          Mois
        </Chip>
        <Chip to={pageAt(date, "semaine")} isOn={view === "semaine"}>
          Semaine
        </Chip>
      </Chips>
    </div>
  );
}

type ChoiceProps = {
  delegates: readonly { id: string; name: string }[];
  chosen: string | null;
  view: View;
  date: string;
};

/** For who leads the fund's delegates: visits and absences, never where they start from. */
export function DelegateChoice({ delegates, chosen, view, date }: ChoiceProps) {
  const submit = useSubmit();
  return (
    <Form onChange={(event) => submit(event.currentTarget)}>
      <input type="hidden" name="vue" value={view} />
      <input type="hidden" name="date" value={date} />
      <Select
        name="delegue"
        label="Calendrier de"
        width="medium"
        placeholder="Choisissez un délégué"
        options={delegates.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={chosen ?? ""}
      />
      <noscript>
        <button type="submit" className="button button-secondary">
          Afficher
        </button>
      </noscript>
    </Form>
  );
}
