import { Link } from "@remix-run/react";
import { numericDayAndTime } from "~/format/dates";
import { Badge } from "~/ui/badge";

interface VersionsProps {
  readonly id: string;
  readonly current: number;
  readonly revisions: readonly {
    readonly revision: number;
    readonly subject: string;
    readonly saved_at: string;
    readonly saved_by: string | null;
  }[];
  readonly mayWrite: boolean;
}

/** Every save, newest first; none is ever lost. A campaign keeps the one it was approved with. */
export function Versions({ id, current, revisions, mayWrite }: VersionsProps) {
  return (
    <details className="mailing-versions">
      <summary>Versions enregistrées ({revisions.length})</summary>
      <ol>
        {revisions.map(({ revision, subject, saved_at, saved_by }) => (
          <li key={revision}>
            <span className="nowrap">
              Version {revision}
              {revision === current && <Badge tone="brand">en cours</Badge>}
            </span>
            <span className="soft">
              {numericDayAndTime(saved_at)}
              {saved_by && `, ${saved_by}`}
            </span>
            <span>{subject || "(sans objet)"}</span>
            {revision !== current && (
              <Link to={`/lettres/${id}?version=${revision}`} className="link" reloadDocument>
                {mayWrite ? "Reprendre" : "Lire"} <span className="visually-hidden">la version {revision}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
