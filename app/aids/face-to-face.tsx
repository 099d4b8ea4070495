import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { dayMonthYear, numericDay } from "~/format/dates";
import { writeAsk } from "./ask";
import { choiceNamed } from "./choice";
import { Commitments, StudyEvidence } from "./commitments";
import type { ShownSide, ShownSimulation } from "./view";

const CARDS = [
  { id: "touchez", label: "L'aide" },
  { id: "engagez", label: "L'engagement" },
  { id: "confreres", label: "402 confrères" },
] as const;

const FORMULAS = ["mi-temps", "temps-plein"] as const;

/** Three cards: side by side at a desk, one to a screen under a thumb, which passes from one to the next. */
export function FaceToFaceCards({ shown, children }: { shown: ShownSimulation; children?: ReactNode }) {
  const [side] = shown.sides;
  if (!side) return null;
  return (
    <>
      <div className="face-cards">
        <Card id="touchez" title="Ce que vous touchez">
          <Formulas shown={shown} />
          {side.openingSentence && <p>{side.openingSentence}</p>}
          <FaceYears side={side} />
          <p className="small soft">{cautionOf(shown)}</p>
          {children}
        </Card>
        <Card id="engagez" title="Ce que vous vous engagez à faire">
          <Commitments sides={[side]} />
        </Card>
        <Card id="confreres" title={shown.evidence.title}>
          <StudyEvidence evidence={shown.evidence} />
        </Card>
      </div>
      <nav className="face-steps" aria-label="Cartes">
        {CARDS.map(({ id, label }) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
    </>
  );
}

/** The sum first, then what it is made of. */
export function FaceYears({ side: { total, years } }: { side: ShownSide }) {
  return (
    <>
      {total && (
        <p>
          <strong className="face-total">{total}</strong> sur cinq ans
        </p>
      )}
      <ol className="face-years">
        {years.map(({ contractYear, startsOn, aid }) => (
          <li key={contractYear}>
            <span>
              {contractYear === 1 ? "1re année" : `${contractYear}e année`}
              <span className="soft small"> dès le {numericDay(startsOn)}</span>
            </span>
            <strong>{aid}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}

function Card({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="face-card" id={id} aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      {children}
    </section>
  );
}

/** The usual two, and the one asked for when it is another. */
function Formulas({ shown: { ask, sides } }: { shown: ShownSimulation }) {
  const current = sides[0]!.code;
  const codes = [...new Set<string>([...FORMULAS, ...ask.choices])];
  return (
    <ul className="face-formulas" aria-label="Formule">
      {codes.map((code) => {
        const others = ask.choices.filter((each) => each !== code).slice(0, 1);
        return (
          <li key={code}>
            <Link
              to={`?${writeAsk({ ...ask, choices: [code, ...others] })}`}
              replace
              preventScrollReset
              aria-current={code === current || undefined}
            >
              {choiceNamed(code)!.short}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function cautionOf({ ask, sides: [side], origins, bandSentence }: ShownSimulation): string {
  const { version, ceilingFromYear, years } = side!;
  const ceiling =
    ceilingFromYear === null ? "" : ` Maximum à partir de la ${ceilingFromYear}e année, selon l'objectif.`;
  const read = [...new Set(years.map(({ note }) => origins[note - 1]))].map((origin) => ` ${origin}.`).join("");
  return `Indicatif, si les conditions de l'aide sont remplies, pour une signature le ${dayMonthYear(ask.signedOn)}, selon ${lowered(version)}.${ceiling}${bandSentence ? ` ${bandSentence}` : ""}${read}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
}
