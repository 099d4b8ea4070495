import type { ShownSide, ShownSimulation } from "./view";

/** What the doctor commits to, formula by formula; the same list once when both ask the same. */
export function Commitments({ sides }: { sides: readonly ShownSide[] }) {
  const lists = sides.filter(({ expectations }) => expectations.length > 0);
  const isSame = lists.length === 2 && written(lists[0]!) === written(lists[1]!);
  return (
    <div className="stack">
      {(isSame ? lists.slice(0, 1) : lists).map((side) => (
        <div key={side.code} className="stack stack-tight">
          {!isSame && lists.length > 1 && <h3>{side.short}</h3>}
          <ul className="aid-list">
            {side.expectations.map(({ sentence, origin }) => (
              <li key={sentence}>
                {sentence} <span className="small soft">{origin}.</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function written({ expectations }: ShownSide): string {
  return expectations.map(({ sentence }) => sentence).join(" ");
}

/** The study of the colleagues who signed: a headline, then what goes with it. */
export function StudyEvidence({ evidence }: Pick<ShownSimulation, "evidence">) {
  const { headline, lines, caution, origin } = evidence;
  return (
    <div className="stack stack-tight">
      <p>
        <strong className="aid-figure">{headline.figure}</strong> {headline.text}
      </p>
      <ul className="aid-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small soft">
        {caution} {origin}.
      </p>
    </div>
  );
}
