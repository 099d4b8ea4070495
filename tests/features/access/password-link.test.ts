import { describe, expect, it } from "vitest";
import { askForPasswordLink, passwordLink, usePasswordLink } from "~/access/password-link.server";
import { openSession, whoAsks } from "~/access/session.server";
import { signIn } from "~/access/sign-in.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import type { Letter } from "~/mail/mailer";
import { atTheDoor } from "~db/act-as";
import { accountHandlers } from "~jobs/handlers/accounts";
import { as, testDatabase } from "../../support/database";
import { aDesk, anAccount, aRequest, type Desk, PASSWORD } from "./people";

const database = await testDatabase();
const NEW = "cinq mots tout à fait neufs";

async function notes(): Promise<{ job: string; payload: unknown; actor_id: string }[]> {
  const { rows } = await database.pool.query("delete from outbox returning job, payload, actor_id");
  return rows;
}

async function run(accountId: string, purpose: "invitation" | "reset", { context }: Desk): Promise<void> {
  await accountHandlers.sendPasswordLink(
    { accountId, purpose },
    {
      step: (work) => as(database, SYSTEM_ACTOR, work),
      tools: context.services.tools,
      stopping: new AbortController().signal,
    },
  );
}

async function aLink(accountId: string, purpose: "invitation" | "reset" = "reset"): Promise<string> {
  const desk = aDesk(database);
  await run(accountId, purpose, desk);
  return tokenIn(desk.letters[0]!);
}

const tokenIn = (letter: Letter) => /\/mot-de-passe\/([\w-]+)/.exec(letter.text)![1]!;
const use = (token: string, password = NEW) => usePasswordLink(aRequest(), aDesk(database).context, token, password);
const read = (token: string) => atTheDoor(database.pool, (tx) => passwordLink(tx, token));

describe("asking for a link", () => {
  it("gives the same answer for a known, an unknown and a disabled account; only the known one gets a letter", async () => {
    const { services } = aDesk(database).context;
    const known = await anAccount(database);
    const closed = await anAccount(database);
    await database.pool.query("update account set disabled_at = now() where id = $1", [closed.id]);
    const answers = [];
    for (const email of [known.email, "inconnu@cpam.example", closed.email]) {
      answers.push(await askForPasswordLink(services, "192.0.2.1", email));
    }
    expect(answers).toEqual([undefined, undefined, undefined]);
    expect(await notes()).toEqual([
      { job: "send-password-link", payload: { accountId: known.id, purpose: "reset" }, actor_id: SYSTEM_ACTOR.id },
    ]);
  });

  it("is throttled alike for somebody and for nobody", async () => {
    const { services } = aDesk(database).context;
    for (const email of [(await anAccount(database)).email, "personne@cpam.example"]) {
      for (let n = 1; n <= 10; n++) await askForPasswordLink(services, `198.51.100.${n}`, email);
      await expect(askForPasswordLink(services, "198.51.100.11", email)).rejects.toMatchObject({ refusal: "conflict" });
    }
    await notes();
  });
});

describe("the letter", () => {
  it("carries a link to the public address; the database and the job know a hash and an id", async () => {
    const { id, email } = await anAccount(database);
    const desk = aDesk(database, { publicUrl: "https://tandem.example" });
    await run(id, "reset", desk);
    const [letter] = desk.letters;
    expect(letter).toMatchObject({ to: email, subject: "Changer votre mot de passe Tandem" });
    expect(letter!.text).toMatch(/https:\/\/tandem\.example\/mot-de-passe\/[\w-]{43}\n/);
    const { rows } = await database.pool.query(
      "select encode(token_hash, 'escape') as kept from password_link where account_id = $1",
      [id],
    );
    expect(rows[0].kept).not.toContain(tokenIn(letter!));
  });

  it("is written again when the relay failed the first time", async () => {
    const { id } = await anAccount(database);
    const down = aDesk(database, { deliver: async () => Promise.reject(new Error("421")) });
    await expect(run(id, "invitation", down)).rejects.toThrow("421");
    expect(await read(await aLink(id, "invitation"))).toMatchObject({ purpose: "invitation" });
  });

  it("is not written when the account was disabled meanwhile", async () => {
    const { id } = await anAccount(database);
    await database.pool.query("update account set disabled_at = now() where id = $1", [id]);
    const desk = aDesk(database);
    await run(id, "reset", desk);
    expect(desk.letters).toEqual([]);
  });
});

