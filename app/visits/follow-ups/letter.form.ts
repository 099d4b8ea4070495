import { z } from "zod";

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const version = z.coerce.number({ error: "Rechargez la page." }).int().positive().max(2_147_483_647);

const words = {
  version,
  subject: z
    .string({ error: "Indiquez l'objet." })
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim())
    .refine((text) => text !== "", { error: "Indiquez l'objet." })
    .refine((text) => text.length <= 150, { error: "L'objet dépasse 150 caractères : raccourcissez-le." }),
  body: z
    .string({ error: "Écrivez la lettre." })
    .transform((text) => text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").trim())
    .refine((text) => text !== "", { error: "Écrivez la lettre." })
    .refine((text) => text.length <= 6_000, {
      error: "La lettre dépasse 6 000 caractères : raccourcissez-la. Votre texte reste dans le champ.",
    }),
};

/** What a person may do with a follow-up letter. */
export const letterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...words }),
  z.object({ intent: z.literal("send"), ...words, to: z.string().max(320) }),
  z.object({ intent: z.literal("take-back"), version }),
  z.object({ intent: z.literal("discard"), version }),
  /** After a cut, only a person knows, by asking the doctor or the relay, whether the letter arrived. */
  z.object({ intent: z.literal("arrived"), version }),
  z.object({ intent: z.literal("write-again"), version }),
]);

export type LetterAsk = z.output<typeof letterForm>;
