/** What one round over a mailbox came to. */
export interface InboxRound {
  readonly taken: number;
  /** Messages that could not be taken in: they stay where they are, for the next round or a person. */
  readonly left: readonly { readonly uid: number; readonly why: string }[];
}

/** A mailbox that is emptied by machine. */
export interface Inbox {
  /**
   * Hands over each message as it came, one after the other, and puts it away once `take` is done with it. Nothing is held
   * against a second reader: whoever takes must bear to be given the same message twice.
   */
  empty(take: (raw: Uint8Array) => Promise<void>, stopping: AbortSignal): Promise<InboxRound>;
}
