import { fullDay } from "~/format/dates";
import { paragraphsOf } from "./letter-message";

export interface LetterPaper {
  readonly subject: string;
  readonly body: string;
  readonly opposition: string;
  readonly fund: string;
  readonly today: string;
  readonly doctor: { readonly name: string; readonly practice: readonly string[] };
}

/** The letter as the doctor reads it, on a screen or on paper. */
export function LetterSheet({ subject, body, opposition, fund, today, doctor }: LetterPaper) {
  return (
    <article className="letter-sheet" aria-label="Aperçu">
      <address className="print-only">
        {[doctor.name, ...doctor.practice].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p className="print-only">Le {fullDay(today)}</p>
      <header>
        <p className="soft small">{fund}</p>
        <h2>{subject || "Sans objet"}</h2>
      </header>
      {paragraphsOf(body).map((block) => block.kind === "text" && <p key={block.text}>{block.text}</p>)}
      <footer className="soft small no-print">{opposition}</footer>
    </article>
  );
}
