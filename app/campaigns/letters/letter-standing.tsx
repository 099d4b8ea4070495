import { relativeTime } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { Badge } from "~/ui/badge";

interface LetterStandingProps {
  readonly toMend: number;
  readonly isUnsaved: boolean;
  readonly revision: number;
  readonly changed_by: string | null;
  readonly changed_at: string;
  readonly archived_at: string | null;
  readonly mayWrite: boolean;
  readonly now: string;
}

/** Whether it could leave, and whether it is saved. */
export function LetterStanding({
  toMend,
  isUnsaved,
  revision,
  changed_by,
  changed_at,
  now,
  ...rest
}: LetterStandingProps) {
  return (
    <>
      <Ready toMend={toMend} isArchived={rest.archived_at !== null} />
      {toMend > 0 && rest.mayWrite && (
        <a href="#a-corriger" className="link small">
          Voir
        </a>
      )}
      <span className="soft small" role="status">
        {isUnsaved
          ? "Modifications non enregistrées, gardées sur cet appareil"
          : `Version ${revision}, enregistrée ${relativeTime(changed_at, now)}${changed_by ? ` par ${changed_by}` : ""}`}
      </span>
    </>
  );
}

export function Ready({ toMend, isArchived }: { toMend: number; isArchived: boolean }) {
  if (isArchived) return <Badge icon="lock">archivée</Badge>;
  if (toMend === 0)
    return (
      <Badge tone="good" icon="check">
        prête
      </Badge>
    );
  return (
    <Badge tone="doubt" icon="warning">
      {countOf(toMend, "point")} à corriger
    </Badge>
  );
}
