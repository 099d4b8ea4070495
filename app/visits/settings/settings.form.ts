import { z } from "zod";
import { isDay } from "~/calendar/day";
import type { AbsenceKind, AbsencePart } from "./absence";

/** A browser sends one ticked box as a value and several as a list. */
const listOf = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const time = z.string().trim().max(8);
const sevenTimes = z.array(time).length(7);
const line = z
  .string()
  .trim()
  .max(120, { error: "Au plus 120 caractères." })
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, { error: "Ce texte contient un caractère invisible." });
const day = z.string({ error: "Indiquez un jour." }).refine(isDay, { error: "Indiquez un jour." });

/** An empty field reads as 0 by itself, and would be taken for an answer. */
const wholeBetween = (least: number, most: number) => {
  const error = `Indiquez un nombre entier entre ${least} et ${most}.`;
  return z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error }),
  );
};

const degrees = (most: number) => {
  const error = "Cette position n'a pas pu être lue.";
  return z.coerce.number({ error }).min(-most, { error }).max(most, { error });
};

/** Everything that can be changed on the page of settings; each is a form of its own. */
export const settingsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("base"), commune: line, code: z.string().max(5), label: line }),
  z.object({ intent: z.literal("point"), latitude: degrees(90), longitude: degrees(180), label: line }),
  z.object({ intent: z.literal("forget-base") }),
  z.object({
    intent: z.literal("hours"),
    works: z.preprocess(listOf, z.array(z.string().max(1)).max(7)),
    from: sevenTimes,
    to: sevenTimes,
  }),
  z.object({
    intent: z.literal("lunch"),
    lunchFrom: time,
    lunchTo: time,
    lunchMinutes: wholeBetween(0, 180),
  }),
  z.object({
    intent: z.literal("visits"),
    visitMinutes: wholeBetween(10, 180),
    mostVisits: wholeBetween(1, 30),
    safetyPercent: wholeBetween(0, 100),
  }),
  z.object({
    intent: z.literal("absence"),
    fromOn: day,
    toOn: day,
    part: z.enum(["day", "morning", "afternoon"] satisfies AbsencePart[], { error: "Choisissez une partie du jour." }),
    kind: z.enum(["leave", "training", "meeting", "illness", "other"] satisfies AbsenceKind[], {
      error: "Choisissez un motif.",
    }),
  }),
  z.object({ intent: z.literal("remove-absence"), absenceId: z.uuid() }),
  z.object({ intent: z.literal("cover"), byId: z.uuid({ error: "Choisissez un collègue." }), fromOn: day, toOn: day }),
  z.object({ intent: z.literal("uncover"), coverId: coverId() }),
  z.object({ intent: z.literal("hand"), coverId: coverId(), visitIds: visitIds() }),
  z.object({ intent: z.literal("take-back"), coverId: coverId(), visitIds: visitIds() }),
]);

function coverId() {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
}

/** None named means all of them. */
function visitIds() {
  return z.preprocess(listOf, z.array(z.uuid()).max(200));
}

export type SettingsAsk = z.output<typeof settingsForm>;
export type AskOf<Intent extends SettingsAsk["intent"]> = Extract<SettingsAsk, { intent: Intent }>;

export const communeSearch = z.object({ q: z.string().max(80).catch("") });
