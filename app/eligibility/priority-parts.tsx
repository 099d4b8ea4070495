import type { CSSProperties } from "react";
import { number } from "~/format/numbers";
import { ComputedAt } from "~/ui/stat";
import type { DoctorFile } from "./doctor-file";
import type { Priority } from "./priority";
import type { VersionId } from "./rule-version";
import { versionById } from "./versions";

const LABELS: Readonly<Record<string, string>> = {
  ZONE: "Zone du cabinet",
  THRESHOLD: "Proximité du seuil",
  PATIENTS: "Taille de la patientèle",
  COLLEAGUES: "Confrères signataires",
  FRESHNESS: "Dernier contact",
  QUESTION: "Question à lever",
};

/** Why this rank: each part of the score with its points, its most and its sentence. */
export function PriorityParts({ priority, stored }: { priority: Priority; stored: DoctorFile["stored"] }) {
  return (
    <div className="stack">
      <p>
        <strong className="priority-total">{number(priority.total)}</strong>{" "}
        {priority.total === 0 ? "point : la réponse est non, la priorité est nulle." : "points de priorité."}
      </p>
      <ul className="priority-parts">
        {priority.parts.map(({ code, points, max, sentence }) => (
          <li key={code} style={{ "--at": `${max === 0 ? 0 : Math.round((points / max) * 100)}%` } as CSSProperties}>
            <span className="priority-label">{LABELS[code] ?? code}</span>
            <span className="priority-points">
              {number(points)} <span className="soft">sur {number(max)}</span>
            </span>
            <span className="priority-track" aria-hidden="true" />
            <span className="priority-sentence soft">{sentence}</span>
          </li>
        ))}
      </ul>
      <Stored stored={stored} />
    </div>
  );
}

function Stored({ stored }: { stored: DoctorFile["stored"] }) {
  if (!stored) return <p className="soft small">Ce médecin n'est pas encore dans le classement.</p>;
  const { priority, version, computedAt } = stored;
  return (
    <p className="soft small">
      Dans la liste : {number(priority)} points selon {versionById(version as VersionId)?.name ?? version},{" "}
      <ComputedAt instant={computedAt} />.
    </p>
  );
}
