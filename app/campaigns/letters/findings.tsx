import { countOf } from "~/format/numbers";
import { Icon } from "~/ui/icon";
import type { Letter } from "./block";
import type { Checked, Finding } from "./check";
import { placeOf } from "./place";

interface FindingsProps {
  readonly checked: Checked;
  readonly letter: Letter;
  readonly onGo: (finding: Finding) => void;
}

/** What keeps the letter from leaving, then what a careful colleague would say; each leads to its place. */
export function Findings({ checked: { errors, warnings }, letter, onGo }: FindingsProps) {
  if (errors.length === 0 && warnings.length === 0) return null;
  return (
    <div className="mailing-findings" id="a-corriger" tabIndex={-1}>
      <List
        title={`${countOf(errors.length, "point")} à corriger avant tout envoi`}
        tone="danger"
        {...{ findings: errors, letter, onGo }}
      />
      <List
        title={`${countOf(warnings.length, "remarque")}, sans empêcher l'envoi`}
        tone="doubt"
        {...{ findings: warnings, letter, onGo }}
      />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly tone: "danger" | "doubt";
  readonly findings: readonly Finding[];
  readonly letter: Letter;
  readonly onGo: (finding: Finding) => void;
}

function List({ title, tone, findings, letter, onGo }: ListProps) {
  if (findings.length === 0) return null;
  return (
    <section className={`mailing-finding-list tone-${tone}`} aria-label={title}>
      <h2>
        <Icon name={tone === "danger" ? "warning" : "info"} />
        {title}
      </h2>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.block}-${finding.part}-${finding.at}-${finding.message}`}>
            <button type="button" className="link" onClick={() => onGo(finding)}>
              {placeOf(finding, letter)}
            </button>{" "}
            {finding.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
