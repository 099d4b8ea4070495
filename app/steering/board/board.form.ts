import { z } from "zod";
import { isDay } from "~/calendar/day";

const caisse = z.string().max(10).nullable().catch(null).default(null);

/** Which caisse, when one answers for several. */
export const boardSearch = z.object({ caisse });

/** What stands still, as the address names it. */
export const STALLED_KINDS = ["unreported", "filed", "intends", "promises"] as const;
export const stalledSearch = z.object({
  caisse,
  alerte: z.enum(STALLED_KINDS).catch("unreported").default("unreported"),
});

const count = (most: number) =>
  z.coerce
    .number("Écrivez un nombre.")
    .int("Écrivez un nombre entier.")
    .min(1, "Au moins 1.")
    .max(most, "Ce nombre est trop grand.");
const share = z.coerce.number("Écrivez un pourcentage.").min(0, "De 0 à 100.").max(100, "De 0 à 100.");
const day = z.string().refine(isDay, "Écrivez une date.");

export const targetsForm = z.discriminatedUnion("intent", [
  z
    .object({
      intent: z.literal("set"),
      from: day,
      to: day,
      visits: count(1_000_000),
      contracts: count(1_000_000),
      priority: share,
      gp: share,
    })
    .refine(({ from, to }) => from < to, { path: ["to"], message: "La fin vient après le début." }),
  z.object({ intent: z.literal("remove"), id: z.uuid() }),
]);
