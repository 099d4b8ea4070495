import { z } from "zod";
import { isDay } from "~/calendar/day";
import { emailField } from "./sign-in.form";

/** A browser sends one ticked box as a value and several as a list. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(500));

const name = z
  .string({ error: "Indiquez le nom." })
  .trim()
  .min(2, { error: "Indiquez le prénom et le nom." })
  .max(120, { error: "Ce nom est trop long." })
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, { error: "Ce nom contient un caractère invisible." });

const role = z.enum(
  ["delegate", "manager", "campaign_officer", "administrator", "national_reader", "super_administrator"],
  {
    error: "Choisissez un rôle.",
  },
);
const id = z.coerce.number().int().positive().max(2_147_483_647);
const sectorIds = listOf(id);
const day = z.string({ error: "Indiquez un jour." }).refine(isDay, { error: "Indiquez un jour." });

export const accountsSearch = z.object({
  caisse: id.optional().catch(undefined),
  fait: z.string().optional(),
});

export const inviteForm = z.object({
  name,
  email: emailField,
  role,
  fundId: z.preprocess((value) => (value === "" ? undefined : value), id.optional()),
  sectorIds,
});

/** Everything that can be done on one account's page; each is a form of its own. */
export const accountForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), name, role, sectorIds }),
  z.object({ intent: z.literal("disable") }),
  z.object({ intent: z.literal("enable") }),
  z.object({ intent: z.literal("invite") }),
  z
    .object({ intent: z.literal("cover"), byId: z.uuid({ error: "Choisissez un collègue." }), fromOn: day, toOn: day })
    .refine((form) => form.fromOn <= form.toOn, { path: ["toOn"], error: "Le dernier jour précède le premier." }),
  z.object({ intent: z.literal("uncover"), coverId: id }),
]);

export const mySessionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end"), sessionId: z.uuid() }),
  z.object({ intent: z.literal("end-others") }),
]);

export type Invitation = z.output<typeof inviteForm>;
export type AccountChange = z.output<typeof accountForm>;
