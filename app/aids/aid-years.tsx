import { numericDay } from "~/format/dates";
import { type Column, Table } from "~/ui/table";
import type { ShownSide, ShownSimulation } from "./view";

interface Line {
  readonly key: string;
  readonly label: string;
  readonly from: string | null;
  readonly isTotal: boolean;
  /** By side: null where a formula is closed. */
  readonly cells: readonly { aid: string | null; remainder: string | null; note: number | null }[];
}

/** The five years of one or two formulas, and their sum; each amount points at its table below. */
export function AidYears({ shown: { sides, origins, bandSentence, cost } }: { shown: ShownSimulation }) {
  return (
    <div className="aid-years">
      {sides.map((side) => side.openingSentence && <Opening key={side.code} side={side} />)}
      <Table
        caption="Aide par année de contrat"
        rows={linesOf(sides)}
        rowKey={({ key }) => key}
        columns={columnsOf(sides)}
      />
      {[...new Set(sides.map(({ switchesOn }) => switchesOn))].map(
        (day) =>
          day && (
            <p key={day} className="small">
              Un autre barème s'applique à partir de l'anniversaire du {numericDay(day)}.
            </p>
          ),
      )}
      <p className="small">
        <strong>Indicatif</strong>, si les conditions de l'aide sont remplies. « Jusqu'à » : montant maximum, qui dépend
        de l'objectif. « Reste à charge » : coût employeur moins l'aide, objectif atteint ; « ou plus » s'il ne l'est
        pas. {bandSentence} {cost.sentence}
      </p>
      <ol className="aid-origins small soft">
        {origins.map((origin) => (
          <li key={origin}>{origin}.</li>
        ))}
        {cost.origin && <li>Coût employeur : {cost.origin}.</li>}
      </ol>
    </div>
  );
}

function Opening({ side }: { side: ShownSide }) {
  return (
    <p>
      <strong>{side.label}.</strong> {side.openingSentence}
    </p>
  );
}

function linesOf(sides: readonly ShownSide[]): Line[] {
  const longest = sides.find(({ years }) => years.length > 0)?.years ?? [];
  const years = longest.map(({ contractYear, startsOn }, index) => ({
    key: `an-${contractYear}`,
    label: contractYear === 1 ? "1re année" : `${contractYear}e année`,
    from: startsOn,
    isTotal: false,
    cells: sides.map(({ years: own }) => {
      const year = own[index];
      return { aid: year?.aid ?? null, remainder: year?.remainder ?? null, note: year?.note ?? null };
    }),
  }));
  const total = {
    key: "total",
    label: "Sur cinq ans",
    from: null,
    isTotal: true,
    cells: sides.map((side) => ({ aid: side.total, remainder: side.totalRemainder, note: null })),
  };
  return longest.length === 0 ? [] : [...years, total];
}

function columnsOf(sides: readonly ShownSide[]): Column<Line>[] {
  return [
    {
      label: "Année",
      kind: "lead",
      cell: ({ label, from }) => (
        <>
          {label}
          {from && <span className="soft small"> dès le {numericDay(from)}</span>}
        </>
      ),
    },
    ...sides.flatMap((side, index): Column<Line>[] => [
      {
        label: `${side.short} : aide`,
        kind: "number",
        header: (
          <>
            {side.short}
            <span className="aid-version">{side.version}</span>
          </>
        ),
        cell: ({ cells, isTotal }) => <Amount {...cells[index]!} isTotal={isTotal} />,
      },
      {
        label: `${side.short} : reste à charge`,
        kind: "number",
        header: "Reste à charge",
        cell: ({ cells }) => <span className="soft">{cells[index]!.remainder ?? "à vérifier"}</span>,
      },
    ]),
  ];
}

function Amount({ aid, note, isTotal }: Line["cells"][number] & { isTotal: boolean }) {
  if (aid === null) return <span className="soft">formule fermée</span>;
  return (
    <span>
      {isTotal ? <strong>{aid}</strong> : aid}
      {note !== null && <sup className="aid-note">{note}</sup>}
    </span>
  );
}
