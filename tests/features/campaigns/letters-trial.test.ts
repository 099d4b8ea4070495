import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { openLetter } from "~/campaigns/letters/letter.server";
import { createLetter } from "~/campaigns/letters/letters.server";
import { tryLetter } from "~/campaigns/letters/trials.server";
import type { Letter as Mail } from "~/mail/mailer";
import { handlers } from "~jobs/handlers/index";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor } from "../../support/factories";

const database = await testDatabase();
const JULIE = randomUUID();
const julie: Actor = { ...anActor("campaign_officer", { id: JULIE }), name: "Julie" };
const stranger = anActor("campaign_officer", { id: randomUUID(), fundIds: [ELSEWHERE] });
let letterId = "";
let sent: Mail[] = [];

beforeAll(() =>
  as(database, anActor("system"), async ({ tx }) => {
    await tx
      .insertInto("account")
      .values({ id: JULIE, fund_id: HERE, role: "campaign_officer", name: "Julie", email: "julie@cpam.example" })
      .execute();
  }),
);
beforeEach(async () => {
  sent = [];
  letterId = await as(database, julie, (ctx) => createLetter(ctx, { name: "Aide", start: "model" }));
});

const ask = (given: Partial<Parameters<typeof tryLetter>[2]> = {}, who = julie) =>
  as(database, who, (ctx) =>
    tryLetter(ctx, letterId, {
      name: "Aide",
      letter: demoLetter,
      seen: 1,
      trial: randomUUID(),
      doctor: null,
      ...given,
    }),
  );
const deliver = async (letter: Mail) => void sent.push(letter);
const run = (trialId: string, deliverThis: (letter: Mail) => Promise<void> = deliver) =>
  handlers.sendTrialLetter(
    { trialId },
    {
      step: (work) => as(database, julie, work),
      tools: { mailer: { deliver: deliverThis, close: async () => {} } } as never,
      stopping: new AbortController().signal,
    },
  );
const trialState = async () => (await as(database, julie, (ctx) => openLetter(ctx, letterId, undefined))).trial?.state;
const notes = async () =>
  (await database.pool.query("select payload from outbox where job = 'send-trial-letter' order by id")).rows.map(
    ({ payload }) => payload.trialId,
  );

describe("a trial", () => {
  it("goes to oneself, says it is one, in its subject and on top", async () => {
    const trial = randomUUID();
    await ask({ trial });
    expect(await notes()).toContain(trial);
    expect(await trialState()).toBe("waiting");
    await run(trial);
    expect(sent).toHaveLength(1);
    const [{ to, subject, html, text, reference }] = sent as [Mail];
    expect([to, reference]).toEqual(["julie@cpam.example", `essai-${trial}`]);
    expect(subject).toMatch(/^\[essai\] Un assistant médical à vos côtés/);
    expect(text.startsWith("Ceci est un essai, envoyé à votre seule adresse.")).toBe(true);
    expect(html).toContain("Ceci est un essai, envoyé à votre seule adresse.");
    expect(html).toContain("Dr\u00a0Anne-Marie Le Goff");
    expect(await trialState()).toBe("sent");
  });

  it("is written for the doctor who was chosen, and sends what is on the screen", async () => {
    const doctor = await as(database, anActor("system"), (ctx) =>
      aDoctor(ctx, { last_name: "DE LA TOUR", first_name: "ÉLOI", facts: { mt_total: 700 } }),
    );
    const trial = randomUUID();
    expect(await ask({ trial, doctor, letter: { ...demoLetter, subject: "Pour {{docteur}}" } })).toBe(2);
    await run(trial);
    expect(sent[0]!.subject).toBe("[essai] Pour Dr\u00a0Éloi de La Tour");
  });

  it("is one letter a click, however often the click is heard and the job is run", async () => {
    const trial = randomUUID();
    const before = (await notes()).length;
    await Promise.all([1, 2, 3].map(() => ask({ trial })));
    expect((await notes()).length).toBe(before + 1);
    await Promise.all([run(trial), run(trial), run(trial)]);
    expect(sent).toHaveLength(1);
    await ask({ trial: randomUUID() });
    expect((await notes()).length).toBe(before + 2);
  });

  it("that may have left when the worker died is not sent again", async () => {
    const trial = randomUUID();
    await ask({ trial });
    await database.pool.query("update letter_trial set state = 'sending' where id = $1", [trial]);
    await run(trial);
    expect([sent.length, await trialState()]).toEqual([0, "uncertain"]);
  });

  it.each([
    ["refused for good, says so", { responseCode: 550 }, "refused", false],
    ["cut on its way, is doubtful", { code: "ESOCKET" }, "uncertain", false],
    ["not taken yet, is handed over again", { syscall: "connect", code: "ECONNREFUSED" }, "waiting", true],
  ])("%s", async (_how, error, state, isThrown) => {
    const trial = randomUUID();
    await ask({ trial });
    const running = run(trial, () => Promise.reject(Object.assign(new Error("relay"), error)));
    if (isThrown) await expect(running).rejects.toThrow("relay");
    else await running;
    expect(await trialState()).toBe(state);
  });

  it("of a letter that may not leave is refused, with the reason", async () => {
    const wrong = { ...demoLetter, subject: "Aide\r\nBcc: tous@cpam.example" };
    await expect(ask({ letter: wrong })).rejects.toMatchObject({
      refusal: "invalid",
      fields: { letter: [expect.stringContaining("retour à la ligne")] },
    });
    expect(await trialState()).toBeUndefined();
  });

  it("of another fund's letter, or for a doctor one does not see, is not to be found", async () => {
    await expect(ask({}, stranger)).rejects.toMatchObject({ refusal: "not-found" });
    const abroad = await as(database, anActor("system"), (ctx) => aDoctor(ctx, { fund_id: ELSEWHERE }));
    await expect(ask({ doctor: abroad })).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("is seen by whoever asked for it only", async () => {
    await ask();
    const manager = anActor("manager", { id: randomUUID() });
    expect((await as(database, manager, (ctx) => openLetter(ctx, letterId, undefined))).trial).toBeNull();
  });
});
