import type { AppLoadContext } from "@remix-run/node";
import type { Env } from "~/env.server";
import { Refused } from "~/errors";
import { atTheDoor } from "~db/act-as";
import type { Tx } from "~db/connection";
import { accountByEmail, demoAccounts } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import { passwordMatches } from "./passwords.server";
import { ROLE_LABELS, type Role } from "./permissions";
import { openSession } from "./session.server";
import { countTry, forgiveTry, passwordTry } from "./throttle.server";

/** Same answer and same time for an unknown account and a wrong password. Returns the Set-Cookie header. */
export async function signIn(
  request: Request,
  context: AppLoadContext,
  input: { email: string; password: string },
): Promise<string> {
  const { pool, log, env } = context.services;
  const keys = passwordTry(input.email, context.address);
  await countTry(pool, keys);

  const account = await atTheDoor(pool, (tx) => accountByEmail(tx, input.email));
  const isOpen = account && !account.disabled_at && (env.DEMO === "1" || !account.demo);
  const matches = await passwordMatches(isOpen ? account.password_hash : null, input.password);
  if (!matches || !account) {
    log.warn({ address: context.address }, "sign-in refused");
    throw new Refused("invalid", "Adresse e-mail ou mot de passe incorrect.", { password: ["Vérifiez votre saisie."] });
  }
  await atTheDoor(pool, async (tx) => {
    await forgiveTry(tx, keys);
    await insertEvent(tx, { fundId: account.fund_id, accountId: account.id, name: "session.opened", facts: {} });
  });
  return openSession(request, context, account.id);
}

/** Nobody outside demo mode: the password of these accounts is public. People of the field first. */
export async function demoPeople(tx: Tx, env: Pick<Env, "DEMO">): ReturnType<typeof demoAccounts> {
  if (env.DEMO !== "1") return [];
  const rank = ({ role }: { role: Role }) => Object.keys(ROLE_LABELS).indexOf(role);
  return (await demoAccounts(tx)).sort((a, b) => rank(a) - rank(b));
}
