import type { Identity } from "~db/act-as";
import type { Tx } from "~db/connection";
import type { Role } from "./permissions";

export interface Actor extends Identity {
  readonly role: Role;
  readonly name: string;
}

/** What every use case receives: who asks, the transaction that answers, and what time it is. */
export interface Context {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly now: Date;
}
