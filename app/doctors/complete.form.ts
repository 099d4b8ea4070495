import { z } from "zod";
import { FACT_COLUMNS } from "./fact-catalog";

const about = {
  fact: z.enum(FACT_COLUMNS, "Cette information ne se complète pas ici."),
  measuredOn: z.string().max(20).default(""),
  seen: z.string().max(500).default(""),
};

/** An answer, or the wish to take one back; what the answer must look like depends on the fact and is judged with it. */
export const completeForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("complete"),
    ...about,
    answer: z.string("Donnez une seule réponse.").max(40).default(""),
    /** « Ne sait pas » was pressed, whatever is typed beside it. */
    unknown: z.literal("1").optional(),
  }),
  z.object({
    intent: z.literal("undo"),
    ...about,
    /** What the same person had answered that day before, which comes back. */
    before: z.string().max(40).optional(),
    /** What is taken back is a question asked in vain. */
    asked: z.literal("1").optional(),
  }),
]);

export type CompleteAsk = Extract<z.output<typeof completeForm>, { intent: "complete" }>;
export type UndoAsk = Extract<z.output<typeof completeForm>, { intent: "undo" }>;
