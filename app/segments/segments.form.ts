import { z } from "zod";
import { readCriteriaText } from "./criteria.form";
import { LONGEST_NAME } from "./sharing";

const name = z
  .string({ error: "Donnez un nom à ce segment." })
  .trim()
  .min(1, "Donnez un nom à ce segment.")
  .max(LONGEST_NAME, `Un nom a ${LONGEST_NAME} caractères au plus.`);
const criteria = z.string({ error: "Ce segment n'a pas de critères." }).transform((text, check) => {
  const read = readCriteriaText(text);
  if (read.ok) return read.criteria;
  check.addIssue({ code: "custom", message: read.why });
  return z.NEVER;
});

export const newSegmentForm = z.object({ name, criteria });

/** What may be done to a saved segment, by the button pressed. */
export const segmentForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), name, criteria, version: z.coerce.number().int() }),
  z.object({ intent: z.literal("copy"), name, criteria }),
  z.object({ intent: z.literal("share") }),
  z.object({ intent: z.literal("unshare") }),
  z.object({ intent: z.literal("duplicate") }),
  z.object({ intent: z.literal("remove") }),
]);

export type SegmentStep = z.output<typeof segmentForm>;

export const restoreForm = z.object({ restore: z.uuid("Ce segment n'existe pas.") });

const carried = z
  .string()
  .optional()
  .transform((text) => text ?? null);

/** Criteria as a link carries them; absent: those kept, or none. */
export const carriedSearch = z.object({ criteres: carried });

export const figuresSearch = z.object({
  criteres: z.string().catch("").default(""),
  segment: z.uuid().nullable().catch(null).default(null),
});
