import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { Instant } from "~/calendar/day";
import { dayOf } from "~/calendar/day";
import { numericDay } from "~/format/dates";
import { french, listed } from "~/format/typography";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { TextInput } from "~/ui/text-input";
import type { HalfDay } from "./learned-hours";
import { useTabReply } from "./use-tab-reply";

const DAYS = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];

interface HoursProps {
  days: readonly string[];
  noted: { at: Instant; by: string | null } | null;
  learned: { closed: readonly HalfDay[]; known: readonly HalfDay[]; proposal: readonly string[] | null };
  mayPlan: boolean;
}

/** When the practice receives: told, or assumed and said so; and what the reports teach about it. */
export function HoursPanel({ days, noted, learned, mayPlan }: HoursProps) {
  const [isOpen, setOpen] = useState(false);
  const edit = mayPlan && !isOpen && (
    <Button icon="edit" onClick={() => setOpen(true)}>
      {noted ? "Changer les horaires" : "Noter les horaires"}
    </Button>
  );
  return (
    <div id="horaires">
      <Panel title="Horaires" aside={edit}>
        <div className="stack">
          {learned.proposal && <LearnedNotice learned={learned} seen={seenOf(noted)} mayPlan={mayPlan} />}
          {isOpen ? (
            <HoursForm days={days} seen={seenOf(noted)} onClose={() => setOpen(false)} />
          ) : (
            <>
              <DefinitionList
                items={days.map((text, at) => ({
                  term: DAYS[at]!,
                  value: text || <span className="soft">Fermé</span>,
                }))}
              />
              <p className="soft small">{sourceOf(noted)}</p>
              {learned.known.length > 0 && (
                <p className="soft small">A déjà reçu : {listed(learned.known.map(halfName))}.</p>
              )}
            </>
          )}
        </div>
      </Panel>
    </div>
  );
}

function LearnedNotice({ learned, seen, mayPlan }: { learned: HoursProps["learned"]; seen: string; mayPlan: boolean }) {
  const fetcher = useFetcher<{ done: string } | { error: string; fields: Record<string, string[]> }>();
  useTabReply(fetcher.data);
  const accept = mayPlan && (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="learned" />
      <input type="hidden" name="seen" value={seen} />
      <Button type="submit" busy={fetcher.state !== "idle"}>
        Noter comme fermé
      </Button>
    </fetcher.Form>
  );
  return (
    <Notice title="Ce que disent les comptes rendus" action={accept}>
      Absent à chaque passage, au moins deux fois : {listed(learned.closed.map(halfName))}.
    </Notice>
  );
}

interface FormProps {
  days: readonly string[];
  seen: string;
  onClose: () => void;
}

function HoursForm({ days, seen, onClose }: FormProps) {
  const fetcher = useFetcher<{ done: string } | { error: string; fields: Record<string, string[]> }>();
  const refused = useTabReply(fetcher.data, onClose);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="hours" />
      <input type="hidden" name="seen" value={seen} />
      <p className="soft">
        {french("Une ligne par jour, par exemple « 9 h – 12 h, 14 h – 18 h 30 ». Une ligne vide : fermé.")}
      </p>
      <div className="hours-days">
        {DAYS.map((day, at) => (
          <TextInput
            key={day}
            name={`day${at + 1}`}
            label={day}
            defaultValue={days[at] ?? ""}
            autoComplete="off"
            error={refused?.fields[`day${at + 1}`]}
          />
        ))}
      </div>
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
          Noter ces horaires
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne rien changer
        </Button>
      </div>
    </fetcher.Form>
  );
}

function sourceOf(noted: HoursProps["noted"]): string {
  if (!noted) return "Horaires supposés : personne n'a encore noté ceux de ce médecin.";
  return `Notés le ${numericDay(dayOf(noted.at))}${noted.by ? ` par ${noted.by}` : ""}.`;
}

const seenOf = (noted: HoursProps["noted"]) => (noted ? new Date(noted.at).toISOString() : "");

function halfName({ weekday, half }: HalfDay): string {
  return `le ${DAYS[weekday - 1]!.toLocaleLowerCase("fr")} ${half === "morning" ? "matin" : "après-midi"}`;
}
