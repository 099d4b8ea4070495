import { z } from "zod";

const points = z.coerce.number({ error: "Indiquez un nombre." });

export const weightsForm = z.object({
  step: z.enum(["preview", "save", "reset"]),
  zip: points,
  zac: points,
  threshold: points,
  patients: points,
  colleagues: points,
  freshness: points,
  question: points,
});
