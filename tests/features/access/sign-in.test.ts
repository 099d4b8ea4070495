import { beforeAll, describe, expect, it } from "vitest";
import { openSession, whoAsks } from "~/access/session.server";
import { signIn } from "~/access/sign-in.server";
import { testDatabase } from "../../support/database";
import { aDesk, anAccount, aRequest, PASSWORD } from "./people";

const database = await testDatabase();

async function enter(email: string, password: string, address = "192.0.2.1", demo: "0" | "1" = "0") {
  return signIn(aRequest(), aDesk(database, { address, demo }).context, { email, password });
}

const who = async (cookie: string) => whoAsks(aRequest(cookie), aDesk(database).context);

beforeAll(async () => {
  await database.pool.query("delete from sign_in_attempt");
});

describe("signing in", () => {
  it("opens a session that says who asks", async () => {
    const { id, email } = await anAccount(database, { role: "manager" });
    const signedIn = await who(await enter(email, PASSWORD));
    expect(signedIn?.actor).toMatchObject({ id, role: "manager", scope: "fund", fundIds: [441] });
  });

  it("keeps only an argon2id hash of the password and a hash of the cookie", async () => {
    const { id, email } = await anAccount(database);
    const cookie = await enter(email, PASSWORD);
    const { rows } = await database.pool.query(
      "select password_hash, encode(token_hash, 'hex') as token from account join session on account_id = account.id where account.id = $1",
      [id],
    );
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0].token).toHaveLength(64);
    expect(cookie).not.toContain(rows[0].token);
  });

  it("accepts the same password typed with another composition of accents", async () => {
    const { email } = await anAccount(database);
    await expect(enter(email, PASSWORD.normalize("NFD"))).resolves.toContain("tandem=");
  });

  it.each([
    ["an unknown address", async () => "inconnu@cpam.example"],
    ["a wrong password", async () => (await anAccount(database)).email],
    ["an account never opened", async () => (await anAccount(database, { password: null })).email],
    ["the system's account", async () => "systeme@tandem.invalid"],
  ])("says the same of %s", async (_what, email) => {
    await expect(enter(await email(), "mauvais mot de passe", "192.0.2.9")).rejects.toMatchObject({
      refusal: "invalid",
      message: "Adresse e-mail ou mot de passe incorrect.",
    });
  });

  it("refuses a disabled account with its right password, in the same words", async () => {
    const { id, email } = await anAccount(database);
    await database.pool.query("update account set disabled_at = now() where id = $1", [id]);
    await expect(enter(email, PASSWORD)).rejects.toThrow("Adresse e-mail ou mot de passe incorrect.");
  });

  it("lets accounts of the demonstration in, in demo mode only", async () => {
    const { email } = await anAccount(database, { demo: true });
    await expect(enter(email, PASSWORD, "192.0.2.1", "1")).resolves.toContain("tandem=");
    await expect(enter(email, PASSWORD, "192.0.2.1", "0")).rejects.toThrow("incorrect");
  });

  it("writes in the journal of the account's fund", async () => {
    const { id, email } = await anAccount(database, { fundId: 491 });
    await enter(email, PASSWORD);
    const { rows } = await database.pool.query("select fund_id, name from audit_event where account_id = $1", [id]);
    expect(rows).toEqual([{ fund_id: 491, name: "session.opened" }]);
  });
});

