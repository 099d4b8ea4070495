import type { AppLoadContext } from "@remix-run/node";
import { invalid, notFound } from "~/errors";
import { atTheDoor } from "~db/act-as";
import { accountById, fundById, passwordOwner } from "~db/queries/accounts";
import { endSessionById, endSessionsExcept, sessionsOf } from "~db/queries/sessions";
import { sectorNamesOf } from "~db/queries/territories";
import type { Actor, Context } from "./context";
import { deviceName } from "./device";
import { setPassword } from "./password-link.server";
import { passwordMatches } from "./passwords.server";
import { openSession } from "./session.server";
import { countTry, passwordTry } from "./throttle.server";

export async function myAccount(ctx: Context, currentSessionId: string | undefined) {
  const account = await accountById(ctx.tx, ctx.actor.id);
  if (!account) throw notFound("Compte");
  const fund = account.fund_id === null ? undefined : await fundById(ctx.tx, account.fund_id);
  const sessions = await sessionsOf(ctx.tx, ctx.actor.id);
  return {
    name: account.name,
    email: account.email,
    role: account.role,
    fund: fund?.name ?? null,
    sectors: account.role === "delegate" ? await sectorNamesOf(ctx.tx, ctx.actor.sectorIds) : [],
    sessions: sessions.map((session) => ({
      ...session,
      device: deviceName(session.device),
      isCurrent: session.id === currentSessionId,
    })),
  };
}

export async function endMySession(ctx: Context, sessionId: string): Promise<void> {
  if (!(await endSessionById(ctx.tx, ctx.actor.id, sessionId))) throw notFound("Session");
}

export async function endMyOtherSessions(ctx: Context, currentSessionId: string): Promise<void> {
  await endSessionsExcept(ctx.tx, ctx.actor.id, currentSessionId);
}

/**
 * At the door, because no role of the database may read a password's hash. Guesses at the current one count as tries to
 * sign in: a session left open must not become a place to guess from. Returns the Set-Cookie header of a new session.
 */
export async function changeMyPassword(
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  input: { current: string; password: string },
): Promise<string> {
  const { pool } = context.services;
  const owner = await atTheDoor(pool, (tx) => passwordOwner(tx, actor.id));
  if (!owner) throw notFound("Compte");
  await countTry(pool, passwordTry(owner.email, context.address));
  if (!(await passwordMatches(owner.password_hash, input.current))) {
    throw invalid({ current: ["Ce n'est pas votre mot de passe actuel."] });
  }
  await setPassword(pool, owner, input.password, async () => true);
  return openSession(request, context, actor.id);
}
