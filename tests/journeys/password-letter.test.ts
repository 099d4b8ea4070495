import { beforeAll, expect, it } from "vitest";
import { readMessage } from "~/mail/read-message";
import { anAccount, PASSWORD } from "../features/access/people";
import { testDatabase } from "../support/database";
import { onBothStores } from "../support/stores";
import { aTandem, aVisitor, until } from "../support/web";

const database = await testDatabase();
const NEW = "cinq mots tout à fait neufs";

onBothStores((redisUrl) => {
  const tandem = aTandem(database, { redisUrl });

  beforeAll(async () => {
    await database.pool.query("delete from captured_mail; delete from sign_in_attempt");
  });

  const letters = async () =>
    (await database.pool.query("select recipients, subject, raw from captured_mail order by id")).rows;

  it("a forgotten password is asked for, its letter leaves by SMTP, and its link serves once", async () => {
    const { email } = await anAccount(database);
    const forgetful = aVisitor(tandem);
    const asked = await forgetful.post("/mot-de-passe-oublie", { email });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining("Consultez votre messagerie")]);

    const [letter] = await until(letters, ({ length }) => length > 0);
    expect(letter).toMatchObject({ recipients: [email], subject: "Changer votre mot de passe Tandem" });
    const { text, html } = await readMessage(letter.raw);
    const link = new RegExp(`${tandem.url}(/mot-de-passe/[\\w-]{43})`).exec(text)![1]!;
    expect(html).toContain(link);

    const reader = aVisitor(tandem);
    expect((await reader.get(link)).status).toBe(200);
    expect((await reader.get(link)).status).toBe(200); // mail scanners open links too
    const changed = await reader.post(link, { password: NEW, again: NEW });
    expect([changed.status, changed.headers.get("location")]).toEqual([302, "/"]);
    expect((await reader.get("/")).status).toBe(200);

    const late = aVisitor(tandem);
    expect((await late.get(link)).status).toBe(410);
    expect((await late.post(link, { password: PASSWORD, again: PASSWORD })).status).toBe(409);
    expect((await late.signIn(email, PASSWORD)).status).toBe(422);
    expect((await late.signIn(email, NEW)).status).toBe(302);
    expect(tandem.errors).toEqual([]);
  });

  it("an unknown address gets the same answer, and no letter", async () => {
    const asked = await aVisitor(tandem).post("/mot-de-passe-oublie", { email: "personne@cpam.example" });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining("Consultez votre messagerie")]);
    expect(await letters()).toHaveLength(1);
  });
});
