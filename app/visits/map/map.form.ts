import { z } from "zod";
import { VERDICT_CHOICES, VISIT_CHOICES, ZONE_CHOICES } from "./filters";

const day = z.string().max(10).catch("").default("");
const flag = z
  .literal("1")
  .optional()
  .catch(undefined)
  .transform((value) => value === "1");

/** The address of the map. A parameter that makes no sense is as if it were not there; the others stand. */
export const mapForm = z
  .object({
    jour: day,
    semaine: day,
    zone: z.enum(ZONE_CHOICES).nullable().catch(null).default(null),
    verdict: z.enum(VERDICT_CHOICES).nullable().catch(null).default(null),
    nonvus: flag,
    visite: z.enum(VISIT_CHOICES).nullable().catch(null).default(null),
    tri: z.enum(["priorite", "distance"]).catch("priorite").default("priorite"),
  })
  .transform(({ jour, semaine, tri, ...filters }) => ({ jour, semaine, order: tri, filters }));

export type MapAsk = z.output<typeof mapForm>;
