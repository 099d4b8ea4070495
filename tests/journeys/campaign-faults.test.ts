import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { openPostOffice, type PostOffice, seedDoctors } from "../features/campaigns/post-office";
import { aChild, type Child } from "../support/child";
import { testDatabase } from "../support/database";
import { type Sink, startSink } from "../support/smtp-sink";
import { until } from "../support/web";

const LETTERS = 300;
/** What one process may have in flight: two lanes of five. */
const IN_FLIGHT = 10;

const database = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-faults-"));
let sink: Sink;
let office: PostOffice;
let worker: Child;

beforeAll(async () => {
  sink = await startSink();
  sink.keepsBodies = false;
  const { hostname, port, pathname } = new URL(database.url);
  office = await openPostOffice(database, sink.url, { deployment: `${hostname}:${port}${pathname}` });
  worker = aChild("app/server/worker.command.ts", [], {
    DATABASE_URL: database.url,
    REDIS_URL: "",
    SMTP_URL: sink.url,
    MAIL_FROM: "Tandem <tandem@caisse.example>",
    DATA_DIR: folder,
    LOG_LEVEL: "silent",
  });
});
afterAll(async () => {
  worker.process.kill("SIGKILL");
  await worker.ended();
  await office.close();
  await sink.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await database.pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, outbox, sending_slot, sending_gate cascade",
  );
  sink.received.length = 0;
  sink.behave = () => ({ slow: 30 });
  await seedDoctors(database, LETTERS);
});

const received = (count: number) =>
  until(
    async () => sink.received.length,
    (sent) => sent >= count,
  );

async function endOf(id: string): Promise<void> {
  const end = await until(
    () => office.status(id),
    ({ state }) => state === "finished",
    150,
  );
  expect(end.accepted + end.uncertain).toBe(LETTERS);
  expect(end.uncertain).toBeLessThanOrEqual(IN_FLIGHT);
  const addresses = sink.received.map(({ to }) => to);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThanOrEqual(end.accepted);
}

it("the database goes away for three seconds in the middle: what was handed over is written down once it is back", async () => {
  const id = await office.launch();
  await received(60);
  const name = new URL(database.url).pathname.slice(1);
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  await new Promise((wake) => setTimeout(wake, 3_000));
  await admin.query(`alter database ${name} allow_connections true`);
  await admin.end();
  await endOf(id);
}, 180_000);

it("a relay that comes and goes costs time, never a letter", async () => {
  const id = await office.launch();
  await received(30);
  for (const down of ["greeting", "rcpt", "data"] as const) {
    sink.behave = () => ({ cut: { phase: down, how: down === "rcpt" ? "RST" : "FIN" } });
    await new Promise((wake) => setTimeout(wake, 400));
    sink.behave = () => ({ slow: 30 });
    // The hours these tests do not have: letters put off are due, the relay is asked again.
    await database.pool.query("delete from sending_gate");
    await database.pool.query("update recipient set due_at = now() where state in ('waiting', 'deferred')");
    await received(Math.min(LETTERS, sink.received.length + 30));
  }
  await database.pool.query("update recipient set due_at = now() where state in ('waiting', 'deferred')");
  await endOf(id);
}, 180_000);
