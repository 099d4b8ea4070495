import type { Instant } from "~/calendar/day";
import type { PersonName } from "~/format/names";

export type Method = "REQUEST" | "CANCEL";

/** All that a doctor is told of a visit, and nothing else: no reason, no figure, no score. */
export interface InvitationFacts {
  readonly method: Method;
  /** Raised by each change, so that calendars keep the latest word (RFC 5546). */
  readonly sequence: number;
  readonly visitId: string;
  /** When it was asked for; the same however often it is handed over. */
  readonly notedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: string;
  readonly doctor: PersonName;
  readonly to: string;
  readonly host: { readonly name: string; readonly email: string };
  readonly fund: string;
  /** The practice, line by line. */
  readonly place: readonly string[];
  /** The doctor was told another hour before. */
  readonly isChange: boolean;
}

/** Names come from files: in a header or a calendar a line break would begin another line. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll('"', "'")
    .trim();
}
