import type { ImportStatus } from "~db/queries/imports";

/** What applying a file would do, or did. `elsewhere` lies on other funds' ground and is left alone. */
export interface Difference {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
  readonly known: number;
  readonly elsewhere: number;
  /** Ameli only: lines matched surely, waiting for a person, and without a doctor. */
  readonly matching?: { readonly sure: number; readonly doubtful: number; readonly none: number };
  /** The person chose not to mark as gone those the file does not name. */
  readonly partial?: boolean;
}

const SMALL = 200;

/** A small change goes straight in; a large one, or a loss, is shown first. */
export function needsConfirmation({ created, changed, gone, known }: Difference): boolean {
  return created + changed > SMALL || gone > Math.max(20, known / 200);
}

/** Fewer than this share of the known doctors in a file: it is likely an extract. */
export function looksPartial({ gone, known }: Difference): boolean {
  return known > 100 && gone > known * 0.2;
}

export const STATUS_LABELS: Record<ImportStatus, string> = {
  uploaded: "En attente de lecture",
  reading: "Lecture en cours",
  waiting: "À confirmer",
  applying: "Application en cours",
  done: "Terminé",
  cancelled: "Annulé",
  failed: "En échec",
};

export function isRunning(status: ImportStatus): boolean {
  return status === "uploaded" || status === "reading" || status === "applying";
}

/** Seconds until the last byte at the pace seen so far; null before there is a pace. */
export function secondsLeft(read: number, total: number, elapsedMs: number): number | null {
  if (read <= 0 || elapsedMs < 1_000 || read >= total) return null;
  return Math.ceil(((total - read) * elapsedMs) / read / 1_000);
}
