import { Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { countOf, number, percent } from "~/format/numbers";
import type { StageFigures } from "~/funnel/figures";
import { PLACE_LABELS, type Place, placesShown } from "~/funnel/place";
import { type Column, Table } from "~/ui/table";
import { cellAddress, type Selection, type Wanted } from "./selection";

interface FunnelTableProps {
  readonly wanted: Wanted;
  readonly columns: readonly { name: string; selection: Selection; figures: readonly StageFigures[] | null }[];
  readonly opensRows: boolean;
}

/** The chart in figures: each count opens its doctors. Up and down walk from stage to stage, Enter opens. */
export function FunnelTable({ wanted, columns, opensRows }: FunnelTableProps) {
  const shown = columns.filter(({ figures }) => figures !== null);
  const places = placesShown(shown);
  const isPair = shown.length > 1;
  const own = shown.flatMap(({ name, selection, figures }, which): Column<Place>[] => {
    const of = (place: Place) => figures!.find((row) => row.place === place)!;
    const label = (text: string) => (isPair ? `${text}, ${which === 0 ? "A" : "B"}` : text);
    return [
      {
        label: label("Médecins"),
        kind: "number",
        cell: (place) => (
          <Count of={of(place)} to={opensRows ? cellAddress(wanted, selection, { etape: place }) : null} name={name} />
        ),
      },
      { label: label("Conversion"), kind: "number", cell: (place) => share(of(place)) },
      ...(isPair ? [] : [{ label: "Dont perdus", kind: "number" as const, cell: (place: Place) => lost(of(place)) }]),
      { label: label("Délai médian"), kind: "number", cell: (place) => delay(of(place)) },
    ];
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside, which stay plain links
    <div onKeyDown={walk}>
      <Table
        caption="Médecins par étape, avec la part de l'étape précédente et le délai médian depuis elle"
        columns={[{ label: "Étape", kind: "lead", cell: (place) => PLACE_LABELS[place] }, ...own]}
        rows={places}
        rowKey={(place) => place}
      />
    </div>
  );
}

function Count({ of, to, name }: { of: StageFigures; to: string | null; name: string }) {
  if (of.doctors === null) return <span className="soft">moins de 11</span>;
  if (to === null || of.doctors === 0) return number(of.doctors);
  return (
    <Link
      to={to}
      className="link"
      data-stage={of.place}
      aria-label={`${countOf(of.doctors, "médecin")}, ${PLACE_LABELS[of.place]}, ${name}`}
    >
      {number(of.doctors)}
    </Link>
  );
}

const NONE = "–";
const share = ({ conversion, place }: StageFigures) =>
  conversion === null || place === "target" ? NONE : percent(conversion);
const lost = ({ lost: doctors }: StageFigures) => (doctors === null ? NONE : number(doctors));
const delay = ({ delay: told }: StageFigures) => (told === null ? NONE : countOf(told.days, "jour"));

/** Stages without a link are stepped over; in a pair, the other column is kept. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const current = document.activeElement?.closest<HTMLElement>("[data-stage]");
  if (step === undefined || !current) return;
  const cell = current.closest("td")!.cellIndex;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-stage]")].filter(
    (link) => link.closest("td")!.cellIndex === cell,
  );
  const next = links[links.indexOf(current) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
