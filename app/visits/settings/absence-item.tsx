import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Day, daysBetween } from "~/calendar/day";
import { longDay, relativeDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { ABSENCE_KINDS, type AbsenceKind, type AbsencePart, daysInWords } from "./absence";
import { type Colleague, type Cover, CoverLine, NewCover } from "./cover-parts";
import { SETTINGS, type Section } from "./use-section";

export type ComingAbsence = {
  id: string;
  fromOn: Day;
  toOn: Day;
  part: AbsencePart;
  kind: AbsenceKind;
  covers: readonly Cover[];
  visits: readonly VisitInside[];
};

type VisitInside = {
  id: string;
  day: Day;
  time: string;
  doctor: string;
  town: string | null;
  holderId: string;
  heldBy: string | null;
};

type ItemProps = { absence: ComingAbsence; today: Day; colleagues: readonly Colleague[]; section: Section };

export function AbsenceItem({ absence, today, colleagues, section }: ItemProps) {
  const { fetcher, startedBy, start } = section;
  const days = daysInWords(absence);
  const isHere = startedBy === absence.id;
  return (
    <li className="absence">
      <div className="cluster cluster-between">
        <div>
          <h3>{days.charAt(0).toUpperCase() + days.slice(1)}</h3>
          <p className="soft">
            {ABSENCE_KINDS[absence.kind]} · {whenOf(absence, today)}
          </p>
        </div>
        <fetcher.Form method="post" action={SETTINGS} onSubmit={() => start(absence.id)}>
          <input type="hidden" name="intent" value="remove-absence" />
          <input type="hidden" name="absenceId" value={absence.id} />
          <Button type="submit" kind="quiet" icon="trash" aria-label={`Retirer l'absence ${days}`}>
            Retirer
          </Button>
        </fetcher.Form>
      </div>
      {isHere && section.refused && !section.refused.fields.byId && (
        <Notice kind="danger" live title={section.refused.error} />
      )}
      {absence.covers.length > 0 && (
        <ul className="covers" aria-label={`Remplacements ${days}`}>
          {absence.covers.map((cover) => (
            <CoverLine key={cover.id} cover={cover} isOwn section={section} at={absence.id} />
          ))}
        </ul>
      )}
      <VisitsInside absence={absence} section={section} />
      {isHere && section.clashes.length > 0 && <Clashes clashes={section.clashes} />}
      <NewCover absence={absence} colleagues={colleagues} section={section} />
    </li>
  );
}

function whenOf({ fromOn, toOn }: ComingAbsence, today: Day): string {
  const length = countOf(daysBetween(fromOn, toOn) + 1, "jour");
  if (fromOn <= today) return `${length}, en cours`;
  return `${length}, ${relativeDay(fromOn, today)}`;
}

function Clashes({ clashes }: { clashes: readonly string[] }) {
  return (
    <Notice kind="attention" live title="Ces visites n'ont pas changé de main.">
      <ul>
        {clashes.map((clash) => (
          <li key={clash}>{clash}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Visits booked on these days: to be put off, or handed to whoever stands in. */
function VisitsInside({ absence, section }: { absence: ComingAbsence; section: Section }) {
  const { visits, covers } = absence;
  if (visits.length === 0) return null;
  const left = visits.filter(({ heldBy }) => heldBy === null);
  const them = left.length > 1 ? "les" : "la";
  return (
    <div className="stack stack-tight">
      {left.length > 0 && (
        <Notice
          kind="attention"
          title={french(
            `${countOf(left.length, "visite est prévue", "visites sont prévues")} pendant cette absence : ${them} reporter ou ${them} confier.`,
          )}
        >
          {covers.length === 0 && "Choisissez un remplaçant pour pouvoir les confier."}
        </Notice>
      )}
      <ul className="visits-inside">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span>
              <Link to={`/visites/journee?jour=${visit.day}`}>
                {longDay(visit.day)} {visit.time}
              </Link>
              <br />
              {visit.doctor}
              {visit.town && <span className="soft">, {visit.town}</span>}
              {visit.heldBy && <span className="soft"> · confiée à {visit.heldBy}</span>}
            </span>
            <HandButtons visit={visit} absence={absence} section={section} />
          </li>
        ))}
      </ul>
      {left.length > 1 &&
        covers.map((cover) => (
          <HandForm
            key={cover.id}
            intent="hand"
            cover={cover}
            visitIds={left.filter(({ day }) => within(cover, day)).map(({ id }) => id)}
            at={absence.id}
            section={section}
          >
            Tout confier à {cover.by}
          </HandForm>
        ))}
    </div>
  );
}

type HandButtonsProps = { visit: VisitInside; absence: ComingAbsence; section: Section };

function HandButtons({ visit, absence, section }: HandButtonsProps) {
  const covers = absence.covers.filter((cover) => within(cover, visit.day));
  const hand = { visitIds: [visit.id], at: absence.id, section };
  if (visit.heldBy === null) {
    return covers.map((cover) => (
      <HandForm key={cover.id} intent="hand" cover={cover} {...hand} about={`la visite chez ${visit.doctor}`}>
        Confier à {cover.by}
      </HandForm>
    ));
  }
  const holder = covers.find(({ byId }) => byId === visit.holderId);
  if (!holder) return null;
  return (
    <HandForm intent="take-back" cover={holder} {...hand} about={`la visite chez ${visit.doctor}`}>
      Reprendre
    </HandForm>
  );
}

type HandFormProps = {
  intent: "hand" | "take-back";
  cover: Cover;
  visitIds: readonly string[];
  at: string;
  about?: string;
  section: Section;
  children: ReactNode;
};

function HandForm({ intent, cover, visitIds, at, about, section, children }: HandFormProps) {
  const { fetcher, start } = section;
  if (visitIds.length === 0) return null;
  return (
    <fetcher.Form method="post" action={SETTINGS} onSubmit={() => start(at)}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="coverId" value={cover.id} />
      {visitIds.map((id) => (
        <input key={id} type="hidden" name="visitIds" value={id} />
      ))}
      <Button type="submit" kind={about ? "quiet" : "secondary"}>
        {children}
        {about && <span className="visually-hidden">, {about}</span>}
      </Button>
    </fetcher.Form>
  );
}

function within({ fromOn, toOn }: Cover, day: Day): boolean {
  return fromOn <= day && day <= toOn;
}
