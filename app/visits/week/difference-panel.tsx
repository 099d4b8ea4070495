import { hhmm } from "~/calendar/zoned";
import { clockTime, shortDay } from "~/format/dates";
import { countOf, plural } from "~/format/numbers";
import { listed } from "~/format/typography";
import { DefinitionList } from "~/ui/definition-list";
import { Panel } from "~/ui/panel";
import { type Difference, differenceSentence, type Moment } from "./difference";

/** What the last computation changed, and what it cost. */
export function DifferencePanel({ difference }: { difference: Difference }) {
  const { added, dropped, moved, kept } = difference;
  const items = [
    { term: "Entrent", value: listed(added.map((each) => `${each.name} (${when(each)})`)), count: added.length },
    { term: "Sortent", value: listed(dropped.map(({ name }) => name)), count: dropped.length },
    {
      term: "Changent d'heure",
      value: listed(moved.map(({ name, from, to }) => `${name} (${when(from)} → ${when(to)})`)),
      count: moved.length,
    },
  ].filter(({ count }) => count > 0);
  return (
    <Panel title="Ce que le calcul a changé">
      <div className="stack stack-tight" role="status">
        <p className="lead">{differenceSentence(difference)}.</p>
        {items.length > 0 && <DefinitionList items={items.map(({ term, value }) => ({ term, value }))} />}
        <p className="soft">
          {countOf(kept, "visite")} {plural(kept, "gardée")} à la même heure, à un quart d'heure près.
        </p>
      </div>
    </Panel>
  );
}

function when({ day, minutes }: Moment): string {
  return `${shortDay(day)} à ${clockTime(hhmm(minutes))}`;
}
