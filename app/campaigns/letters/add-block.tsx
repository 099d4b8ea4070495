import { Button } from "~/ui/button";
import { BLOCK_LABELS, type BlockKind } from "./block";

const KINDS = Object.keys(BLOCK_LABELS) as BlockKind[];

export function AddBlock({ onAdd }: { onAdd: (kind: BlockKind) => void }) {
  return (
    <fieldset className="mailing-add">
      <legend>Ajouter un bloc</legend>
      <div className="cluster">
        {KINDS.map((kind, rank) => (
          <Button key={kind} id={rank === 0 ? "add-block" : undefined} icon="plus" onClick={() => onAdd(kind)}>
            {BLOCK_LABELS[kind]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
