import { z } from "zod";
import { isDay } from "~/calendar/day";
import { BASKETS } from "./baskets";
import { CLOSING_REASON_CODES } from "./follow-up";

export const followUpsSearch = z.object({
  panier: z.enum(BASKETS).optional().catch(undefined),
});

export type FollowUpsSearch = z.output<typeof followUpsSearch>;

const id = z.uuid({ error: "Rechargez la page." });
/** The day the screen showed: somebody may have moved it since. */
const dueOn = z.string({ error: "Rechargez la page." }).refine(isDay, { error: "Rechargez la page." });

export const followUpForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("done"), id, dueOn }),
  z.object({ intent: z.literal("unreached"), id, dueOn }),
  z.object({ intent: z.literal("postpone"), id, dueOn }),
  z.object({
    intent: z.literal("close"),
    id,
    dueOn,
    reason: z.enum(CLOSING_REASON_CODES, { error: "Choisissez pourquoi." }),
  }),
  /** Puts back what the answer of the act before said. */
  z.object({
    intent: z.literal("undo"),
    id,
    from: z.enum(["open", "done", "dropped"]),
    dueOn,
    backTo: dueOn,
    outcome: z.string().max(40).optional(),
  }),
]);

export type FollowUpAsk = z.output<typeof followUpForm>;
