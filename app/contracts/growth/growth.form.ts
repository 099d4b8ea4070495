import { z } from "zod";
import { isDay } from "~/calendar/day";

/** As people type it: « 1 250 »; empty is not zero. */
const count = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/[\s\u00a0\u202f.]/g, ""))
    .refine((text) => /^\d*$/.test(text), { error: "Indiquez un nombre entier." })
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || value <= most, { error: "Ce nombre est trop grand pour un médecin." });

/** What the page of a contract's patients may ask. */
export const growthForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("count"),
    on: z.string({ error: "Indiquez un jour." }).refine(isDay, { error: "Indiquez un jour." }),
    mtPatients: count(9_999),
    activeFile: count(29_999),
    sure: z
      .string()
      .optional()
      .transform((value) => value !== undefined),
  }),
  z.object({ intent: z.literal("remove"), id: z.uuid() }),
  z.object({
    intent: z.literal("help"),
    kind: z.enum(["visit", "call"], { error: "Choisissez une visite ou un appel." }),
  }),
]);

export type GrowthAsk = z.output<typeof growthForm>;
export type AskOf<Intent extends GrowthAsk["intent"]> = Extract<GrowthAsk, { intent: Intent }>;
