import { type Block, type BlockKind, blankBlock, type Letter } from "./block";

/** A letter on the desk: its blocks keep a number of their own, so that they may be moved without being confused. */
export interface Draft {
  readonly name: string;
  readonly subject: string;
  readonly blocks: readonly Keyed[];
  readonly nextKey: number;
}

export interface Keyed {
  readonly key: number;
  readonly block: Block;
}

export type Edit =
  | { readonly act: "name" | "subject"; readonly text: string }
  | { readonly act: "add"; readonly kind: BlockKind }
  | { readonly act: "change"; readonly key: number; readonly block: Block }
  | { readonly act: "move"; readonly key: number; readonly by: -1 | 1 }
  | { readonly act: "remove"; readonly key: number }
  | { readonly act: "restore"; readonly keyed: Keyed; readonly at: number }
  | { readonly act: "replace"; readonly name: string; readonly letter: Letter };

export function draftOf(name: string, { subject, blocks }: Letter): Draft {
  return { name, subject, blocks: blocks.map((block, key) => ({ key, block })), nextKey: blocks.length };
}

export function letterOfDraft({ subject, blocks }: Draft): Letter {
  return { subject, blocks: blocks.map(({ block }) => block) };
}

export function edited(draft: Draft, edit: Edit): Draft {
  const { blocks, nextKey } = draft;
  switch (edit.act) {
    case "name":
    case "subject":
      return { ...draft, [edit.act]: edit.text };
    case "add":
      return { ...draft, blocks: [...blocks, { key: nextKey, block: blankBlock(edit.kind) }], nextKey: nextKey + 1 };
    case "change":
      return {
        ...draft,
        blocks: blocks.map((each) => (each.key === edit.key ? { ...each, block: edit.block } : each)),
      };
    case "move":
      return { ...draft, blocks: moved(blocks, edit.key, edit.by) };
    case "remove":
      return { ...draft, blocks: blocks.filter(({ key }) => key !== edit.key) };
    case "restore":
      return blocks.some(({ key }) => key === edit.keyed.key)
        ? draft
        : { ...draft, blocks: [...blocks.slice(0, edit.at), edit.keyed, ...blocks.slice(edit.at)] };
    case "replace":
      return draftOf(edit.name, edit.letter);
  }
}

/** One place up or down; at an end nothing moves. */
function moved(blocks: readonly Keyed[], key: number, by: -1 | 1): readonly Keyed[] {
  const from = blocks.findIndex((each) => each.key === key);
  const to = from + by;
  const [one, other] = [blocks[from], blocks[to]];
  if (!one || !other) return blocks;
  return blocks.map((each, rank) => (rank === from ? other : rank === to ? one : each));
}
