import { describe, expect, it } from "vitest";
import { changeMyPassword, endMyOtherSessions, endMySession, myAccount } from "~/access/my-account.server";
import { openSession, whoAsks } from "~/access/session.server";
import { signIn } from "~/access/sign-in.server";
import { as, testDatabase } from "../../support/database";
import { actorOf, aDesk, anAccount, aRequest, aSector, PASSWORD } from "./people";

const database = await testDatabase();
const NEW = "cinq mots tout à fait neufs";

const sessionFor = (id: string) => openSession(aRequest(), aDesk(database).context, id);
const who = (cookie: string) => whoAsks(aRequest(cookie), aDesk(database).context);

describe("changing one's password", () => {
  it("asks the current one, ends the other sessions and goes on with a new one", async () => {
    const account = await anAccount(database);
    const [here, elsewhere] = [await sessionFor(account.id), await sessionFor(account.id)];
    const actor = await actorOf(database, account);
    const change = (current: string, password = NEW) =>
      changeMyPassword(aRequest(here), aDesk(database).context, actor, { current, password });

    await expect(change("pas celui-là du tout")).rejects.toMatchObject({ fields: { current: [expect.any(String)] } });
    await expect(change(PASSWORD, "camilledurand")).rejects.toMatchObject({
      fields: { password: [expect.any(String)] },
    });
    const cookie = await change(PASSWORD);

    expect(await who(here)).toBeNull();
    expect(await who(elsewhere)).toBeNull();
    expect((await who(cookie))?.actor.id).toBe(account.id);
    await expect(
      signIn(aRequest(), aDesk(database).context, { email: account.email, password: PASSWORD }),
    ).rejects.toThrow();
    await expect(
      signIn(aRequest(), aDesk(database).context, { email: account.email, password: NEW }),
    ).resolves.toContain("tandem");
  });

  it("is no place to guess the current one from", async () => {
    const account = await anAccount(database);
    const actor = await actorOf(database, account);
    const change = (current: string, n: number) =>
      changeMyPassword(aRequest(), aDesk(database, { address: `198.51.100.${n}` }).context, actor, {
        current,
        password: NEW,
      });
    for (let n = 1; n <= 10; n++) await expect(change("au hasard", n)).rejects.toMatchObject({ refusal: "invalid" });
    await expect(change(PASSWORD, 11)).rejects.toMatchObject({ refusal: "conflict" });
  });
});

describe("one's sessions", () => {
  it("are listed with their device, the current one marked", async () => {
    const account = await anAccount(database, { role: "delegate", sectorIds: [await aSector(database, "Nord")] });
    await sessionFor(account.id);
    const current = await who(await sessionFor(account.id));
    const me = await as(database, current!.actor, (ctx) => myAccount(ctx, current!.sessionId));
    expect(me).toMatchObject({ name: "Camille Durand", role: "delegate", sectors: ["Nord"] });
    expect(me.fund).toMatch(/Loire-Atlantique/);
    expect(me.sessions.map(({ device, isCurrent }) => ({ device, isCurrent }))).toEqual(
      expect.arrayContaining([
        { device: "Firefox sur Linux", isCurrent: true },
        { device: "Firefox sur Linux", isCurrent: false },
      ]),
    );
  });

  it.each([
    "delegate",
    "manager",
    "campaign_officer",
    "national_reader",
    "administrator",
    "super_administrator",
  ] as const)("can be read and ended by a %s, and nobody else's", async (role) => {
    const [me, colleague] = [await anAccount(database, { role }), await anAccount(database, { role })];
    const [mine, other, theirs] = [await sessionFor(me.id), await sessionFor(me.id), await sessionFor(colleague.id)];
    const current = (await who(mine))!;
    const theirId = (await who(theirs))!.sessionId;
    const page = await as(database, current.actor, (ctx) => myAccount(ctx, current.sessionId));
    expect(page.sessions).toHaveLength(2);
    await expect(as(database, current.actor, (ctx) => endMySession(ctx, theirId))).rejects.toMatchObject({
      refusal: "not-found",
    });
    await as(database, current.actor, (ctx) => endMyOtherSessions(ctx, current.sessionId));
    expect(await who(other)).toBeNull();
    expect(await who(mine)).not.toBeNull();
    expect(await who(theirs)).not.toBeNull();
    await as(database, current.actor, (ctx) => endMySession(ctx, current.sessionId));
    expect(await who(mine)).toBeNull();
  });
});
