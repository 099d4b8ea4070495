import { z } from "zod";

/** The address of the page: a view, a day in it, and whose calendar when it is not one's own. */
export const calendarSearch = z.object({
  vue: z.enum(["mois", "semaine"]).catch("mois"),
  date: z.string().max(20).optional().catch(undefined),
  delegue: z.string().max(40).optional().catch(undefined),
});

export type CalendarSearch = z.output<typeof calendarSearch>;

export const feedForm = z.object({ intent: z.enum(["make", "revoke"]) });
