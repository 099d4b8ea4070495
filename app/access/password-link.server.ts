import type { AppLoadContext } from "@remix-run/node";
import { conflict, invalid } from "~/errors";
import type { Services } from "~/wiring";
import { atTheDoor } from "~db/act-as";
import type { Tx } from "~db/connection";
import { accountByEmail, changePasswordHash } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import {
  consumePasswordLink,
  dropPasswordLinksOf,
  endSessionsOf,
  forgetAttempts,
  openPasswordLink,
} from "~db/queries/sessions";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { passwordProblem } from "./password";
import type { LinkPurpose } from "./password-letter";
import { hashPassword, tokenHash } from "./passwords.server";
import { openSession } from "./session.server";
import { SYSTEM_ACTOR } from "./system-actor";
import { countTry, linkTry, passwordTry } from "./throttle.server";

const DEAD_LINK = "Ce lien a déjà servi ou n'est plus valable. Demandez-en un autre.";

/** Says nothing about whether the account exists: the letter leaves later, from the queue. */
export async function askForPasswordLink(services: Services, address: string, email: string): Promise<void> {
  await countTry(services.pool, linkTry(email, address));
  await atTheDoor(services.pool, async (tx) => {
    const account = await accountByEmail(tx, email);
    if (!account || account.disabled_at) return;
    await later({ tx, actor: SYSTEM_ACTOR }, catalog.sendPasswordLink, { accountId: account.id, purpose: "reset" });
  });
}

/** Reading a link changes nothing: mail scanners open them too. */
export async function passwordLink(tx: Tx, token: string) {
  const link = await openPasswordLink(tx, tokenHash(token));
  return link ? { name: link.name, email: link.email, purpose: link.purpose as LinkPurpose } : null;
}

/** Sets the password once, ends every session of the account, and opens a new one. Returns the Set-Cookie header. */
export async function usePasswordLink(
  request: Request,
  context: AppLoadContext,
  token: string,
  password: string,
): Promise<string> {
  const { pool } = context.services;
  const hash = tokenHash(token);
  const link = await atTheDoor(pool, (tx) => openPasswordLink(tx, hash));
  if (!link) throw conflict(DEAD_LINK);
  await setPassword(pool, link, password, (tx) => consumePasswordLink(tx, hash));
  return openSession(request, context, link.account_id);
}

export interface PasswordOwner {
  readonly account_id: string;
  readonly fund_id: number | null;
  readonly name: string;
  readonly email: string;
  readonly demo: boolean;
}

/** `claim` runs in the same transaction as the change and says whether it may still happen. */
export async function setPassword(
  pool: Services["pool"],
  owner: PasswordOwner,
  password: string,
  claim: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  if (owner.demo) throw conflict("Le mot de passe d'un compte de démonstration ne se change pas.");
  const problem = passwordProblem(password, owner);
  if (problem) throw invalid({ password: [problem] });
  const passwordHash = await hashPassword(password); // before the transaction: 60 ms of calculation
  await atTheDoor(pool, async (tx) => {
    if (!(await claim(tx))) throw conflict(DEAD_LINK);
    await changePasswordHash(tx, owner.account_id, passwordHash);
    await dropPasswordLinksOf(tx, owner.account_id);
    await endSessionsOf(tx, owner.account_id);
    await forgetAttempts(tx, passwordTry(owner.email, "").account);
    await insertEvent(tx, { fundId: owner.fund_id, accountId: owner.account_id, name: "password.changed", facts: {} });
  });
}
