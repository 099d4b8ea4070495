import { beforeAll, describe, expect, it } from "vitest";
import { accounts, invitationChoices, invite, tidyAccess } from "~/access/accounts.server";
import type { Actor } from "~/access/context";
import { accountPage, manageAccount } from "~/access/manage-account.server";
import { openSession, whoAsks } from "~/access/session.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { as, testDatabase } from "../../support/database";
import { actorOf, aDesk, anAccount, aRequest, aSector, ELSEWHERE, HERE } from "./people";

const database = await testDatabase();
let admin: Actor;
let stranger: Actor;
let chief: Actor;
let north: number;
let south: number;
let abroad: number;

beforeAll(async () => {
  admin = await actorOf(database, await anAccount(database, { role: "administrator" }));
  stranger = await actorOf(database, await anAccount(database, { role: "administrator", fundId: ELSEWHERE }));
  chief = await actorOf(database, await anAccount(database, { role: "super_administrator" }));
  north = await aSector(database, "Nord");
  south = await aSector(database, "Sud");
  abroad = await aSector(database, "Ailleurs", ELSEWHERE);
});

const anInvitation = (given: object = {}) => ({
  name: "Nadia Belkacem",
  email: `n-${Math.random().toString(36).slice(2)}@cpam.example`,
  role: "delegate" as const,
  fundId: undefined,
  sectorIds: [] as number[],
  ...given,
});
const inviteAs = (actor: Actor, given: object = {}) => as(database, actor, (ctx) => invite(ctx, anInvitation(given)));
const pageFor = (actor: Actor, id: string) => as(database, actor, (ctx) => accountPage(ctx, id));
const manage = (actor: Actor, id: string, change: Parameters<typeof manageAccount>[2]) =>
  as(database, actor, (ctx) => manageAccount(ctx, id, change));
const change = (given: object = {}) => ({
  intent: "change" as const,
  name: "Camille Durand",
  role: "manager" as const,
  sectorIds: [],
  ...given,
});
const isSignedIn = async (cookie: string) => (await whoAsks(aRequest(cookie), aDesk(database).context)) !== null;

describe("inviting", () => {
  it("opens the account with its sectors, leaves one note for the letter and tells the journal", async () => {
    const id = await inviteAs(admin, { sectorIds: [north, south, north] });
    const { account, sectorIds } = await pageFor(admin, id);
    expect(account).toMatchObject({ role: "delegate", fund_id: HERE, has_password: false, sectors: ["Nord", "Sud"] });
    expect(sectorIds.sort()).toEqual([north, south].sort());
    const { rows } = await database.pool.query("delete from outbox returning job, payload, actor_id");
    expect(rows).toEqual([
      { job: "send-password-link", payload: { accountId: id, purpose: "invitation" }, actor_id: admin.id },
    ]);
    const told = await database.pool.query("select name, fund_id from audit_event where facts->>'accountId' = $1", [
      id,
    ]);
    expect(told.rows).toEqual([{ name: "account.created", fund_id: HERE }]);
  });

  it("puts the account in the administrator's own fund, whatever the form says", async () => {
    const id = await inviteAs(admin, { fundId: ELSEWHERE });
    expect((await pageFor(admin, id)).account.fund_id).toBe(HERE);
  });

  it("refuses a sector of another fund, and leaves nothing behind", async () => {
    const email = "refusee@cpam.example";
    await expect(inviteAs(admin, { email, sectorIds: [north, abroad] })).rejects.toMatchObject({
      refusal: "invalid",
      fields: { sectorIds: [expect.any(String)] },
    });
    const { rows } = await database.pool.query("select from account where email = $1", [email]);
    expect(rows).toHaveLength(0);
  });

  it.each(["super_administrator", "national_reader"])("does not let a fund's administrator make a %s", async (role) => {
    await expect(inviteAs(admin, { role })).rejects.toMatchObject({ refusal: "invalid" });
  });

  it("refuses an address already known, in capitals too", async () => {
    const { email } = await anAccount(database, { fundId: ELSEWHERE });
    await expect(inviteAs(admin, { email })).rejects.toMatchObject({ fields: { email: [expect.any(String)] } });
    await expect(inviteAs(admin, { email: email.toUpperCase() })).rejects.toMatchObject({ refusal: "invalid" });
  });

  it("lets a super-administrator choose the fund, and asks for one", async () => {
    const id = await inviteAs(chief, { fundId: ELSEWHERE, sectorIds: [abroad] });
    expect((await pageFor(stranger, id)).account).toMatchObject({ fund_id: ELSEWHERE, sectors: ["Ailleurs"] });
    await expect(inviteAs(chief)).rejects.toMatchObject({ fields: { fundId: [expect.any(String)] } });
    await expect(inviteAs(chief, { fundId: 999_999 })).rejects.toMatchObject({
      fields: { fundId: [expect.any(String)] },
    });
    const reader = await inviteAs(chief, { role: "national_reader", fundId: HERE });
    expect((await pageFor(chief, reader)).account.fund_id).toBeNull();
  });

  it("offers the roles and sectors that may be given", async () => {
    const mine = await as(database, admin, (ctx) => invitationChoices(ctx, { caisse: ELSEWHERE }));
    expect(mine).toMatchObject({ fundId: HERE, funds: [], sectors: [{ name: "Nord" }, { name: "Sud" }] });
    const theirs = await as(database, chief, (ctx) => invitationChoices(ctx, { caisse: ELSEWHERE }));
    expect(theirs.sectors.map(({ name }) => name)).toEqual(["Ailleurs"]);
    expect((await as(database, chief, (ctx) => invitationChoices(ctx, {}))).roles).toEqual([
      "national_reader",
      "super_administrator",
    ]);
  });
});

