import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../features/campaigns/post-office";
import { testDatabase } from "../support/database";
import { IN_FLIGHT, killedCampaign } from "../support/killing";
import { type Sink, startSink } from "../support/smtp-sink";
import { onBothStores } from "../support/stores";

const LETTERS = 500;
const KILLS = 3;

const database = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-killed-"));
let sink: Sink;
let office: PostOffice;

beforeAll(async () => {
  sink = await startSink();
  sink.keepsBodies = false;
  sink.behave = () => ({ slow: 20 });
  const { hostname, port, pathname } = new URL(database.url);
  office = await openPostOffice(database, sink.url, { deployment: `${hostname}:${port}${pathname}` });
});
afterAll(async () => {
  await office.close();
  await sink.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

onBothStores((redisUrl) => {
  it("workers killed outright lose nothing and send nothing twice, and the queue itself may be lost", async () => {
    const { pool, url: databaseUrl } = database;
    const given = { pool, databaseUrl, folder, sink, office, letters: LETTERS, kills: KILLS };
    const { accepted, uncertain, twice, lost } = await killedCampaign({ ...given, redisUrl: redisUrl() });
    expect({ settled: accepted + uncertain, twice, lost }).toEqual({ settled: LETTERS, twice: 0, lost: 0 });
    expect(uncertain).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
  }, 240_000);
});
