import { z } from "zod";
import { minutesOf } from "~/calendar/zoned";
import { LEAST_MINUTES, MOST_MINUTES } from "../visit";

/** The address of the screen: which weeks, how long, and which visit is looking for another time. */
export const slotSearch = z.object({
  semaine: z.string().max(10).catch(""),
  duree: z.coerce.number().int().min(LEAST_MINUTES).max(MOST_MINUTES).nullable().catch(null),
  visite: z.uuid().nullable().catch(null),
});

/** A time of the list, unless another one is written beside it. */
const time = {
  day: z.string().max(10).default(""),
  minutes: z.coerce.number().int().default(-1),
  other: z.string().max(10).default(""),
  length: z.coerce.number().int(),
  firmness: z.enum(["fixed", "day", "week"]).default("fixed"),
};

export const slotForm = z
  .discriminatedUnion("intent", [
    z.object({ intent: z.literal("book"), id: z.uuid(), invites: z.literal("on").optional(), ...time }),
    z.object({ intent: z.literal("move"), visit: z.uuid(), version: z.coerce.number().int(), ...time }),
  ])
  .transform(({ other, ...slot }) => ({
    ...slot,
    minutes:
      other.trim() === "" ? slot.minutes : (minutesOf(other.replace(/\s*h\s*/i, ":").replace(/:$/, ":00")) ?? -1),
  }));

export type SlotAnswer = z.output<typeof slotForm>;
