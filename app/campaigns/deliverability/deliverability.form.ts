import { z } from "zod";
import { ADDRESS_ANSWER_CODES, CAUSES, FALSE_BOUNCE_CODES } from "./causes";
import { VIEWS } from "./views";

export const deliverabilitySearch = z.object({
  vue: z.enum(VIEWS).catch("rebonds"),
  motif: z.enum(CAUSES).optional().catch(undefined),
  /** Of returned letters: those before this one. */
  avant: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export type DeliverabilitySearch = z.output<typeof deliverabilitySearch>;

const recipientId = z.coerce.number({ error: "Rechargez la page." }).int().positive().max(Number.MAX_SAFE_INTEGER);

export const deliverabilityForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("judge-false"),
    recipientId,
    reason: z.enum(FALSE_BOUNCE_CODES, { error: "Choisissez pourquoi." }),
  }),
  z.object({ intent: z.literal("restore"), recipientId }),
  z.object({ intent: z.literal("ask-address"), recipientId }),
  z.object({ intent: z.literal("withdraw"), questionId: z.uuid({ error: "Rechargez la page." }) }),
]);

export type DeliverabilityAsk = z.output<typeof deliverabilityForm>;

export const answerForm = z
  .object({
    questionId: z.uuid({ error: "Rechargez la page." }),
    answer: z.enum(ADDRESS_ANSWER_CODES, { error: "Choisissez la réponse du médecin." }),
    address: z.string().trim().max(254, { error: "254 caractères au plus." }).default(""),
    confirmed: z.string().optional(),
  })
  .superRefine(({ answer, address, confirmed }, issues) => {
    if (answer !== "given") return;
    if (address === "") issues.addIssue({ code: "custom", path: ["address"], message: "Écrivez l'adresse." });
    if (confirmed === undefined)
      issues.addIssue({
        code: "custom",
        path: ["confirmed"],
        message: "Cochez que le médecin vous a donné lui-même cette adresse : sans cela, elle ne peut pas servir.",
      });
  });

export type AnswerAsk = z.output<typeof answerForm>;
