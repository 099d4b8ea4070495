import { z } from "zod";
import { type Cursor, readPlace } from "./cursor";
import { type Filters, VERDICT_CHOICES, ZONE_CHOICES } from "./filters";
import { FAMILY_LABELS, type SpecialtyFamily } from "./specialty";

export interface ListAsk {
  readonly filters: Filters;
  readonly cursor: Cursor | null;
}

const SPECIALTIES = ["generalistes", "specialistes", ...(Object.keys(FAMILY_LABELS) as SpecialtyFamily[])] as const;
const flag = z
  .literal("1")
  .optional()
  .catch(undefined)
  .transform((value) => value === "1");
const place = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? null : readPlace(text)));

/** The address of the list. A parameter that makes no sense is as if it were not there; the others stand. */
export const listForm = z
  .object({
    q: z
      .string()
      .catch("")
      .default("")
      .transform((text) => text.slice(0, 200).trim()),
    zone: z.enum(ZONE_CHOICES).nullable().catch(null).default(null),
    verdict: z.enum(VERDICT_CHOICES).nullable().catch(null).default(null),
    specialite: z.enum(SPECIALTIES).nullable().catch(null).default(null),
    secteur: z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null).default(null),
    segment: z.uuid().nullable().catch(null).default(null),
    question: flag,
    absents: flag,
    apres: place,
    avant: place,
  })
  .transform(({ apres, avant, ...filters }): ListAsk => ({ filters, cursor: cursorOf(apres, avant) }));

function cursorOf(after: ReturnType<typeof readPlace>, before: ReturnType<typeof readPlace>): Cursor | null {
  if (after) return { ...after, towards: "next" };
  return before ? { ...before, towards: "previous" } : null;
}

/** The list a doctor's page was opened from, as it travels in `?liste=`. */
export function listAskIn(query: string): ListAsk {
  return listForm.parse(Object.fromEntries(new URLSearchParams(query.slice(0, 1_000))));
}
