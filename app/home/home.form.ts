import { z } from "zod";

export const VERDICTS = ["oui", "a-verifier", "non"] as const;
export const PRACTICES = ["generalistes", "specialistes"] as const;

/** What the national table is narrowed to; the words are those of the doctors' list. */
export const nationalSearch = z.object({
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  specialite: z.enum(PRACTICES).optional().catch(undefined),
  mesure: z.string().max(40).optional().catch(undefined),
});

export type NationalSearch = z.output<typeof nationalSearch>;
