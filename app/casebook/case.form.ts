import { z } from "zod";
import { french } from "~/format/typography";
import type { Case } from "./case";
import { collectiveCaseForm } from "./collective-case.form";
import { eventCaseForm, trainingCaseForm } from "./event-case.form";
import { individualCaseForm } from "./individual-case.form";

const FORMS = {
  INDIVIDUAL: individualCaseForm,
  COLLECTIVE: collectiveCaseForm,
  ASSISTANT_TRAINING: trainingCaseForm,
  EVENT: eventCaseForm,
} as const;

type Kind = keyof typeof FORMS;

/** A key that only one kind of case bears: files often leave the kind out. */
const TELLING_KEYS: readonly [key: string, kind: Kind][] = [
  ["event", "EVENT"],
  ["assistantHireDate", "ASSISTANT_TRAINING"],
  ["legalForm", "COLLECTIVE"],
  ["meanPatientsMT", "COLLECTIVE"],
  ["specialty", "INDIVIDUAL"],
  ["sector", "INDIVIDUAL"],
  ["patientsMT", "INDIVIDUAL"],
];

const REASONS_SHOWN = 3;

export type ReadCase = { ok: true; input: Case } | { ok: false; why: string };

/** Reads one case; keys it does not know are left aside. The reason of a refusal is a French sentence. */
export function readCase(raw: unknown): ReadCase {
  const shape = z.record(z.string(), z.unknown()).safeParse(raw);
  if (!shape.success) return { ok: false, why: "Ce cas n'est pas un objet JSON." };
  const kind = kindOf(shape.data);
  if (kind === null) return { ok: false, why: french(unknownKind(shape.data.contractType)) };

  const read = FORMS[kind].safeParse(raw);
  if (read.success) return { ok: true, input: read.data };
  const reasons = read.error.issues.slice(0, REASONS_SHOWN).map((issue) => sentence(issue, raw));
  return { ok: false, why: french(reasons.join(" ")) };
}

function kindOf(input: Record<string, unknown>): Kind | null {
  const named = input.contractType;
  if (typeof named === "string" && Object.hasOwn(FORMS, named)) return named as Kind;
  if (named !== undefined && named !== null) return null;
  return TELLING_KEYS.find(([key]) => input[key] !== undefined)?.[1] ?? null;
}

function unknownKind(named: unknown): string {
  const kinds = Object.keys(FORMS).join(", ");
  return named === undefined || named === null
    ? `Le type de contrat manque (contractType : ${kinds}).`
    : `Le type de contrat « ${String(named)} » n'est pas connu (${kinds}).`;
}

function sentence(issue: z.core.$ZodIssue, raw: unknown): string {
  const path = issue.path.join(".");
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], raw);
  return value === undefined || value === null
    ? `« ${path} » manque : ${issue.message}.`
    : `« ${path} » ne se lit pas : ${issue.message}.`;
}
