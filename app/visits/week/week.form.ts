import { z } from "zod";
import { isDay, weekday } from "~/calendar/day";
import { FIRMNESSES } from "../visit";
import { REMOVAL_REASONS } from "./removal";

const text = z
  .string()
  .catch("")
  .default("")
  .transform((value) => value.slice(0, 200).trim());
const doctorId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** The address of a week. What makes no sense is as if it were not there. */
export const weekSearch = z.object({
  semaine: text,
  medecin: doctorId.nullable().catch(null).default(null),
  nom: text,
});

export type WeekSearch = z.output<typeof weekSearch>;

const day = z.string().refine(isDay, { error: "Choisissez un jour." });
const week = {
  weekOn: day.refine((monday) => isDay(monday) && weekday(monday) === 1, { error: "Choisissez une semaine." }),
};
const stop = { ...week, visitId: z.uuid(), version: z.coerce.number().int().min(1).max(2_147_483_647) };
const doctor = { ...week, doctorId };

/** All that may be done to a week from its page. */
export const weekForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("propose"), ...week, anew: z.literal("1").optional() }),
  z.object({ intent: z.literal("accept"), ...week }),
  z.object({ intent: z.literal("hold"), ...stop, firmness: z.enum(FIRMNESSES) }),
  z.object({ intent: z.literal("move"), ...stop, day }),
  z.object({ intent: z.literal("remove"), ...stop }),
  z.object({ intent: z.literal("include"), ...doctor }),
  z.object({
    intent: z.literal("put-back"),
    ...doctor,
    day: day.optional(),
    minutes: z.coerce.number().int().min(0).max(1_439).optional(),
  }),
  z.object({
    intent: z.literal("explain"),
    ...doctor,
    reason: z.union([z.literal("").transform(() => null), z.enum(REMOVAL_REASONS)]),
  }),
]);

export type WeekAsk = z.output<typeof weekForm>;
