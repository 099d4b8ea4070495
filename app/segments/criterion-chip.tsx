import { capital } from "~/eligibility/assessment";
import { quoted } from "~/format/typography";
import { Icon } from "~/ui/icon";
import { CATALOG } from "./catalog";
import type { Criterion } from "./criteria";
import { partOf } from "./describe";
import { isComplete } from "./edit";
import type { Names } from "./labels";

interface CriterionChipProps {
  criterion: Criterion;
  names: Names;
  isOpen: boolean;
  /** Of the fields that change it. */
  editor: string;
  open: () => void;
  remove: () => void;
}

/** One criterion in its own words: pressed, it opens; Delete or its cross takes it away. */
export function CriterionChip({ criterion, names, isOpen, editor, open, remove }: CriterionChipProps) {
  const { label } = CATALOG[criterion.kind];
  const words = isComplete(criterion) ? capital(partOf(criterion, names)) : `${label} : à choisir`;
  return (
    <span className={isComplete(criterion) ? "segment-chip" : "segment-chip segment-chip-open"}>
      <button
        type="button"
        className="segment-chip-words"
        aria-expanded={isOpen}
        aria-controls={isOpen ? editor : undefined}
        title={label}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key === "Delete" || event.key === "Backspace") remove();
        }}
      >
        {words}
      </button>
      <button type="button" className="segment-chip-cross" aria-label={`Retirer ${quoted(words)}`} onClick={remove}>
        <Icon name="cross" small />
      </button>
    </span>
  );
}
