import { z } from "zod";
import { isDay } from "~/calendar/day";
import { IMPORT_KINDS } from "./kinds";

export const newImportForm = z.object({
  kind: z.enum(IMPORT_KINDS, { error: "Choisissez ce que contient le fichier." }),
  sourceOn: z
    .string()
    .trim()
    .transform((day) => (day === "" ? undefined : day))
    .refine((day) => day === undefined || isDay(day), { error: "La date attendue est de la forme 24/11/2026." })
    .optional(),
});

export const importStepForm = z.discriminatedUnion("step", [
  z.object({ step: z.literal("confirm"), partial: z.literal("on").optional() }),
  z.object({ step: z.literal("cancel") }),
]);

export const matchForm = z.object({
  doubt: z.coerce.number().int(),
  doctor: z.union([z.literal("none"), z.literal("undo"), z.coerce.number().int()]),
});
