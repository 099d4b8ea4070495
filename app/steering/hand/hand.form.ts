import { z } from "zod";
import { STAGES } from "~/funnel/stage";
import { LOSS_CODES } from "../loss-reasons";

const SHORTEST = 5;
const reason = z
  .string("Dites pourquoi.")
  .trim()
  .min(SHORTEST, "Dites pourquoi en quelques mots.")
  .max(300, "300 caractères au plus.");

/** A stage takes a sentence, a loss one of the known reasons. */
export const handForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), to: z.enum(STAGES, "Choisissez l'étape."), reason }),
  z.object({ intent: z.literal("lose"), code: z.enum(LOSS_CODES, "Choisissez le motif.") }),
  z.object({ intent: z.literal("undo"), moveId: z.coerce.number().int().positive() }),
]);
