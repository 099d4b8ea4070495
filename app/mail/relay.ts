/** One letter as it goes over the wire: one recipient, typed values only. */
export interface Outgoing {
  readonly messageId: string;
  /** The envelope sender: a bounce sent there finds its row. */
  readonly returnPath: string;
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What became of it: what the relay answered, or how far the exchange went before the connection was lost. */
export type Handed = Answered | Lost;

interface Exchange {
  /** The command the exchange was at, when the library says so. */
  readonly command: string | null;
  /** The whole letter, its final dot included, was written. */
  readonly bodyComplete: boolean;
}

export interface Answered extends Exchange {
  readonly kind: "answer";
  readonly code: number;
  readonly text: string;
}

export interface Lost extends Exchange {
  readonly kind: "lost";
  readonly code: string;
  readonly detail: string;
}

/** A mail server that takes letters for a campaign. It never sends one twice, and says what it knows. */
export interface Relay {
  hand(letter: Outgoing): Promise<Handed>;
  close(): Promise<void>;
}

/** All that the letters of a campaign need of this installation. */
export interface CampaignMail {
  readonly relay: Relay;
  /** The sender's address; its name belongs to the campaign. */
  readonly address: string;
  /** Which database this process speaks to: letters leave only from the one that was armed. */
  readonly identity: string;
}
