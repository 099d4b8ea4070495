import { dayOf } from "~/calendar/day";
import { DoctorRows } from "~/doctors/doctor-rows";
import { dayAndMonth, timeOf } from "~/format/dates";
import { countOf, number } from "~/format/numbers";
import { Panel } from "~/ui/panel";
import type { ShownFigures } from "./use-figures";

/** Who came and who went since the members were last kept. */
export function MovesPanel({ moves }: { moves: NonNullable<ShownFigures["moves"]> }) {
  const { since, entered, left, firstEntered, firstLeft } = moves;
  const when = `${dayAndMonth(dayOf(since))} à ${timeOf(since)}`;
  if (entered === 0 && left === 0)
    return (
      <Panel title="Entrants et sortants">
        <p>Personne n'est entré ni sorti depuis le {when}.</p>
      </Panel>
    );
  return (
    <Panel title={`Entrants et sortants depuis le ${when}`}>
      <div className="stack">
        <Part title={countOf(entered, "entrant")} total={entered} rows={firstEntered} />
        <Part title={countOf(left, "sortant")} total={left} rows={firstLeft} />
      </div>
    </Panel>
  );
}

function Part({ title, total, rows }: { title: string; total: number; rows: ShownFigures["first"] }) {
  const others = total - rows.length;
  return (
    <section className="stack stack-tight">
      <h3>{title}</h3>
      {rows.length > 0 && <DoctorRows label={title} rows={rows} list="" />}
      {others > 0 && <p className="small soft">{others === 1 ? "et un autre" : `et ${number(others)} autres`}</p>}
    </section>
  );
}
