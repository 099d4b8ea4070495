import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { actorFrom } from "~/access/actor";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { conflict, unavailable } from "~/errors";
import type { Tools } from "~/tools";
import { atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { leaveNote } from "~db/queries/outbox";
import { catalog } from "~jobs/catalog";
import { QUEUES } from "~jobs/define";
import type { Handlers } from "~jobs/handler";
import { handlers } from "~jobs/handlers/index";
import { later } from "~jobs/later";
import { drainOutbox } from "~jobs/outbox";
import { applySchedule } from "~jobs/schedule";
import { runJobs } from "~jobs/step";
import { openStore, type Store } from "~jobs/store";
import { anActor, as, testDatabase } from "../support/database";
import { onBothStores } from "../support/stores";
import { until } from "../support/web";

const database = await testDatabase();
const system = anActor("system");

onBothStores((redisUrl) => {
  let store: Store;
  const working: { close(): Promise<void> }[] = [];
  const problems: unknown[] = [];

  beforeAll(async () => {
    await database.pool.query("delete from outbox");
    store = openStore({
      databaseUrl: database.url,
      redisUrl: redisUrl(),
      onError: (error) => problems.push(error),
    });
    await store.prepare();
  });
  afterEach(async () => {
    for (const each of working.splice(0)) await each.close();
    await store.queue("rules").obliterate({ force: true });
    expect(problems).toEqual([]);
  });
  afterAll(() => store?.close());

  /** Works with the real handlers, but for those the test replaces. */
  function work(replaced: Partial<Handlers>): void {
    const actorOf = async (id: string) => {
      const account = await atTheDoor(database.pool, (tx) => activeAccount(tx, id));
      return account ? actorFrom(account) : null;
    };
    const stopping = new AbortController().signal;
    const run = runJobs({
      pool: database.pool,
      tools: {} as Tools,
      handlers: { ...handlers, ...replaced },
      actorOf,
      stopping,
      now: () => new Date(),
    });
    working.push(store.worker("rules", run, 1));
  }

  async function note(fundId: number, options?: { notBefore: Date }): Promise<string> {
    await as(database, system, (ctx) => later(ctx, catalog.scoreFund, { fundId }, options));
    const { rows } = await database.pool.query("select max(id) as id from outbox");
    return `note-${rows[0].id}`;
  }

  const stateOf = async (jobId: string) => (await store.queue("rules").getJob(jobId))?.getState();

  it("is the store that was asked for", () => {
    expect(store.backend).toBe(redisUrl() ? "redis" : "postgres");
  });

  it("runs a note as the person who left it, with what they asked", async () => {
    const ran: unknown[] = [];
    work({ scoreFund: async (payload, { step }) => void ran.push(payload, await step(async (ctx) => ctx.actor)) });
    const jobId = await note(441);
    expect(await drainOutbox(database.pool, store)).toBe(1);
    await until(
      () => stateOf(jobId),
      (state) => state === "completed",
    );
    expect(ran).toEqual([{ fundId: 441 }, SYSTEM_ACTOR]);
  });

  it("tries again when the world was down", async () => {
    let tries = 0;
    work({
      scoreFund: async () => {
        if (++tries === 1) throw unavailable("Le relais ne répond pas.");
      },
    });
    const jobId = await note(441);
    await drainOutbox(database.pool, store);
    await until(
      () => stateOf(jobId),
      (state) => state === "completed",
    );
    expect(tries).toBe(2);
  });

  it("does not insist when the answer is no, and says why", async () => {
    let tries = 0;
    work({
      scoreFund: async () => {
        tries++;
        throw conflict("Cet import vient d'être annulé.");
      },
    });
    const jobId = await note(441);
    await drainOutbox(database.pool, store);
    await until(
      () => stateOf(jobId),
      (state) => state === "failed",
    );
    expect(tries).toBe(1);
    expect((await store.queue("rules").getJob(jobId))?.failedReason).toBe("Cet import vient d'être annulé.");
  });

  it("does not act for somebody whose account is gone", async () => {
    let tries = 0;
    work({ scoreFund: async () => void tries++ });
    await as(database, system, (ctx) =>
      leaveNote(ctx.tx, { job: "score-fund", payload: { fundId: 441 }, actorId: system.id, notBefore: null }),
    );
    await database.pool.query("update outbox set actor_id = gen_random_uuid()");
    const { rows } = await database.pool.query("select id from outbox");
    await drainOutbox(database.pool, store);
    await until(
      () => stateOf(`note-${rows[0].id}`),
      (state) => state === "failed",
    );
    expect(tries).toBe(0);
  });

  it("never hears of a note whose transaction was undone", async () => {
    const undone = as(database, system, async (ctx) => {
      await later(ctx, catalog.scoreFund, { fundId: 441 });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await drainOutbox(database.pool, store)).toBe(0);
    expect(await store.queue("rules").getJobCountByTypes("waiting", "active", "delayed", "completed", "failed")).toBe(
      0,
    );
  });

  it("runs once a note that was handed over twice, by a carrier killed before it could tell", async () => {
    let ran = 0;
    const jobId = await note(441);
    const killed: Store = {
      ...store,
      queue: (name) =>
        ({
          add: async (...given: Parameters<ReturnType<Store["queue"]>["add"]>) => {
            await store.queue(name).add(...given);
            throw new Error("killed");
          },
        }) as never,
    };
    await expect(drainOutbox(database.pool, killed)).rejects.toThrow("killed");
    work({ scoreFund: async () => void ran++ });
    await until(
      () => stateOf(jobId),
      (state) => state === "completed",
    );
    expect(await drainOutbox(database.pool, store)).toBe(1);
    expect(await drainOutbox(database.pool, store)).toBe(0);
    await new Promise((wake) => setTimeout(wake, 500));
    expect(ran).toBe(1);
  });

  it("keeps for later what is not due yet", async () => {
    const jobId = await note(441, { notBefore: new Date(Date.now() + 3_600_000) });
    await drainOutbox(database.pool, store);
    expect(await stateOf(jobId)).toBe("delayed");
  });

  it("carries many notes, from two carriers at once, each once", async () => {
    const ran: number[] = [];
    work({ scoreFund: async ({ fundId }) => void ran.push(fundId) });
    await as(database, system, async (ctx) => {
      for (let fundId = 0; fundId < 250; fundId++) await later(ctx, catalog.scoreFund, { fundId });
    });
    const drained = await Promise.all(Array.from({ length: 4 }, () => drainOutbox(database.pool, store)));
    expect(drained.reduce((sum, each) => sum + each)).toBe(250);
    await until(
      async () => ran.length,
      (count) => count >= 250,
    );
    expect(new Set(ran).size).toBe(250);
    expect(ran).toHaveLength(250);
  });

  it("leaves a note for a job it does not know to a version that does, and carries those behind it", async () => {
    await database.pool.query(
      "insert into outbox (job, payload, actor_id) values ('job-of-tomorrow', '{}', $1), ('tidy', '{}', $1)",
      [SYSTEM_ACTOR.id],
    );
    expect(await drainOutbox(database.pool, store)).toBe(1);
    const { rows } = await database.pool.query("delete from outbox returning job");
    expect(rows).toEqual([{ job: "job-of-tomorrow" }]);
  });

  it("has the schedule, however often it is applied", async () => {
    const applied = async () => {
      await applySchedule(store, SYSTEM_ACTOR.id);
      const found = await Promise.all(QUEUES.map((queue) => store.queue(queue).getJobSchedulers()));
      return found.flat().map(({ name, pattern, tz }) => ({ name, pattern, tz }));
    };
    const first = await applied();
    expect(first).toEqual(
      expect.arrayContaining([
        { name: "score-everybody", pattern: "30 2 * * *", tz: "Europe/Paris" },
        { name: "tidy", pattern: "*/30 * * * *", tz: "Europe/Paris" },
      ]),
    );
    expect(new Set(first.map(({ name }) => name)).size).toBe(first.length);
    expect(await applied()).toEqual(first);
  });
});
