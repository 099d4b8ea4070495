import type { AppLoadContext } from "@remix-run/node";
import { Refused } from "~/errors";
import { atTheDoor } from "~db/act-as";
import { accountByEmail } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import { countAttempt, forgetAttempts } from "~db/queries/sessions";
import { passwordMatches } from "./passwords.server";
import { openSession } from "./session.server";

const TRIES = 10;

/** Same answer and same time for an unknown account and a wrong password. Returns the Set-Cookie header. */
export async function signIn(
  request: Request,
  context: AppLoadContext,
  input: { email: string; password: string },
): Promise<string> {
  const { pool, log } = context.services;
  const keys = [`account:${input.email}`, `address:${context.address}`];
  const tries = await atTheDoor(pool, async (tx) => {
    const counts = [];
    for (const key of keys) counts.push(await countAttempt(tx, key));
    return Math.max(...counts);
  });
  if (tries > TRIES) throw tooMany();

  const account = await atTheDoor(pool, (tx) => accountByEmail(tx, input.email));
  const stored = account?.disabled_at ? null : account?.password_hash;
  if (!(await passwordMatches(stored, input.password)) || !account) {
    log.warn({ address: context.address }, "sign-in refused");
    throw new Refused("invalid", "Adresse e-mail ou mot de passe incorrect.", { password: ["Vérifiez votre saisie."] });
  }
  await atTheDoor(pool, async (tx) => {
    for (const key of keys) await forgetAttempts(tx, key);
    await insertEvent(tx, { fundId: null, accountId: account.id, name: "session.opened", facts: {} });
  });
  return openSession(request, context, account.id);
}

function tooMany(): Refused {
  return new Refused("conflict", "Trop d'essais. Réessayez dans un quart d'heure, ou demandez un nouveau mot de passe.");
}
