import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { startCapture } from "~/mail/capture.server";
import type { Letter } from "~/mail/mailer";
import { smtpMailer } from "~/mail/smtp.server";
import { candidatesSearch, informForm } from "~/recruiting/candidate.form";
import { informCandidates, prepareLetter } from "~/recruiting/inform.server";
import { openStop, stopAsAsked } from "~/recruiting/stop.server";
import type { Tools } from "~/tools";
import { recruitingHandlers } from "~jobs/handlers/recruiting";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aSectorIn } from "../visits/field";
import { aCandidate } from "./scene";

const database = await testDatabase();
let anne: Actor;

beforeEach(async () => {
  await database.pool.query("delete from candidate; delete from outbox");
  anne = await aDelegate(database, [await aSectorIn(database)], { name: "Anne Roy" });
});

const ask = (given: object = {}) =>
  informForm.parse({ id: randomUUID(), subject: "Réunion", body: "Bonjour,\n\nUne réunion a lieu.", ...given });
const inform = (given: object, search: object = {}, who = anne) =>
  as(database, who, (ctx) => informCandidates(ctx, candidatesSearch.parse(search), ask(given)));
const mailsOf = async (id: string) =>
  (await database.pool.query("select id, state from recruiting_mail where occasion = $1", [id])).rows as {
    id: string;
    state: string;
  }[];
async function sent(mailIds: readonly string[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  const deliver = async (letter: Letter) => void letters.push(letter);
  const tools = {
    mailer: { deliver, close: async () => {} },
    publicUrl: () => "https://t.example",
  } as unknown as Tools;
  const desk = { step: <T>(work: Parameters<typeof as<T>>[2]) => as(database, anne, work), tools };
  for (const mailId of mailIds)
    await recruitingHandlers.sendRecruitingMail({ mailId }, { ...desk, stopping: new AbortController().signal });
  return letters;
}

describe("a letter to candidates", () => {
  it("goes to exactly those read on the button, each once, however often it is asked for", async () => {
    await aCandidate(database, anne);
    await aCandidate(database, anne, { profile: "nurse" });
    await aCandidate(database, anne, { email: "", phone: "0240111213" });
    expect(await as(database, anne, (ctx) => prepareLetter(ctx, candidatesSearch.parse({})))).toMatchObject({
      found: 3,
      reached: 2,
    });
    const id = randomUUID();
    await inform({ id, expected: 2 });
    await inform({ id, expected: 2 });
    const mails = await mailsOf(id);
    expect(mails).toHaveLength(2);
    const { rows } = await database.pool.query("select payload from outbox where job = 'send-recruiting-mail'");
    expect(rows).toHaveLength(2);
    const letters = await sent(mails.flatMap((mail) => [mail.id, mail.id]));
    expect(letters.map(({ subject }) => subject)).toEqual(["Réunion", "Réunion"]);
    expect(new Set(letters.map(({ to }) => to)).size).toBe(2);
  });

  it("is stopped by the link it carries, at once, even for one that waits", async () => {
    await aCandidate(database, anne);
    const [first, second] = [randomUUID(), randomUUID()];
    await inform({ id: first, expected: 1 });
    const [letter] = await sent((await mailsOf(first)).map(({ id }) => id));
    expect(letter!.stopPage).toMatch(/^https:\/\/t\.example\/candidat\/.*\/stop$/);
    const token = /candidat\/([^/]+)\/stop/.exec(letter!.text)![1]!;
    await inform({ id: second, expected: 1 });
    const stop = (scope: "letters" | "all") => as(database, SYSTEM_ACTOR, (ctx) => stopAsAsked(ctx, token, { scope }));
    await stop("letters");
    expect(await sent((await mailsOf(second)).map(({ id }) => id))).toEqual([]);
    expect(await mailsOf(second)).toMatchObject([{ state: "dropped" }]);
    expect(await as(database, SYSTEM_ACTOR, (ctx) => openStop(ctx, token))).toMatchObject({ isStopped: true });
    await stop("all");
    await expect(stop("all")).rejects.toMatchObject({ refusal: "not-found" });
    expect((await database.pool.query("select from candidate")).rows).toEqual([]);
  });
});

it("says in its headers where its reader stops such letters", async () => {
  const raw: string[] = [];
  const capture = await startCapture(async (mail) => void raw.push(mail.raw.toString("latin1")));
  const mailer = smtpMailer(capture.url, "Tandem <tandem@cpam.example>");
  const letter = { to: "lea@example.org", subject: "Réunion", html: "<p>Bonjour</p>", text: "Bonjour" };
  await mailer.deliver({ ...letter, stopPage: "https://t.example/candidat/abc/stop" });
  await mailer.deliver(letter);
  await mailer.close();
  await capture.close();
  expect(raw[0]).toMatch(/^List-Unsubscribe: <https:\/\/t\.example\/candidat\/abc\/stop>\r?$/m);
  expect(raw[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(raw[1]).not.toMatch(/List-Unsubscribe/);
});

describe("is refused", () => {
  it("a number that is no longer the one read", async () => {
    await aCandidate(database, anne);
    await expect(inform({ expected: 2 })).rejects.toMatchObject({ refusal: "conflict" });
    expect((await database.pool.query("select from candidate_letter where subject = 'Autre'")).rows).toEqual([]);
  });

  it("words that must not leave", async () => {
    await aCandidate(database, anne);
    const body = "Pour 1 85 05 78 006 084 91";
    await expect(inform({ expected: 1, body })).rejects.toMatchObject({ fields: { body: [expect.any(String)] } });
  });

  it("the candidates of another fund, and a link that was not written here", async () => {
    await aCandidate(database, anne);
    const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
    await expect(inform({ expected: 1 }, {}, stranger)).rejects.toMatchObject({ refusal: "conflict" });
    const forged = `${randomUUID()}.${"A".repeat(16)}`;
    for (const token of ["", "x", forged])
      await expect(as(database, SYSTEM_ACTOR, (ctx) => openStop(ctx, token))).rejects.toMatchObject({
        refusal: "not-found",
      });
  });
});
