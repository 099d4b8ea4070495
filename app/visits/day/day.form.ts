import { z } from "zod";
import { isDay } from "~/calendar/day";
import { CLIENT_ID, isId } from "../report/client-id";

const day = z.string().refine(isDay);
const maybeId = z.string().refine(isId).optional().catch(undefined);

export const daySearch = z.object({
  jour: day.optional().catch(undefined),
  /** The visit that was cancelled, and whose time is to be filled. */
  remplacer: maybeId,
  /** The visit just noted absent. */
  absent: maybeId,
});

export type DaySearch = z.output<typeof daySearch>;

const visitId = z.uuid({ error: "Rechargez la page." });
const version = z.coerce.number({ error: "Rechargez la page." }).int().positive().max(2_147_483_647);
const whole = z.coerce.number({ error: "Rechargez la page." }).int().positive().max(Number.MAX_SAFE_INTEGER);

/** All that is done on the page of a day, beside what a phone may keep for want of a network. */
export const dayForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel"), visitId, version, by: z.enum(["doctor", "delegate"]) }),
  z.object({
    intent: z.literal("take"),
    id: z.string().regex(CLIENT_ID, { error: "Rechargez la page." }),
    doctorId: whole,
    day: z.string().max(20),
    minutes: z.coerce.number({ error: "Rechargez la page." }).int().min(0).max(1_439),
    length: z.coerce.number({ error: "Rechargez la page." }).int().min(1).max(600),
    reason: z.string().max(200),
  }),
  z.object({ intent: z.literal("fill"), day }),
  z.object({ intent: z.literal("accept"), visitId }),
  z.object({ intent: z.literal("accept-all"), day }),
  z.object({ intent: z.literal("drop"), visitId }),
  z.object({ intent: z.literal("undo-missed"), visitId }),
]);

export type DayAsk = z.output<typeof dayForm>;
