/** How far an exchange with a server went. `sent`: the body was written whole, its final dot included. */
export const PHASES = ["connect", "greeting", "hello", "tls", "auth", "mail", "rcpt", "data", "body", "sent"] as const;
export type Phase = (typeof PHASES)[number];

/** What a server answered. */
export interface Answer {
  readonly code: number;
  /** "5.1.1", when the library has already set it apart. */
  readonly enhanced?: string | null;
  readonly text: string;
  readonly phase?: Phase;
}

/** No answer: where the exchange stopped, and the code of the error. */
export interface Silence {
  readonly phase: Phase;
  readonly error: string;
}

export type Reply = Answer | Silence;

/** What a reply means for the letter, the address and the relay. */
export type ReplyClass =
  /** Taken in charge. */
  | "accepted"
  /** Not now: try again later. */
  | "deferred"
  /** We go too fast for this provider: its whole group waits, and the attempt does not count. */
  | "throttled"
  /** Soft; three campaigns in a row make it hard. */
  | "mailbox-full"
  /** No such mailbox: the address is not written to again. */
  | "hard"
  /** Refused for good for another reason: neither the address nor we are proved wrong. */
  | "refused"
  /** Our fault: reputation, authentication, content. The campaign stops, no address is blamed. */
  | "policy"
  /** The relay itself does not work for us: everything stops, no attempt counts. */
  | "global"
  /** Nothing was accepted: safe to send again. */
  | "retry"
  /** The server had the whole letter and did not answer: only a person may send it again. */
  | "uncertain";

export function isAnswer(reply: Reply): reply is Answer {
  return "code" in reply;
}