describe("the list", () => {
  it("holds the accounts of one's fund only", async () => {
    const here = await as(database, admin, (ctx) => accounts(ctx, { caisse: ELSEWHERE }));
    expect(new Set(here.accounts.map(({ fund_id }) => fund_id))).toEqual(new Set([HERE]));
    const national = await as(database, chief, (ctx) => accounts(ctx, {}));
    expect(new Set(national.accounts.map(({ role }) => role))).toEqual(
      new Set(["super_administrator", "national_reader"]),
    );
  });
});

describe("managing", () => {
  it("hides accounts of other funds, national accounts and nonsense alike", async () => {
    const theirs = await anAccount(database, { fundId: ELSEWHERE });
    for (const id of [theirs.id, chief.id, SYSTEM_ACTOR.id, "nonsense", "'; drop table account"]) {
      await expect(pageFor(admin, id)).rejects.toMatchObject({ refusal: "not-found" });
      await expect(manage(admin, id, { intent: "disable" })).rejects.toMatchObject({ refusal: "not-found" });
    }
    await expect(pageFor(chief, SYSTEM_ACTOR.id)).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("ends the sessions of somebody whose role changes, and takes the sectors back", async () => {
    const account = await anAccount(database, { role: "delegate", sectorIds: [north] });
    const cookie = await openSession(aRequest(), aDesk(database).context, account.id);
    await manage(admin, account.id, change({ sectorIds: [south] }));
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await pageFor(admin, account.id)).account).toMatchObject({ role: "manager", sectors: [] });
  });

  it("changes sectors under a session that stays open", async () => {
    const account = await anAccount(database, { role: "delegate", sectorIds: [north] });
    const cookie = await openSession(aRequest(), aDesk(database).context, account.id);
    await manage(admin, account.id, change({ role: "delegate", sectorIds: [south] }));
    const signedIn = await whoAsks(aRequest(cookie), aDesk(database).context);
    expect(signedIn?.actor.sectorIds).toEqual([south]);
    const { rows } = await database.pool.query(
      "select facts from audit_event where name = 'account.changed' and facts->>'accountId' = $1",
      [account.id],
    );
    expect(rows).toEqual([{ facts: { accountId: account.id, changes: ["sectors"] } }]);
  });

  it("disables at once and enables again", async () => {
    const account = await anAccount(database);
    const cookie = await openSession(aRequest(), aDesk(database).context, account.id);
    await manage(admin, account.id, { intent: "disable" });
    expect(await isSignedIn(cookie)).toBe(false);
    const { rows } = await database.pool.query("select from session where account_id = $1", [account.id]);
    expect(rows).toHaveLength(0);
    await expect(manage(admin, account.id, { intent: "invite" })).rejects.toMatchObject({ refusal: "conflict" });
    await manage(admin, account.id, { intent: "enable" });
    expect((await pageFor(admin, account.id)).account.disabled_at).toBeNull();
  });

  it.each([
    ["one's role", change({ role: "delegate" })],
    ["one's account", { intent: "disable" as const }],
  ])("never lets an administrator remove %s", async (_what, asked) => {
    await expect(manage(admin, admin.id, asked)).rejects.toThrow();
    expect((await pageFor(admin, admin.id)).account).toMatchObject({ role: "administrator", disabled_at: null });
  });

  it("sends another letter: an invitation to a newcomer, a reset to somebody who has a password", async () => {
    const newcomer = await anAccount(database, { password: null });
    const regular = await anAccount(database);
    await database.pool.query("delete from outbox");
    for (const { id } of [newcomer, regular]) await manage(admin, id, { intent: "invite" });
    const { rows } = await database.pool.query("select payload->>'purpose' as purpose from outbox order by id");
    expect(rows).toEqual([{ purpose: "invitation" }, { purpose: "reset" }]);
  });

  it("keeps a manager out, below the doorway too", async () => {
    const manager = await actorOf(database, await anAccount(database, { role: "manager" }));
    const colleague = await anAccount(database);
    await expect(manage(manager, colleague.id, { intent: "disable" })).rejects.toThrow();
    await expect(inviteAs(manager)).rejects.toThrow();
    expect((await pageFor(admin, colleague.id)).account.disabled_at).toBeNull();
  });
});

