import { z } from "zod";

const name = z
  .string()
  .trim()
  .min(2, { error: "Donnez un nom au secteur." })
  .max(80, { error: "Au plus 80 caractères." });

export const sectorForm = z.object({
  name,
  communes: z
    .string()
    .max(100_000, { error: "La liste est trop longue." })
    .transform((text) => [...new Set(text.split(/[\n;]+/).map((line) => line.trim()))].filter((line) => line !== ""))
    .refine((lines) => lines.length > 0, { error: "Indiquez au moins une commune." }),
});

const id = z.coerce.number().int().positive();

export const sectorActForm = z.discriminatedUnion("act", [
  z.object({ act: z.literal("rename"), id, name }),
  z.object({ act: z.literal("remove"), id }),
]);
