import { z } from "zod";
import { isDay } from "~/calendar/day";
import { instantAt, minutesOf } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { CATEGORIES } from "./campaign";

const line = (most: number, why: string) =>
  z
    .string({ error: why })
    .trim()
    .max(most, { error: `${most} caractères au plus.` })
    .refine((text) => !/[\r\n\0]/.test(text), { error: "Écrivez une seule ligne." });

const name = line(120, "Donnez un nom à la campagne.").refine((text) => text !== "", {
  error: "Donnez un nom à la campagne : il ne sera pas vu des médecins.",
});

const category = z.enum(CATEGORIES, { error: "Choisissez la nature du courriel." });

export const newCampaignForm = z.object({ name, category });

const emptyAsNull = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), item.nullable());

const wholeNumber = (from: number, to: number, why: string) =>
  emptyAsNull(z.coerce.number({ error: why }).int({ error: why }).min(from, { error: why }).max(to, { error: why }));

/** « 2026-12-01T09:00 », as the field writes it, in Paris time. */
const moment = emptyAsNull(
  z
    .string()
    .transform((text) => {
      const [day = "", time = ""] = text.split("T");
      const minutes = minutesOf(time.slice(0, 5));
      return isDay(day) && minutes !== null ? instantAt(day, minutes, PARIS) : null;
    })
    .refine((at) => at !== null, { error: "Indiquez un jour et une heure." }),
);

const hour = emptyAsNull(
  z
    .string()
    .transform(minutesOf)
    .refine((minutes) => minutes !== null, { error: "Indiquez une heure, par exemple 08:00." }),
);

const prepared = {
  name,
  category,
  segment: z.string().max(60),
  letter: z.string().max(60),
  purpose: line(200, "Dites à quoi sert ce courriel."),
  sender: line(120, "Indiquez qui écrit."),
  replyTo: emptyAsNull(z.email({ error: "Cette adresse e-mail est incomplète." })),
  reason: line(300, "Dites au médecin pourquoi il reçoit ce courriel."),
  perMinute: wholeNumber(1, 100_000, "Un nombre de courriels par minute, de 1 à 100 000."),
  windowFrom: hour,
  windowTo: hour,
  notAfter: moment,
  startsAt: moment,
  holdout: z.coerce
    .number({ error: "De 0 à 50 %." })
    .int({ error: "De 0 à 50 %." })
    .min(0, { error: "De 0 à 50 %." })
    .max(50, { error: "De 0 à 50 %." }),
};

/** What a draft may be told, and what may be done to a campaign. */
export const campaignForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("prepare"), ...prepared }),
  z.object({ intent: z.enum(["submit", "approve", "send-back", "pause", "resume", "cancel"]) }),
  z.object({
    intent: z.literal("settle"),
    recipients: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.coerce.number().int().positive()).min(1, { error: "Cochez au moins un courriel." }).max(1_000),
    ),
    as: z.enum(["again", "accepted", "given-up"], { error: "Choisissez ce qu'il faut faire de ces courriels." }),
  }),
]);

export type CampaignAsk = z.output<typeof campaignForm>;
export type Preparation = Extract<CampaignAsk, { intent: "prepare" }>;
