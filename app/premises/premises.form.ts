import { z } from "zod";
import { isDay, parseDay } from "~/calendar/day";
import { ANSWERS, BODIES, REQUEST_KINDS, REQUEST_STATES } from "./request";

const day = z.string({ error: "Indiquez un jour." }).transform((text, issue) => {
  const read = parseDay(text);
  if (read === null) issue.addIssue({ code: "custom", message: "Indiquez un jour." });
  return read ?? z.NEVER;
});
const dayOrNone = z
  .string()
  .default("")
  .refine((text) => text === "" || isDay(text), { error: "Indiquez un jour." })
  .transform((text) => (text === "" ? null : text));
const text = (most: number) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .refine((typed) => typed.length <= most, { error: `Au plus ${most} caractères.` });
const choice = <Values extends readonly [string, ...string[]]>(values: Values, error: string) =>
  z.enum(values, { error });
const chosenOrNone = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), z.enum(values).nullable());
const confirmed = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
const version = z.coerce.number().int().positive().max(2_147_483_647);

/** Everything the tab of a doctor may ask about help with premises. */
export const premisesForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask"),
    id: z.uuid(),
    kind: choice(REQUEST_KINDS, "Choisissez le besoin."),
    need: text(2_000).refine((typed) => typed !== "", { error: "Dites en une phrase ce qui est demandé." }),
    on: day,
    nextStep: text(200),
    nextOn: dayOrNone,
    confirmed,
  }),
  z.object({
    intent: z.literal("step"),
    id: z.uuid(),
    version,
    to: choice(REQUEST_STATES, "Choisissez l'étape."),
    on: day,
    directedTo: chosenOrNone(BODIES),
    answer: chosenOrNone(ANSWERS),
    note: text(2_000),
    nextStep: text(200),
    nextOn: dayOrNone,
    confirmed,
  }),
  z.object({ intent: z.literal("undo"), id: z.uuid(), version }),
]);

export type PremisesAsk = z.output<typeof premisesForm>;
export type AskOf<Intent extends PremisesAsk["intent"]> = Extract<PremisesAsk, { intent: Intent }>;

/** The filters of the list, in its address. */
export const premisesSearch = z.object({
  etat: z.enum(["en-cours", ...REQUEST_STATES]).catch("en-cours"),
  secteur: z.coerce.number().int().positive().optional().catch(undefined),
});
export type PremisesSearch = z.output<typeof premisesSearch>;
