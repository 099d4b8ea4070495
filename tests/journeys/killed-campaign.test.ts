import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "~jobs/store";
import { openPostOffice, type PostOffice, seedDoctors } from "../features/campaigns/post-office";
import { aChild, type Child } from "../support/child";
import { testDatabase } from "../support/database";
import { type Sink, startSink } from "../support/smtp-sink";
import { onBothStores } from "../support/stores";
import { until } from "../support/web";

const LETTERS = 500;
const KILLS = 3;
/** What one process may have in flight: two lanes of five. */
const IN_FLIGHT = 10;

const database = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-killed-"));
let sink: Sink;
let office: PostOffice;

beforeAll(async () => {
  sink = await startSink();
  sink.keepsBodies = false;
  sink.behave = () => ({ slow: 20 });
  const { hostname, port, pathname } = new URL(database.url);
  office = await openPostOffice(database, sink.url, `${hostname}:${port}${pathname}`);
});
afterAll(async () => {
  await office.close();
  await sink.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

onBothStores((redisUrl) => {
  let worker: Child | undefined;
  afterAll(async () => {
    worker?.process.kill("SIGKILL");
    await worker?.ended();
  });

  const aWorker = () =>
    aChild("app/server/worker.command.ts", [], {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl() ?? "",
      SMTP_URL: sink.url,
      MAIL_FROM: "Tandem <tandem@caisse.example>",
      DATA_DIR: folder,
      LOG_LEVEL: "silent",
    });

  it("workers killed outright lose nothing and send nothing twice, and the queue itself may be lost", async () => {
    await database.pool.query(
      "truncate campaign, recipient, doctor, score, doctor_email, outbox, sending_slot, sending_gate cascade",
    );
    sink.received.length = 0;
    await seedDoctors(database, LETTERS);
    const id = await office.launch();
    for (let kill = 1; kill <= KILLS; kill++) {
      worker = aWorker();
      const enough = (kill * LETTERS) / (KILLS + 2);
      await until(
        async () => sink.received.length,
        (sent) => sent >= enough,
      );
      worker.process.kill("SIGKILL");
      await worker.ended();
    }
    const store = openStore({ databaseUrl: database.url, redisUrl: redisUrl(), onError: () => {} });
    await store.queue("campaigns").obliterate({ force: true });
    await store.close();
    worker = aWorker();
    const end = await until(
      () => office.status(id),
      ({ state }) => state === "finished",
    );
    expect(end.accepted + end.uncertain).toBe(LETTERS);
    expect(end.uncertain).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
    const addresses = sink.received.map(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
    const { rows } = await database.pool.query<{ address: string }>(
      "select address from recipient where state = 'accepted' and address <> all ($1)",
      [addresses],
    );
    expect(rows).toEqual([]);
  }, 240_000);
});
