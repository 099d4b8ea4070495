import { z } from "zod";
import { type EventKind, isEventKind } from "./kinds";

const key = z.coerce.number().int().positive().optional().catch(undefined);

/** What the journal's address may carry; a part that makes no sense is left out. */
export const journalSearch = z.object({
  quoi: z
    .custom<EventKind>((value) => typeof value === "string" && isEventKind(value))
    .optional()
    .catch(undefined),
  qui: z.uuid().optional().catch(undefined),
  avant: key,
  apres: key,
});

export type JournalSearch = z.output<typeof journalSearch>;
