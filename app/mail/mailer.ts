export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What we ask of a mail server: `smtp.server.ts` does it for real. */
export interface Mailer {
  deliver(letter: Letter): Promise<void>;
  close(): Promise<void>;
}
