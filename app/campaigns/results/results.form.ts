import { z } from "zod";
import { RESULT_LISTS } from "./result-list";

export const rowsSearch = z.object({
  liste: z.enum(RESULT_LISTS).catch("letter-visits"),
  apres: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
});

export type RowsSearch = z.output<typeof rowsSearch>;

export const sideBySideSearch = z.object({
  mesure: z.enum(["visites", "contrats"]).catch("visites").default("visites"),
});

export type SideBySideSearch = z.output<typeof sideBySideSearch>;
