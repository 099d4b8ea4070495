import { z } from "zod";
import { LONGEST, readPoint } from "./read-point";

const UNREADABLE =
  "Ce texte ne désigne pas un point en France. Collez deux nombres, comme « 47.2184, -1.5536 », ou l'adresse longue d'une carte.";

export const placingForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("place"),
    position: z
      .string({ error: UNREADABLE })
      .max(LONGEST, { error: UNREADABLE })
      .transform((text, { addIssue }) => {
        const point = readPoint(text);
        if (!point) addIssue({ code: "custom", message: UNREADABLE });
        return point ?? z.NEVER;
      }),
    confirmed: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("remove") }),
]);

export type PlacingAsk = z.output<typeof placingForm>;
