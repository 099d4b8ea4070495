import type { ReplyClass } from "../replies/reply";

export type BounceKind =
  /** Given up by a server. */
  | "bounce"
  /** The doctor, or their provider, calls it unwanted: an objection at once. */
  | "complaint"
  /** An absence, an acknowledgement: never held against an address. */
  | "auto-reply"
  /** Somebody asks by mail to receive nothing more. */
  | "one-click"
  | "delivered"
  /** Still trying: never final. */
  | "delayed"
  /** For a person to read. */
  | "unknown";

/** What may lead back to one of our letters, the surest first. All of it is written by strangers. */
export interface Clues {
  /** Addresses among which a signed return path may be: `readReturnPath` proves it. */
  readonly returnPaths: readonly string[];
  readonly originalRecipients: readonly string[];
  readonly finalRecipients: readonly string[];
  /** Without their angle brackets. */
  readonly messageIds: readonly string[];
}

/** What a server says of one recipient. */
export interface Report {
  readonly originalRecipient: string | null;
  readonly finalRecipient: string | null;
  readonly action: "failed" | "delayed" | "delivered" | null;
  /** "5.1.1", as told or as read in the diagnostic. */
  readonly status: string | null;
  readonly diagnostic: string;
  /** What it means, by the same table as replies during the exchange. */
  readonly class: ReplyClass;
}

export interface Bounce {
  readonly kind: BounceKind;
  readonly clues: Clues;
  /** One a recipient: some servers report on several at once. */
  readonly reports: readonly Report[];
  /** Of the report that decides. */
  readonly status: string | null;
  readonly diagnostic: string;
  readonly class: ReplyClass | null;
}