describe("a link", () => {
  it("changes nothing by being read, and works once", async () => {
    const { id, email } = await anAccount(database);
    const token = await aLink(id);
    expect(await read(token)).toMatchObject({ email, purpose: "reset" });
    expect(await read(token)).not.toBeNull();
    await use(token);
    expect(await read(token)).toBeNull();
    await expect(use(token, "un autre mot de passe neuf")).rejects.toMatchObject({ refusal: "conflict" });
    await expect(signIn(aRequest(), aDesk(database).context, { email, password: NEW })).resolves.toContain("tandem=");
  });

  it("serves one of two people who press at the same instant", async () => {
    const { id } = await anAccount(database);
    const token = await aLink(id);
    const answers = await Promise.allSettled([use(token), use(token, "un autre mot de passe neuf")]);
    expect(answers.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    ["reset", "59 minutes", true],
    ["reset", "61 minutes", false],
    ["invitation", "6 days 23 hours", true],
    ["invitation", "7 days 1 minute", false],
  ] as const)("for a %s, after %s, is alive: %s", async (purpose, age, isAlive) => {
    const token = await aLink((await anAccount(database)).id, purpose);
    await database.pool.query("update password_link set expires_at = expires_at - $1::interval", [age]);
    expect((await read(token)) !== null).toBe(isAlive);
    await database.pool.query("delete from password_link");
  });

  it("stays good after a password that is refused", async () => {
    const token = await aLink((await anAccount(database)).id);
    await expect(use(token, "trop court")).rejects.toMatchObject({
      refusal: "invalid",
      fields: { password: [/15 caractères/] },
    });
    await expect(use(token)).resolves.toContain("tandem=");
  });

  it("ends every session of the account, opens a new one, and makes other links worthless", async () => {
    const { id } = await anAccount(database);
    const old = await openSession(aRequest(), aDesk(database).context, id);
    const other = await aLink(id);
    const cookie = await use(await aLink(id));
    expect(await whoAsks(aRequest(old), aDesk(database).context)).toBeNull();
    expect((await whoAsks(aRequest(cookie), aDesk(database).context))?.actor.id).toBe(id);
    expect(await read(other)).toBeNull();
  });

  it("frees somebody who was locked out", async () => {
    const { id, email } = await anAccount(database);
    const attempt = (password: string, n: number) =>
      signIn(aRequest(), aDesk(database, { address: `198.51.103.${n}` }).context, { email, password });
    for (let n = 1; n <= 11; n++) await expect(attempt("mauvais", n)).rejects.toThrow();
    await use(await aLink(id));
    await expect(attempt(NEW, 12)).resolves.toContain("tandem=");
  });

  it("dies with the account, and never existed when guessed", async () => {
    const { id } = await anAccount(database);
    const token = await aLink(id);
    await database.pool.query("update account set disabled_at = now() where id = $1", [id]);
    expect(await read(token)).toBeNull();
    await expect(use(token)).rejects.toThrow("n'est plus valable");
    expect(await read("../../etc/passwd\u0000")).toBeNull();
  });

  it("does not change the public password of a demonstration account", async () => {
    const { id, email } = await anAccount(database, { demo: true });
    await expect(use(await aLink(id))).rejects.toThrow("démonstration");
    const desk = aDesk(database, { demo: "1" });
    await expect(signIn(aRequest(), desk.context, { email, password: PASSWORD })).resolves.toContain("tandem=");
  });
});
