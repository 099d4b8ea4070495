import { noteRefusal } from "~/visits/report/note";
import { noteWarnings, type WarningKind } from "~/visits/report/note-warnings";

/** What a person may keep knowingly, after having read it again; a number of social security is not among them. */
const CONFIRMABLE: readonly WarningKind[] = ["health", "insult", "phone"];

/** Why this text is not kept as it stands, as for the note of a visit; null when it may be. */
export function freeTextRefusal(text: string, isConfirmed: boolean, phones: readonly string[] = []): string | null {
  return noteRefusal(noteWarnings(text, phones), isConfirmed ? CONFIRMABLE : []);
}
