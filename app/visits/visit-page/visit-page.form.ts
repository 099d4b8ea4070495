import { z } from "zod";

export const visitPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("cancel"),
    by: z.enum(["doctor", "delegate"], "Dites qui annule."),
    version: z.coerce.number().int(),
  }),
  z.object({ intent: z.literal("invite") }),
]);

export type VisitPageAsk = z.output<typeof visitPageForm>;
