import { z } from "zod";
import { isDay } from "~/calendar/day";
import { MOST_DAYS, MOST_STEPS, STEP_KINDS, STOP_RULES } from "./journey";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most} caractères au plus.` })
    .refine((text) => !/[\r\n\0]/.test(text), { error: "Écrivez une seule ligne." });

const name = line(120).refine((text) => text !== "", {
  error: "Donnez un nom au parcours : il ne sera pas vu des médecins.",
});

export const newJourneyForm = z.object({ name });

const days = (from: number) => z.number().int().min(from).max(MOST_DAYS);
const letter = z.union([z.literal(""), z.literal("demo"), z.uuid()]);

const step = z
  .object({
    kind: z.enum(STEP_KINDS),
    delay: days(0),
    letter,
    expiry: days(1).nullable(),
    onExpiry: z.enum(["pass", "end"]),
  })
  .transform((read) => (read.kind === "letter" ? { ...read, expiry: null } : { ...read, letter: "" }));

const steps = z.string().transform((text, check) => {
  const read = z.array(step).max(MOST_STEPS).safeParse(asJson(text));
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path[0];
  const where = typeof at === "number" ? `Étape ${at + 1} : ` : "";
  check.addIssue({
    code: "custom",
    message: `${where}les délais vont de 0 à ${MOST_DAYS} jours ouvrés, en nombres entiers.`,
  });
  return z.NEVER;
});

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(STOP_RULES)),
);

/** What a draft may be told, and what may be done to a journey. */
export const journeyForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    version: z.coerce.number().int(),
    name,
    segment: z.preprocess(
      (value) => (value === "" ? null : value),
      z.uuid({ error: "Choisissez un segment." }).nullable(),
    ),
    category: z.enum(["information", "event"], { error: "Choisissez la nature des lettres." }),
    sender: line(120),
    reason: line(300),
    holdout: z.coerce
      .number({ error: "De 0 à 50 %." })
      .int({ error: "De 0 à 50 %." })
      .min(0, { error: "De 0 à 50 %." })
      .max(50, { error: "De 0 à 50 %." }),
    stops: several,
    steps,
  }),
  z.object({ intent: z.enum(["submit", "send-back", "start", "pause", "resume", "end"]) }),
]);

export type JourneyAsk = z.output<typeof journeyForm>;
export type JourneyText = Extract<JourneyAsk, { intent: "save" }>;

/** Who is shown, and from where on. */
export const peopleSearch = z.object({
  place: z
    .string()
    .regex(/^(\d{1,2}|stopped|finished|held_out)$/)
    .optional()
    .catch(undefined),
  apres: z.coerce.number().int().positive().optional().catch(undefined),
  avant: z.coerce.number().int().positive().optional().catch(undefined),
});

export type PeopleSearch = z.output<typeof peopleSearch>;

export const trialSearch = z.object({
  medecin: z.coerce.number().int().positive().optional().catch(undefined),
  debut: z.string().refine(isDay).optional().catch(undefined),
});

export type TrialSearch = z.output<typeof trialSearch>;
