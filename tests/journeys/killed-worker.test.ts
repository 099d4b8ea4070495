import { afterAll, beforeAll, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { receiveFile } from "~/imports/receiving.server";
import type { Tools } from "~/tools";
import { handlers } from "~jobs/handlers/index";
import { carryNotes } from "~jobs/outbox";
import { runJobs } from "~jobs/step";
import { openStore, type Store } from "~jobs/store";
import { aChild } from "../support/child";
import { as, testDatabase } from "../support/database";
import { inPieces, sample, testFiles } from "../support/files";
import { onBothStores } from "../support/stores";
import { until } from "../support/web";

const database = await testDatabase();
const files = testFiles();
/** Long enough for a worker on a busy machine to renew its lock in time. */
const PATIENCE = 4_000;

onBothStores((redisUrl) => {
  let store: Store;
  const problems: unknown[] = [];

  beforeAll(async () => {
    await database.pool.query("delete from outbox; delete from import; delete from score; delete from doctor");
    store = openStore({
      databaseUrl: database.url,
      redisUrl: redisUrl(),
      patienceMs: PATIENCE,
      onError: (error) => problems.push(error),
    });
  });
  afterAll(() => store?.close());

  it("a worker killed outright half-way through a file loses its job to another, which goes on where it stopped", async () => {
    const content = sample("rpps/PS_LibreAcces_Personne_activite_202611210842.txt");
    const { bytes, sha256 } = await files.store.keep("half", inPieces(content), 1e9);
    const file = { key: "half", name: "rpps.txt", bytes, sha256, head: content };
    const importId = await as(database, SYSTEM_ACTOR, (ctx) =>
      receiveFile(ctx, file, { kind: "rpps", confirmed: true }),
    );
    const known = async () =>
      (await database.pool.query("select status, cursor_bytes, cursor_lines from import where id = $1", [importId]))
        .rows[0];

    const carrier = carryNotes(database.pool, store, (error) => problems.push(error));
    const given = [database.url, redisUrl() ?? "", files.folder, String(PATIENCE)];
    const doomed = aChild("tests/journeys/doomed-worker.ts", given);
    await doomed.says("half-way");
    doomed.process.kill("SIGKILL");
    await doomed.ended();
    const left = await known();
    expect(left).toMatchObject({ status: "reading" });
    expect(left.cursor_bytes).toBeGreaterThan(5_000);

    const readFrom: number[] = [];
    const watched: Tools["files"] = {
      ...files.store,
      read(key, offset, length) {
        readFrom.push(offset);
        return files.store.read(key, offset, length);
      },
    };
    const run = runJobs({
      pool: database.pool,
      tools: { files: watched } as Tools,
      handlers,
      actorOf: async () => SYSTEM_ACTOR,
      stopping: new AbortController().signal,
      now: () => new Date(),
    });
    store.worker("files", run, 1);
    await until(known, ({ status }) => status === "done");
    await carrier.stop();
    expect(readFrom[0]).toBe(left.cursor_bytes);
    expect(await known()).toMatchObject({ cursor_lines: 37 });
    expect((await database.pool.query("select from doctor")).rowCount).toBe(26);
    expect(problems).toEqual([]);
  });
});
