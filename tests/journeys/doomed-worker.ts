import { SYSTEM_ACTOR } from "../../app/access/system-actor";
import { diskFiles } from "../../app/files/disk.server";
import type { Tools } from "../../app/tools";
import { openPool } from "../../db/connection";
import { handlers } from "../../jobs/handlers/index";
import { runJobs } from "../../jobs/step";
import { openStore } from "../../jobs/store";

// A worker that reads half of a file and then waits to be killed: see killed-worker.test.ts.
const [databaseUrl, redisUrl, folder, patience] = process.argv.slice(2) as [string, string, string, string];
const files = diskFiles(folder);
let reads = 0;
const slow: typeof files = {
  ...files,
  async read(key, offset, length) {
    if (++reads === 4) {
      process.stdout.write("half-way\n");
      await new Promise(() => {});
    }
    return files.read(key, offset, Math.min(length, 3_000));
  },
};
const run = runJobs({
  pool: openPool(databaseUrl, 2),
  tools: { files: slow } as Tools,
  handlers,
  actorOf: async () => SYSTEM_ACTOR,
  stopping: new AbortController().signal,
  now: () => new Date(),
});
openStore({ databaseUrl, redisUrl, patienceMs: Number(patience), onError: () => {} }).worker("files", run, 1);
