import { Form } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { longDay, shortDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { countOf } from "~/format/numbers";
import { Button, LinkButton } from "~/ui/button";
import { Marked } from "~/ui/mark-shapes";
import { PageHeader } from "~/ui/page-header";
import { dayAddress } from "./address";
import { type DayStop, type Lateness, progressOf } from "./stops";

export interface DayHeaderProps {
  readonly day: Day;
  readonly today: Day;
  readonly previous: Day;
  readonly next: Day;
  readonly stops: readonly DayStop[];
  readonly driving: number | null;
  readonly travel: string | null;
  readonly lateness: Lateness | null;
}

/** Which day, how far in it, and whether the plan still holds. */
export function DayHeader({ day, today, previous, next, stops, driving, travel, lateness }: DayHeaderProps) {
  const { done, total } = progressOf(stops);
  const proposed = stops.flatMap((stop) => stop.visits).filter(({ state }) => state === "proposed").length;
  return (
    <>
      <PageHeader
        title={day === today ? "Ma journée" : capital(longDay(day))}
        intro={day === today ? capital(longDay(day)) : undefined}
        facts={
          stops.length > 0 && (
            <>
              {total > 0 && (
                <span>
                  {done} sur {countOf(total, "visite")}
                </span>
              )}
              {proposed > 0 && <span>{countOf(proposed, "proposition")}</span>}
              {driving !== null && (
                <span>
                  {minutes(driving)} de route{travel === "road" ? "" : ", estimés"}
                </span>
              )}
              <Weather lateness={lateness} />
            </>
          )
        }
        action={
          proposed > 1 && (
            <Form method="post">
              <input type="hidden" name="day" value={day} />
              <Button type="submit" name="intent" value="accept-all" kind="primary" wide>
                {`Accepter les ${countOf(proposed, "proposition")}`}
              </Button>
            </Form>
          )
        }
      />
      <nav className="day-nav" aria-label="Changer de jour">
        <LinkButton to={dayAddress({ day: previous })} icon="chevron-left" kind="quiet" preventScrollReset>
          <span className="visually-hidden">Jour précédent, </span>
          {shortDay(previous)}
        </LinkButton>
        {day !== today && (
          <LinkButton to="/visites/journee" kind="quiet" preventScrollReset>
            Aujourd'hui
          </LinkButton>
        )}
        <LinkButton
          to={dayAddress({ day: next })}
          icon="chevron-right"
          kind="quiet"
          preventScrollReset
          className="day-nav-next"
        >
          <span className="visually-hidden">Jour suivant, </span>
          {shortDay(next)}
        </LinkButton>
      </nav>
    </>
  );
}

function Weather({ lateness }: { lateness: Lateness | null }) {
  if (!lateness)
    return (
      <Marked shape="disc-check" tone="good">
        à jour
      </Marked>
    );
  return (
    <Marked shape="half-question" tone="doubt" strong>
      à revoir
    </Marked>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
