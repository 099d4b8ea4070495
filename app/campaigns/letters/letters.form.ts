import { z } from "zod";
import type { Letter } from "./block";
import { LONGEST_NAME, STARTS } from "./naming";

const name = z
  .string({ error: "Donnez un nom à cette lettre." })
  .trim()
  .min(1, "Donnez un nom à cette lettre.")
  .max(LONGEST_NAME, `Un nom a ${LONGEST_NAME} caractères au plus.`);

/** Far beyond what the checks allow: they say where, this only bounds what is stored. */
const text = z
  .string()
  .max(20_000)
  .transform((typed) => typed.replace(/\r\n?/g, "\n"));
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("title"), text }),
  z.object({ kind: z.literal("paragraph"), text }),
  z.object({ kind: z.literal("list"), items: z.array(text).max(100) }),
  z.object({ kind: z.literal("button"), label: text, to: text }),
  z.object({ kind: z.literal("simulation"), option: z.enum(["0.5", "1"]), fallback: text }),
  z.object({ kind: z.literal("signature"), name: text, role: text, phone: text }),
]);
const content = z.object({ subject: text, blocks: z.array(block).max(100) });

const TOO_LONG = "Cette lettre est trop longue pour être enregistrée. Rien n'a été modifié.";

/** The editor sends the letter whole, as JSON in one field. */
const letter = z.string({ error: "Cette lettre n'est pas lisible." }).transform((json, check): Letter => {
  const parsed = json.length > 200_000 ? undefined : content.safeParse(parsedOrNull(json));
  if (parsed?.success) return parsed.data;
  check.addIssue({ code: "custom", message: parsed === undefined ? TOO_LONG : "Cette lettre n'est pas lisible." });
  return z.NEVER;
});

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export const newLetterForm = z.object({ name, start: z.enum(STARTS, { error: "Choisissez par où commencer." }) });

const written = { name, letter, seen: z.coerce.number().int().positive() };
const doctor = z.union([z.literal("").transform(() => null), z.coerce.number().int().positive()]).catch(null);

export const letterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...written }),
  z.object({ intent: z.literal("try"), ...written, trial: z.uuid(), doctor }),
  z.object({ intent: z.literal("duplicate") }),
  z.object({ intent: z.literal("archive") }),
  z.object({ intent: z.literal("restore") }),
]);

export type LetterAct = z.output<typeof letterForm>;

export const lettersSearch = z.object({ archives: z.literal("oui").optional().catch(undefined) });
export const letterSearch = z.object({ version: z.coerce.number().int().positive().optional().catch(undefined) });
export const valuesSearch = z.object({ medecin: z.coerce.number().int().positive().optional().catch(undefined) });
