import type { KeyboardEvent } from "react";
import { Button } from "~/ui/button";
import { classes } from "~/ui/classes";
import type { FieldMessages } from "~/ui/field";
import { BLOCK_LABELS, type Block, textsOf } from "./block";
import { BlockFields } from "./block-fields";
import type { Edit, Keyed } from "./editing";
import { InsertMenu } from "./insert-menu";
import { useInsertion } from "./use-insertion";

interface BlockCardProps {
  readonly keyed: Keyed;
  readonly rank: number;
  readonly count: number;
  readonly wrong: Readonly<Record<string, FieldMessages>>;
  readonly edit: (edit: Edit) => void;
  readonly onRemove: (keyed: Keyed, rank: number) => void;
}

/** One block to fill in; Alt and an arrow move it, whatever part of it has the focus. */
export function BlockCard({ keyed, rank, count, wrong, edit, onRemove }: BlockCardProps) {
  const { key, block } = keyed;
  const change = (changed: Block) => edit({ act: "change", key, block: changed });
  const { box, onFocus, selected, insert } = useInsertion(
    (part, text) =>
      change(block.kind === "list" ? { ...block, items: text.split("\n") } : ({ ...block, [part]: text } as Block)),
    textsOf(block)[0]![0],
  );
  const move = (by: -1 | 1) => edit({ act: "move", key, by });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    move(by);
    const focused = event.target as HTMLElement;
    requestAnimationFrame(() => focused.focus()); // the browser drops the focus of what is moved in the page
  };
  const named = `le bloc ${rank + 1}, ${BLOCK_LABELS[block.kind].toLowerCase()}`;
  return (
    <section
      className="mailing-block"
      aria-label={`Bloc ${rank + 1}, ${BLOCK_LABELS[block.kind].toLowerCase()}`}
      ref={box}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <header className="mailing-block-head">
        <h2>
          <span className="mailing-block-rank">{rank + 1}</span>
          {BLOCK_LABELS[block.kind]}
        </h2>
        <div className="mailing-block-acts">
          {block.kind !== "button" && <InsertMenu selected={selected} onInsert={insert} withMarks={hasMarks(block)} />}
          <Button kind="quiet" icon="chevron-up" iconOnly disabled={rank === 0} onClick={() => move(-1)}>
            Monter {named}
          </Button>
          <Button kind="quiet" icon="chevron-down" iconOnly disabled={rank === count - 1} onClick={() => move(1)}>
            Descendre {named}
          </Button>
          <Button kind="quiet" icon="trash" iconOnly onClick={() => onRemove(keyed, rank)}>
            Retirer {named}
          </Button>
        </div>
      </header>
      <div className={classes("mailing-block-form", isBare(block) && "mailing-block-bare")}>
        <BlockFields blockKey={key} block={block} onChange={change} wrong={wrong} />
      </div>
    </section>
  );
}

function hasMarks({ kind }: Block): boolean {
  return kind === "paragraph" || kind === "list" || kind === "simulation";
}

/** One field only: the head of the card names it well enough for the eye. */
function isBare({ kind }: Block): boolean {
  return kind === "title" || kind === "paragraph" || kind === "list";
}
