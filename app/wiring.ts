import type { Pool } from "~db/connection";
import type { Store } from "~jobs/store";
import type { Actor } from "./access/context";
import type { Env } from "./env.server";
import type { Tools } from "./tools";

/** Everything built once per process by an entry point, handed to doorways through the load context. */
export interface Services {
  readonly env: Env;
  readonly pool: Pool;
  readonly store: Store;
  readonly tools: Tools;
  /** Asks for committed notes to be carried to the queue now. */
  readonly knock: () => void;
  readonly now: () => Date;
  readonly log: Log;
  /** Told once the port is known, for links in letters when PUBLIC_URL is not set. */
  servesAt(url: string): void;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    readonly services: Services;
    readonly nonce: string;
    readonly address: string;
    /** Filled by the first loader that asks who this is, so that nested screens ask once. */
    signedIn?: Promise<{ actor: Actor; sessionId: string } | null>;
  }
}
