import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { conflict, invalid } from "~/errors";
import { replaceCatchments } from "~db/queries/territories-of-care";
import { startImport } from "./imports.server";
import { type ImportKind, KIND_LABELS } from "./kinds";
import { type Layout, recognise } from "./layout";
import { readComposition } from "./zoning/territories";
import { readZoningWorkbook } from "./zoning/workbook";

export interface Arrived {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The first bytes, or the whole of a small file. */
  readonly head: Buffer;
}

export interface Wanted {
  readonly kind?: ImportKind | undefined;
  /** The day the file speaks of; the one in its name, or today, when nobody says. */
  readonly sourceOn?: string | undefined;
  readonly confirmed?: boolean;
  readonly quietly?: boolean;
  readonly fundId?: number | null;
}

/** Recognises a file and starts its import, or says in a sentence why it is not one of ours. */
export async function receiveFile(ctx: Context, file: Arrived, wanted: Wanted): Promise<string> {
  const layout = layoutOf(file, wanted.kind);
  return startImport(ctx, {
    kind: layout.kind,
    fileName: file.name,
    fileKey: file.key,
    bytes: file.bytes,
    sha256: file.sha256,
    layout,
    source: KIND_LABELS[layout.kind],
    sourceOn: wanted.sourceOn ?? layout.stampedOn ?? dayOf(ctx.now),
    confirmed: wanted.confirmed ?? false,
    ...(wanted.quietly === undefined ? {} : { quietly: wanted.quietly }),
    ...(wanted.fundId === undefined ? {} : { fundId: wanted.fundId }),
  });
}

function layoutOf(file: Arrived, kind: ImportKind | undefined): Layout {
  const recognition = recognise(file.head, file.name, kind);
  if (!recognition.ok) throw invalid({ fichier: [recognition.why] }, recognition.why);
  const { layout } = recognition;
  if (layout.container === "workbook") {
    if (file.head.length < file.bytes)
      throw conflict(
        "Ce classeur dépasse 20 Mo. Rien n'a été modifié : enregistrez la feuille du zonage en « CSV UTF-8 ».",
      );
    const reading = readZoningWorkbook(file.head);
    if (!reading.ok) throw invalid({ fichier: [reading.why] }, reading.why);
  }
  return layout;
}

/**
 * A file put down on the screen: its import's id, or null for the list of communes of each territory, which is not a
 * zoning but without which a zoning by territory cannot be read.
 */
export async function keepFile(ctx: Context, file: Arrived, wanted: Wanted): Promise<string | null> {
  // A zoning by communes also names their territories: only what is no zoning may be a composition.
  const isTaken = wanted.kind !== "zonage" || recognise(file.head, file.name, wanted.kind).ok;
  if (!isTaken && file.head.length === file.bytes && (await keepComposition(ctx, file.head))) return null;
  return receiveFile(ctx, file, wanted);
}

async function keepComposition(ctx: Context, bytes: Buffer): Promise<boolean> {
  const reading = readComposition(bytes);
  if (!reading.ok || reading.communes.length === 0) return false;
  await replaceCatchments(ctx.tx, reading.communes);
  return true;
}
