import { z } from "zod";
import { isDay } from "~/calendar/day";

const DEFAULT_WEEKS = 8;

const weeks = z.coerce.number().int().min(2).max(26).catch(DEFAULT_WEEKS);

export const balanceSearch = z.object({ semaines: weeks.default(DEFAULT_WEEKS) });

export const balanceForm = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("plan"),
    semaines: weeks,
    on: z.string().refine(isDay, { error: "Choisissez un jour." }),
    /** The swaps as they were shown, so that nothing else is planned. */
    moves: z.string().min(1).max(2_000),
  }),
  z.object({ act: z.literal("cancel"), changeId: z.uuid() }),
]);
export type Planning = Extract<z.output<typeof balanceForm>, { act: "plan" }>;
