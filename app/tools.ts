import type { FileStore } from "./files/file-store";
import type { Roads } from "./geo/roads";
import type { Inbox } from "./mail/inbox";
import type { Mailer } from "./mail/mailer";
import type { CampaignMail } from "./mail/relay";
import type { Planner } from "./visits/planner-port";

/** The outside world, as ports. Only jobs and uploads hold tools, and never while a transaction is open. */
export interface Tools {
  readonly mailer: Mailer;
  readonly files: FileStore;
  /** Where people reach the product, for links in letters. */
  readonly publicUrl: () => string;
  /** Letters of campaigns: a road of their own, beside those to one's own people. */
  readonly campaignMail: CampaignMail;
  /** The mailbox to which letters come back. Null: none is configured. */
  readonly returns: Inbox | null;
  readonly planner: Planner;
  /** Null: no road service is configured, driving times are estimated. */
  readonly roads: Roads | null;
}
