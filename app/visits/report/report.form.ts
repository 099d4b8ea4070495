import { z } from "zod";
import { number } from "~/format/numbers";
import { CLIENT_ID } from "./client-id";
import { MOST_NOTE } from "./note";
import { OBJECTION_CODES } from "./objections";
import { DISCUSSED, NEXT_STEPS, RESULTS } from "./result";

/** A browser sends one ticked box as a value and several as a list. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(20));

const emptyAsNull = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), item.nullable());

const id = z.string({ error: "Rechargez la page." }).regex(CLIENT_ID, { error: "Rechargez la page." });

/** Line ends of every system become one, and signs that no keyboard writes are dropped before the note is measured. */
const note = z
  .string({ error: "Écrivez la note en un seul texte." })
  .transform((text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .trim(),
  )
  .refine((text) => text.length <= MOST_NOTE, {
    error: ({ input }) =>
      `La note compte ${number(String(input).length)} caractères ; le maximum est de ${number(MOST_NOTE)}. Raccourcissez-la : rien n'a été enregistré, votre texte reste dans le champ.`,
  });

const confirmed = listOf(z.enum(["health", "insult", "phone"]));

const told = {
  id,
  result: z.enum(RESULTS, { error: "Choisissez le résultat de la visite." }),
  objections: listOf(z.enum(OBJECTION_CODES, { error: "Cette objection n'est pas dans la liste." })),
  option: emptyAsNull(z.enum(DISCUSSED)),
  nextStep: emptyAsNull(z.enum(NEXT_STEPS)),
  nextOn: emptyAsNull(z.string().max(20)),
  note: note.default(""),
  confirmed,
  refuses: listOf(z.enum(["visit", "email"])),
  /** Only for somebody met by chance. */
  heldOn: emptyAsNull(z.string().max(20)),
};

const visitId = z.uuid({ error: "Rechargez la page." });
const doctorId = z.coerce.number({ error: "Rechargez la page." }).int().positive().max(Number.MAX_SAFE_INTEGER);

/** Everything a phone may have kept for want of a network; each is the same however often it is sent. */
export const inboxForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("report"), visitId, ...told }),
  z.object({ intent: z.literal("meeting"), doctorId, ...told }),
  z.object({
    intent: z.literal("note"),
    visitId,
    id,
    note: note.refine((text) => text !== "", { error: "Écrivez la note à ajouter." }),
    confirmed,
  }),
  z.object({ intent: z.literal("absent"), visitId, id }),
]);

const toldForm = z.object(told);

export type InboxAsk = z.output<typeof inboxForm>;
export type ReportAsk = z.output<typeof toldForm>;
export type NoteAsk = Pick<Extract<InboxAsk, { intent: "note" }>, "id" | "note" | "confirmed">;