describe("a replacement", () => {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toLocaleDateString("sv", { timeZone: "Europe/Paris" });
  const cover = (byId: string, from: number, to: number) => ({
    intent: "cover" as const,
    byId,
    fromOn: day(from),
    toOn: day(to),
  });

  it("shows the absent colleague's sectors from the first to the last day", async () => {
    const absent = await anAccount(database, { role: "delegate", sectorIds: [north] });
    const by = await anAccount(database, { role: "delegate", sectorIds: [south] });
    await manage(admin, absent.id, cover(by.id, 1, 5));
    expect((await actorOf(database, by)).sectorIds).toEqual([south]);
    await manage(admin, absent.id, cover(by.id, -3, 0));
    expect([...(await actorOf(database, by)).sectorIds].sort()).toEqual([north, south].sort());
    const { covers } = await pageFor(admin, absent.id);
    for (const { id } of covers) await manage(admin, absent.id, { intent: "uncover", coverId: id });
    expect((await actorOf(database, by)).sectorIds).toEqual([south]);
  });

  it("is over the day after", async () => {
    const absent = await anAccount(database, { role: "delegate", sectorIds: [north] });
    const by = await anAccount(database, { role: "delegate" });
    await manage(admin, absent.id, cover(by.id, -5, -1));
    expect((await actorOf(database, by)).sectorIds).toEqual([]);
  });

  it("is between two different active delegates of one fund", async () => {
    const absent = await anAccount(database, { role: "delegate" });
    const [manager, foreigner] = [
      await anAccount(database),
      await anAccount(database, { role: "delegate", fundId: ELSEWHERE }),
    ];
    for (const id of [absent.id, manager.id, foreigner.id]) {
      await expect(manage(admin, absent.id, cover(id, 0, 1))).rejects.toMatchObject({
        fields: { byId: [expect.any(String)] },
      });
    }
    await expect(manage(admin, manager.id, cover(absent.id, 0, 1))).rejects.toMatchObject({ refusal: "conflict" });
  });
});

describe("tidying", () => {
  it("clears dead sessions, old links, tries and letters, and nothing alive, in Tandem's own name", async () => {
    const { id } = await anAccount(database);
    await database.pool.query("delete from session");
    for (let n = 0; n < 3; n++) await openSession(aRequest(), aDesk(database).context, id);
    await database.pool.query(`
      update session set seen_at = now() - interval '1 hour' where id in (select id from session limit 2);
      insert into password_link values ('\\x01', '${id}', 'reset', now() - interval '31 days'), ('\\x02', '${id}', 'reset', now());
      insert into sign_in_attempt values ('old', 3, now() - interval '2 days'), ('new', 3, now());
      insert into captured_mail (at, sender, recipients, subject, raw) values
        (now() - interval '31 days', 'a', '{b}', 'old', ''), (now(), 'a', '{b}', 'new', '')`);
    await as(database, SYSTEM_ACTOR, tidyAccess);
    const { rows } = await database.pool.query(`
      select (select count(*)::int from session) as sessions, (select count(*)::int from password_link) as links,
        (select array_agg(key) from sign_in_attempt where key in ('old', 'new')) as tries,
        (select array_agg(subject) from captured_mail) as letters`);
    expect(rows[0]).toEqual({ sessions: 1, links: 1, tries: ["new"], letters: ["new"] });
  });
});
