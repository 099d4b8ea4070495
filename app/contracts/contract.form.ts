import { z } from "zod";
import { STAFFING_OPTIONS } from "~/aids/options";
import { isDay } from "~/calendar/day";
import { PERCENTILE_BANDS } from "~/eligibility/doctor-facts";
import { PROFILES, SECRETARY_SOLUTIONS } from "./assistant";
import { isDocumentKind } from "./documents";

const revision = z.coerce.number().int().positive();
export const day = (what: string) => z.string({ error: what }).refine(isDay, { error: what });
const count = z
  .union([
    z.literal("").transform(() => null),
    z.coerce.number({ error: "Un nombre entier." }).int().min(0).max(20_000),
  ])
  .optional()
  .transform((value) => value ?? null);
const answer = z.enum(["yes", "no", "unknown"], { error: "Choisissez une réponse." });
const name = z.string().trim().min(2, "Écrivez le nom de l'assistant.").max(120);
const hours = z.coerce
  .number({ error: "Des heures par semaine." })
  .min(1, "Une heure au moins.")
  .max(48, "48 heures au plus.");
const profile = z.enum(PROFILES, { error: "Choisissez un profil." });
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const hired = { name, profile, hours, hiredOn: day("Choisissez le jour de l'embauche."), wasSecretary: ticked };

/** Every form of a contract's page. */
export const contractForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("sign"),
    revision,
    signedOn: day("Choisissez le jour de la signature."),
    band: z
      .enum(PERCENTILE_BANDS)
      .or(z.literal("").transform(() => null))
      .optional()
      .default(null),
    patients: count,
    fileActive: count,
    age: count,
    newlyInstalled: ticked,
    reason: z.string().trim().max(300, "300 caractères au plus.").default(""),
  }),
  z.object({ intent: z.literal("hire"), revision, ...hired }),
  z.object({
    intent: z.literal("absence"),
    revision,
    from: day("Choisissez le premier jour d'absence."),
    months: count,
    replaced: answer,
  }),
  z.object({ intent: z.literal("suspend"), revision, on: day("Choisissez le jour de la suspension.") }),
  z.object({ intent: z.literal("resume"), revision, on: day("Choisissez le jour de la reprise.") }),
  z.object({ intent: z.literal("notice"), revision, receivedOn: day("Choisissez le jour de réception de la lettre.") }),
  z.object({
    intent: z.literal("relocation"),
    revision,
    on: day("Choisissez le jour du déménagement."),
    sameDepartment: answer,
    keepsPatients: answer,
  }),
  z.object({ intent: z.literal("specialty"), revision, on: day("Choisissez le jour du changement.") }),
  z.object({ intent: z.literal("switch"), revision, on: day("Choisissez le jour de la demande.") }),
  z.object({ intent: z.literal("renewal"), revision }),
  z.object({
    intent: z.literal("abandon"),
    revision,
    reason: z.string().trim().min(3, "Dites pourquoi en quelques mots.").max(300),
  }),
  z.object({ intent: z.literal("reopen"), revision }),
  z.object({
    intent: z.literal("document"),
    kind: z.string().refine(isDocumentKind),
    mark: z.enum(["received", "waived", "asked"]),
  }),
  z.object({ intent: z.literal("assistant"), ...hired, replaces: z.uuid().or(z.literal("")).optional() }),
  z.object({ intent: z.literal("left"), assistant: z.uuid(), on: day("Choisissez le jour du départ.") }),
  z.object({ intent: z.literal("training"), assistant: z.uuid(), on: day("Choisissez le premier jour de formation.") }),
  z.object({ intent: z.literal("certificate"), assistant: z.uuid(), on: day("Choisissez la date de l'attestation.") }),
  z.object({
    intent: z.literal("secretary"),
    assistant: z.uuid(),
    on: day("Choisissez le jour du remplacement."),
    solution: z.enum(SECRETARY_SOLUTIONS, { error: "Choisissez l'organisation retenue." }),
  }),
  z.object({
    intent: z.literal("join"),
    rpps: z
      .string()
      .trim()
      .regex(/^\d{11}$/, "Un numéro RPPS compte onze chiffres."),
  }),
  z.object({ intent: z.literal("quit"), member: z.uuid(), on: day("Choisissez le jour du départ.") }),
]);

export type ContractAsk = z.output<typeof contractForm>;
export type Ask<Intent extends ContractAsk["intent"]> = Extract<ContractAsk, { intent: Intent }>;

export const optionField = z.enum(STAFFING_OPTIONS, { error: "Choisissez une option." });
