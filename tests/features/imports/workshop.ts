import type { Actor, Context } from "~/access/context";
import type { FileStore } from "~/files/file-store";
import { openImport } from "~/imports/imports.server";
import { receiveFile } from "~/imports/receiving.server";
import { actAs } from "~db/act-as";
import type { Desk } from "~jobs/handler";
import { importHandlers } from "~jobs/handlers/imports";
import { as, NOON, type TestDatabase } from "../../support/database";
import { inPieces, testFiles } from "../../support/files";
import { anOffice, directory, NATIONAL } from "./office";

/** As a slow volume gives a file: some bytes at a time, so that a small sample takes many steps. */
export const MOUTHFUL = 3_000;

export interface Moment {
  readonly reads: number;
  readonly steps: number;
}

export interface Worker {
  readonly desk: Desk;
  readonly reads: () => number;
}

export interface WorkerGiven {
  readonly actor?: Actor;
  /** Asked at each read and before each commit. */
  readonly dies?: (at: Moment) => boolean;
  readonly stopping?: AbortSignal;
}

/** The real handlers of the queue, at desks where the power may be cut. */
export function aWorkshop(database: TestDatabase) {
  const files = testFiles();
  const { tools } = anOffice(database, files).services;

  const aWorker = (given: WorkerGiven = {}): Worker => {
    const actor = given.actor ?? NATIONAL;
    const at = { reads: 0, steps: 0 };
    const mayDie = () => {
      if (given.dies?.(at)) throw new Error("power cut");
    };
    const store: FileStore = {
      ...files.store,
      async read(key, offset, length) {
        at.reads++;
        mayDie();
        return files.store.read(key, offset, Math.min(length, MOUTHFUL));
      },
    };
    const step: Desk["step"] = (work) =>
      actAs(database.pool, actor, async (tx) => {
        const result = await work({ actor, tx, now: NOON });
        at.steps++;
        mayDie();
        return result;
      });
    const stopping = given.stopping ?? new AbortController().signal;
    return { desk: { step, tools: { ...tools, files: store }, stopping }, reads: () => at.reads };
  };

  return {
    files,
    aWorker,
    /** A file put down and recognised, not yet read. */
    async arrives(actor: Actor = NATIONAL, confirmed = true): Promise<string> {
      const key = `k-${Math.random().toString(36).slice(2)}`;
      const { bytes, sha256 } = await files.store.keep(key, inPieces(directory()), 1e9);
      const head = await files.store.read(key, 0, bytes);
      const file = { key, name: "PS_LibreAcces_202611210842.txt", bytes, sha256, head };
      return as(database, actor, (ctx) => receiveFile(ctx, file, { kind: "rpps", confirmed }));
    },
    read: (importId: string, worker: Worker) => importHandlers.readImport({ importId }, worker.desk),
    apply: (importId: string, worker = aWorker()) => importHandlers.applyImport({ importId }, worker.desk),
    shown: (importId: string, actor: Actor = NATIONAL) =>
      as(database, actor, (ctx: Context) => openImport(ctx, importId)),
    /** Takes the notes left for the queue. */
    async notes(): Promise<{ job: string; payload: { importId?: string } }[]> {
      return (await database.pool.query("delete from outbox returning job, payload")).rows;
    },
    async clear(): Promise<void> {
      await database.pool.query("delete from import; delete from score; delete from doctor; delete from outbox");
    },
  };
}

/** What the sample directory comes to, in one go or in many. */
export const WHOLE = { read: 37, accepted: 35, rejected: 0, ignored: 2 };
