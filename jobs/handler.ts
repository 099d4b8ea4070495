import type { z } from "zod";
import type { Context } from "~/access/context";
import type { Tools } from "~/tools";
import type { Catalog } from "./catalog";

export interface Desk {
  /** Runs one piece of work in its own committed transaction, as the job's actor. */
  readonly step: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
  readonly tools: Tools;
  /** Set when the process is asked to stop: finish the current step and leave; the job resumes elsewhere. */
  readonly stopping: AbortSignal;
}

export type Handler<Name extends keyof Catalog> = (
  payload: z.output<Catalog[Name]["payload"]>,
  desk: Desk,
) => Promise<void>;

export type Handlers = { [Name in keyof Catalog]: Handler<Name> };