describe("the throttle", () => {
  it("refuses the eleventh try on an account, even right, even from eleven addresses", async () => {
    const { email } = await anAccount(database);
    for (let n = 1; n <= 10; n++) {
      await expect(enter(email, "mauvais mot de passe", `198.51.100.${n}`)).rejects.toThrow("incorrect");
    }
    await expect(enter(email, PASSWORD, "198.51.100.11")).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("refuses the eleventh try of an address, whatever the accounts", async () => {
    const { email } = await anAccount(database);
    for (let n = 1; n <= 10; n++) {
      await expect(enter(`personne${n}@nulle-part.example`, PASSWORD, "203.0.113.5")).rejects.toThrow("incorrect");
    }
    await expect(enter(email, PASSWORD, "203.0.113.5")).rejects.toThrow("Trop d'essais");
    await expect(enter(email, PASSWORD, "203.0.113.6")).resolves.toContain("tandem=");
  });

  it("counts tries made at the same instant", async () => {
    const { email } = await anAccount(database);
    const burst = Array.from({ length: 14 }, (_, n) => enter(email, "mauvais mot de passe", `198.51.101.${n}`));
    const answers = await Promise.allSettled(burst);
    const throttled = answers.filter((each) => each.status === "rejected" && /Trop d'essais/.test(String(each.reason)));
    expect(throttled).toHaveLength(4);
  });

  it("never locks out colleagues who sign in rightly from one address", async () => {
    for (let n = 0; n < 12; n++) {
      const { email } = await anAccount(database);
      await expect(enter(email, PASSWORD, "203.0.113.77")).resolves.toContain("tandem=");
    }
  });

  it("does not let somebody with one good account reset an address", async () => {
    const mine = await anAccount(database);
    for (let n = 1; n <= 9; n++) {
      await expect(enter(`victime${n}@cpam.example`, "a", "203.0.113.80")).rejects.toThrow("incorrect");
    }
    await enter(mine.email, PASSWORD, "203.0.113.80");
    await expect(enter("victime10@cpam.example", "a", "203.0.113.80")).rejects.toThrow("incorrect");
    await expect(enter("victime11@cpam.example", "a", "203.0.113.80")).rejects.toThrow("Trop d'essais");
  });

  it("opens again after a quarter of an hour", async () => {
    const { email } = await anAccount(database);
    for (let n = 1; n <= 11; n++) await expect(enter(email, "a", `198.51.102.${n}`)).rejects.toThrow();
    await database.pool.query("update sign_in_attempt set since = now() - interval '16 minutes' where key = $1", [
      `account:${email}`,
    ]);
    await expect(enter(email, PASSWORD, "198.51.102.99")).resolves.toContain("tandem=");
  });
});

describe("sessions", () => {
  it("end after 30 minutes of silence", async () => {
    const cookie = await enter((await anAccount(database)).email, PASSWORD);
    await database.pool.query("update session set seen_at = now() - interval '29 minutes'");
    expect(await who(cookie)).not.toBeNull();
    await database.pool.query("update session set seen_at = now() - interval '31 minutes'");
    expect(await who(cookie)).toBeNull();
  });

  it("are kept alive by use, up to 10 hours", async () => {
    const cookie = await enter((await anAccount(database)).email, PASSWORD);
    await database.pool.query(
      "update session set seen_at = now() - interval '20 minutes', created_at = now() - interval '9 hours'",
    );
    expect(await who(cookie)).not.toBeNull();
    const { rows } = await database.pool.query(
      "select now() - max(seen_at) < interval '5 seconds' as fresh from session",
    );
    expect(rows[0].fresh).toBe(true);
    await database.pool.query("update session set created_at = now() - interval '10 hours 1 second'");
    expect(await who(cookie)).toBeNull();
  });

  it("change their id at sign-in, and the one that came along is worth nothing", async () => {
    const attacker = await anAccount(database);
    const victim = await anAccount(database);
    const planted = await enter(attacker.email, PASSWORD);
    const fresh = await signIn(aRequest(planted), aDesk(database).context, { email: victim.email, password: PASSWORD });
    expect(fresh).not.toBe(planted);
    expect(await who(planted)).toBeNull();
    expect((await who(fresh))?.actor.id).toBe(victim.id);
  });

  it("are refused to a cookie nobody gave", async () => {
    expect(await who("tandem=eyJ0b2tlbiI6IngifQ==")).toBeNull();
    expect(await who("tandem=%E0%A4%A")).toBeNull();
  });

  it("end with the account", async () => {
    const { id, email } = await anAccount(database);
    const cookie = await enter(email, PASSWORD);
    await database.pool.query("update account set disabled_at = now() where id = $1", [id]);
    expect(await who(cookie)).toBeNull();
  });

  it("travel in a __Host- cookie over https, out of scripts' reach", async () => {
    const { id } = await anAccount(database);
    const secure = await openSession(aRequest(), aDesk(database, { publicUrl: "https://tandem.example" }).context, id);
    expect(secure).toMatch(/^__Host-tandem=/);
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(secure).toContain(attribute);
    expect(secure).not.toContain("Domain");
    const plain = await openSession(aRequest(), aDesk(database).context, id);
    expect(plain).toMatch(/^tandem=/);
    expect(plain).not.toContain("Secure");
  });
});
