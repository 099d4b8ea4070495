export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Who writes, beside the product's own address: « Éric Robert, CPAM de la Loire-Atlantique ». */
  readonly senderName?: string;
  readonly replyTo?: { readonly name: string; readonly address: string };
  /** Makes the Message-ID the same however often the letter is handed over: letters, digits, dots and hyphens. */
  readonly reference?: string;
  /** The page on which its reader stops such letters; mail programs ask it by themselves (RFC 8058). */
  readonly stopPage?: string;
  /** Read by calendars beside the text, and kept as an attachment for people. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly fileName: string; readonly text: string };
}

/** What we ask of a mail server: `smtp.server.ts` does it for real. */
export interface Mailer {
  deliver(letter: Letter): Promise<void>;
  close(): Promise<void>;
}

/** A mail server that answers 5xx will answer the same tomorrow (RFC 5321, 4.2.1). */
export function isRefusedForGood(error: unknown): boolean {
  return ((error as { responseCode?: number } | null)?.responseCode ?? 0) >= 500;
}
