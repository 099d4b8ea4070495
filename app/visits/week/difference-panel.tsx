import { hhmm } from "~/calendar/zoned";
import { clockTime, shortDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { listed } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { type Difference, differenceSentence, type Moment } from "./difference";

/** What the last computation changed, and what it cost. */
export function DifferencePanel({ difference }: { difference: Difference }) {
  const { added, dropped, moved, kept } = difference;
  const changes = [
    ...added.map(({ name, ...at }) => ({ name, what: `entre, ${when(at)}` })),
    ...dropped.map(({ name, ...at }) => ({ name, what: `sort, était ${when(at)}` })),
    ...moved.map(({ name, from, to }) => ({ name, what: shift(from, to) })),
  ];
  return (
    <Panel title="Ce que le calcul a changé">
      <div className="stack stack-tight" role="status">
        <p className="lead">{differenceSentence(difference)}.</p>
        <p className="soft">{summary(added.length, dropped.length, moved.length, kept)}</p>
      </div>
      {changes.length > 0 && (
        <details>
          <summary>Voir qui</summary>
          <ul className="week-changes">
            {changes.map(({ name, what }) => (
              <li key={name + what}>
                {name} : {what}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function summary(added: number, dropped: number, moved: number, kept: number): string {
  const told = [
    { count: added, verb: added > 1 ? "entrent" : "entre" },
    { count: dropped, verb: dropped > 1 ? "sortent" : "sort" },
    { count: moved, verb: moved > 1 ? "changent d'heure" : "change d'heure" },
    { count: kept, verb: kept > 1 ? "gardent la leur" : "garde la sienne" },
  ].filter(({ count }) => count > 0);
  return `${listed(told.map(({ count, verb }, place) => `${place === 0 ? countOf(count, "médecin") : count} ${verb}`))}.`;
}

function when({ day, minutes }: Moment): string {
  return `${shortDay(day)} à ${time(minutes)}`;
}

function shift(from: Moment, to: Moment): string {
  return from.day === to.day
    ? `${shortDay(from.day)}, ${time(from.minutes)} → ${time(to.minutes)}`
    : `${when(from)} → ${when(to)}`;
}

function time(minutes: number): string {
  return clockTime(hhmm(minutes));
}
