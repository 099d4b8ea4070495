import { z } from "zod";
import { isDay } from "~/calendar/day";
import { day } from "./contract.form";

const seen = z
  .string()
  .refine((text) => text === "" || isDay(text), { error: "Rechargez la page." })
  .transform((text) => text || null);

export const milestoneForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("done"), id: z.uuid(), dueOn: seen }),
  z.object({
    intent: z.literal("postpone"),
    id: z.uuid(),
    dueOn: seen,
    to: day("Choisissez le nouveau jour."),
    reason: z.string().trim().min(3, "Dites pourquoi en quelques mots.").max(300),
  }),
  /** Puts back what the answer of the act before said. */
  z.object({
    intent: z.literal("undo"),
    id: z.uuid(),
    dueOn: seen,
    was: z.enum(["done", "open"]),
    backTo: seen,
    reason: z.string().max(300).optional(),
  }),
]);

export type MilestoneAsk = z.output<typeof milestoneForm>;
