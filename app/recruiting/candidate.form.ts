import { z } from "zod";
import { isDay } from "~/calendar/day";
import { readPhone } from "~/format/phone";
import { CONSENT_WAYS, HOURS, PROFILES } from "./candidate";

const line = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim())
    .refine((text) => text.length <= most, { error: `Au plus ${most} caractères.` });
const needed = (most: number, error: string) => line(most).refine((text) => text !== "", { error });
const day = z.string({ error: "Indiquez un jour." }).refine(isDay, { error: "Indiquez un jour." });
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** One mailbox, and nothing that a mail server could read as two. */
const MAILBOX = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/;

const sheet = {
  firstName: needed(80, "Indiquez le prénom."),
  lastName: needed(80, "Indiquez le nom."),
  profile: z.enum(PROFILES, { error: "Choisissez le profil." }),
  email: line(254)
    .refine((text) => text === "" || MAILBOX.test(text), { error: "Cette adresse n'est pas complète." })
    .transform((text) => (text === "" ? null : text)),
  phone: line(30)
    .refine((text) => text === "" || readPhone(text) !== null, { error: "Ce numéro n'est pas complet." })
    .transform((text) => readPhone(text)?.phone ?? null),
  commune: needed(120, "Indiquez la commune."),
  availableOn: day,
  hours: z.enum(HOURS, { error: "Choisissez le temps de travail." }),
  mobilityKm: z.coerce
    .number({ error: "Indiquez une distance en kilomètres." })
    .int({ error: "Indiquez un nombre entier." })
    .min(1, { error: "Au moins 1 km." })
    .max(200, { error: "Au plus 200 km." }),
  note: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => text.length <= 1_000, { error: "Au plus 1 000 caractères." }),
  confirmed: ticked,
};
const reachable = { error: "Indiquez une adresse e-mail ou un téléphone.", path: ["email"] };
const isReachable = ({ email, phone }: { email: string | null; phone: string | null }) =>
  email !== null || phone !== null;

export const entryForm = z
  .object({
    ...sheet,
    consentOn: day,
    consentBy: z.enum(CONSENT_WAYS, { error: "Dites comment l'accord a été donné." }),
    consents: z.literal("on", { error: "Sans accord de la personne, rien n'est enregistré." }),
    again: ticked,
  })
  .refine(isReachable, reachable);
export type Entry = z.output<typeof entryForm>;

export const changeForm = z
  .object({ ...sheet, version: z.coerce.number().int().positive() })
  .refine(isReachable, reachable);
export type SheetChange = z.output<typeof changeForm>;

/** What the page of a candidate may ask. */
export const candidateForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("contact") }),
  z.object({ intent: z.literal("withdraw") }),
  z.object({ intent: z.literal("propose"), doctorId: z.coerce.number().int().positive() }),
  z.object({
    intent: z.literal("answer"),
    introductionId: z.uuid(),
    version: z.coerce.number().int().positive(),
    party: z.enum(["candidate", "doctor"]),
    answer: z.enum(["yes", "no"], { error: "Choisissez oui ou non." }),
    on: day,
  }),
]);
export type CandidateAsk = z.output<typeof candidateForm>;

/** The filters of the list, in its address; the letter goes to exactly those. */
export const candidatesSearch = z.object({
  profil: z.enum(PROFILES).optional().catch(undefined),
  commune: z.string().max(120).catch(""),
  km: z.coerce.number().int().min(1).max(200).catch(20),
  voir: z.enum(["tous", "sans-nouvelle"]).catch("tous"),
});
export type CandidatesSearch = z.output<typeof candidatesSearch>;

/** A letter to those the filters name; `expected` is the number read on the button. */
export const informForm = z.object({
  id: z.uuid(),
  subject: needed(150, "Indiquez l'objet."),
  body: z
    .string({ error: "Écrivez la lettre." })
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => text !== "", { error: "Écrivez la lettre." })
    .refine((text) => text.length <= 6_000, { error: "Au plus 6 000 caractères." }),
  expected: z.coerce.number().int().positive(),
});
export type InformAsk = z.output<typeof informForm>;

export const stopForm = z.object({ scope: z.enum(["letters", "all"]).default("letters") });
