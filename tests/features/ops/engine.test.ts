import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database as databaseFacts, retry } from "~/ops/engine.server";
import { mail, mails } from "~/ops/mails.server";
import { failedJobs, lastNightlyScoring, queueStates, retryJob } from "~/ops/queues.server";
import { openStore, type Store } from "~jobs/store";
import { as, testDatabase } from "../../support/database";
import { actorOf, anAccount, ELSEWHERE } from "../access/people";

const database = await testDatabase();
let store: Store;

beforeAll(() => {
  store = openStore({ databaseUrl: database.url, onError: () => {} });
});

afterAll(() => store.close());

/** Runs the waiting jobs of a queue until one has ended. */
async function work(queue: "mail" | "clock", run: () => Promise<void>): Promise<void> {
  const worker = store.worker(queue, run, 1);
  await new Promise<void>((done) => {
    worker.on("failed", () => done());
    worker.on("completed", () => done());
  });
  await worker.close();
}

const counts = async (name: string) => (await queueStates(store)).find((queue) => queue.name === name);
const administrator = async () => actorOf(database, await anAccount(database, { role: "administrator" }));

describe("the engine room", () => {
  it("says which database runs", async () => {
    const facts = await as(database, await administrator(), databaseFacts);
    expect(facts.version).toMatch(/^\d+\.\d+/);
    expect(facts.bytes).toBeGreaterThan(1_000_000);
  });

  it("shows a failed job with its reason, and puts it back, told in the journal", async () => {
    await store.queue("mail").add("send-password-link", { payload: {}, actorId: "x" }, { attempts: 1 });
    expect(await counts("mail")).toMatchObject({ waiting: 1, failed: 0 });
    await work("mail", () => Promise.reject(new Error("421 relais fermé")));
    expect(await counts("mail")).toMatchObject({ waiting: 0, failed: 1 });
    const [job] = await failedJobs(store);
    expect(job).toMatchObject({ queue: "mail", job: "send-password-link", reason: "421 relais fermé", attempts: 1 });

    const actor = await administrator();
    const asked = { queue: "mail" as const, id: job!.id, job: job!.job };
    await as(database, actor, (ctx) => retry(ctx, store, asked));
    expect(await counts("mail")).toMatchObject({ waiting: 1, failed: 0 });
    await expect(as(database, actor, (ctx) => retry(ctx, store, asked))).rejects.toMatchObject({ refusal: "conflict" });
    const { rows } = await database.pool.query("select facts from audit_event where name = 'job.retried'");
    expect(rows).toEqual([{ facts: { queue: "mail", job: "send-password-link" } }]);
    await work("mail", async () => {});
    expect(await failedJobs(store)).toEqual([]);
  });

  it("refuses a job that does not exist", async () => {
    await expect(retryJob(store, "files", "nothing")).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("knows when the nightly scoring ended", async () => {
    expect(await lastNightlyScoring(store)).toBeNull();
    await store.queue("clock").add("score-everybody", {}, { removeOnComplete: { age: 86_400 } });
    await work("clock", async () => {});
    const last = await lastNightlyScoring(store);
    expect(Math.abs(last!.finishedAt.getTime() - Date.now())).toBeLessThan(20_000);
  });
});

describe("captured letters", () => {
  const raw = (subject: string) =>
    `From: Tandem <a@b>\r\nSubject: ${subject}\r\nContent-Type: text/html\r\n\r\n<p>Bonjour</p><script>alert(1)</script>`;
  const capture = (to: string, subject: string) =>
    database.pool.query("insert into captured_mail (sender, recipients, subject, raw) values ('a@b', $1, $2, $3)", [
      [to],
      subject,
      Buffer.from(raw(subject)),
    ]);

  it("are read whole, headers apart, by the administrator of the fund they went to", async () => {
    const actor = await administrator();
    await capture((await anAccount(database)).email, "Pour nous");
    const { mails: found } = await as(database, actor, (ctx) => mails(ctx, {}));
    expect(found.map(({ subject }) => subject)).toEqual(["Pour nous"]);
    const letter = await as(database, actor, (ctx) => mail(ctx, found[0]!.id));
    expect(letter.headers).toBe("From: Tandem <a@b>\nSubject: Pour nous\nContent-Type: text/html");
    expect(letter.html).toContain("<p>Bonjour</p>");
  });

  it("to another fund or to a doctor do not exist", async () => {
    const actor = await administrator();
    await capture((await anAccount(database, { fundId: ELSEWHERE })).email, "Pour eux");
    await capture("dr@cabinet.example", "Au médecin");
    const { rows } = await database.pool.query<{ id: number }>(
      "select id from captured_mail where subject in ('Pour eux', 'Au médecin')",
    );
    for (const { id } of rows)
      await expect(as(database, actor, (ctx) => mail(ctx, id))).rejects.toMatchObject({ refusal: "not-found" });
    const { mails: found } = await as(database, actor, (ctx) => mails(ctx, {}));
    expect(found.map(({ subject }) => subject)).toEqual(["Pour nous"]);
  });

  it("come by pages", async () => {
    const { email } = await anAccount(database, { role: "manager", fundId: 491 });
    const actor = await actorOf(database, await anAccount(database, { role: "administrator", fundId: 491 }));
    for (let n = 1; n <= 60; n++) await capture(email, `Lettre ${n}`);
    const first = await as(database, actor, (ctx) => mails(ctx, {}));
    const second = await as(database, actor, (ctx) => mails(ctx, { avant: first.older! }));
    expect([first.mails.length, second.mails.length, second.older]).toEqual([50, 11, null]);
  });
});
