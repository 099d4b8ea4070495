import type { FileStore } from "./files/file-store";
import type { Mailer } from "./mail/mailer";

/** The outside world, as ports. Only jobs and uploads hold tools, and never while a transaction is open. */
export interface Tools {
  readonly mailer: Mailer;
  readonly files: FileStore;
  /** Where people reach the product, for links in letters. */
  readonly publicUrl: () => string;
}
