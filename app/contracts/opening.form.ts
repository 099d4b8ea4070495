import { z } from "zod";
import { COMPANY_FORMS, EMPLOYERS } from "./contract";
import { optionField } from "./contract.form";

const employerName = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => text || null);
const rpps = /^\d{11}$/;

/** A file opened from a doctor's page: their own contract, or that of their company. */
export const openingForm = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("individual"),
    option: optionField,
    employer: z.enum(EMPLOYERS, { error: "Choisissez l'employeur." }).exclude(["company"], {
      error: "La société n'emploie que pour un contrat collectif.",
    }),
    employerName,
  }),
  z.object({
    kind: z.literal("collective"),
    company: z.string().trim().min(2, "Écrivez le nom de la société.").max(200),
    companyForm: z.enum(COMPANY_FORMS, { error: "SCP, SCM ou SISA : une SEL ne peut pas signer." }),
    etp: z.coerce.number({ error: "Un nombre d'équivalents temps plein." }).min(0.5, "Un demi au moins.").max(50),
    employer: z.enum(["company", "group"], { error: "Choisissez l'employeur." }),
    employerName,
    members: z
      .string()
      .default("")
      .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
      .refine((numbers) => numbers.every((number) => rpps.test(number)), "Un numéro RPPS compte onze chiffres."),
  }),
]);

export type OpeningAsk = z.output<typeof openingForm>;
