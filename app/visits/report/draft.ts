import { nirsIn } from "./nir";
import type { Result } from "./result";

/** What the form holds while it is filled in, on this phone only. */
export interface Draft {
  readonly id: string;
  readonly result: Result | null;
  readonly objections: readonly string[];
  readonly option: string | null;
  readonly nextStep: string | null;
  /** Null as long as the proposed day is the one meant. */
  readonly nextOn: string | null;
  readonly note: string;
  readonly confirmed: readonly string[];
  readonly refuses: readonly string[];
  readonly heldOn: string | null;
}

export function emptyDraft(id: string): Draft {
  return {
    id,
    result: null,
    objections: [],
    option: null,
    nextStep: null,
    nextOn: null,
    note: "",
    confirmed: [],
    refuses: [],
    heldOn: null,
  };
}

/** As the phone keeps it. A social security number is not written down, even here, even for a minute. */
export function draftText(draft: Draft): string {
  const note = nirsIn(draft.note).reduce((text, nir) => text.replaceAll(nir, "…"), draft.note);
  return JSON.stringify({ ...draft, note });
}

/** Null when what the phone kept is not a draft of ours: another version, another hand. */
export function readDraft(text: string | null): Draft | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { id, note } = kept as Partial<Draft>;
    return typeof id === "string" && typeof note === "string" ? { ...emptyDraft(id), ...kept } : null;
  } catch {
    return null;
  }
}

/** The fields of the form, as a browser would send them. */
export function fieldsOf(draft: Draft): [string, string][] {
  const one = (["id", "result", "option", "nextStep", "nextOn", "note", "heldOn"] as const).map(
    (name): [string, string] => [name, draft[name] ?? ""],
  );
  const several = (["objections", "confirmed", "refuses"] as const).flatMap((name) =>
    draft[name].map((value): [string, string] => [name, value]),
  );
  return [...one, ...several];
}
