import { type AppLoadContext, createCookie } from "@remix-run/node";
import type { Services } from "~/wiring";
import { atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { endSession, insertSession, liveSession, touchSession } from "~db/queries/sessions";
import { actorFrom } from "./actor";
import type { Actor } from "./context";
import { newToken, tokenHash } from "./passwords.server";

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
}

/** Who is asking, or nobody. Asked once a request, however many screens are nested. */
export function whoAsks(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  context.signedIn ??= lookUp(request, context.services);
  return context.signedIn;
}

async function lookUp(request: Request, services: Services): Promise<SignedIn | null> {
  const token = await tokenOf(request, services);
  if (!token) return null;
  const hash = tokenHash(token);
  return atTheDoor(services.pool, async (tx) => {
    const session = await liveSession(tx, hash);
    if (!session) return null;
    const account = await activeAccount(tx, session.account_id);
    if (!account) return null;
    if (session.stale) await touchSession(tx, hash);
    return { actor: actorFrom(account), sessionId: session.id };
  });
}

/** A new id at each sign-in: one planted before it is worth nothing, and the one it replaces ends. Returns the Set-Cookie header. */
export async function openSession(
  request: Request,
  { services, address }: AppLoadContext,
  accountId: string,
): Promise<string> {
  const replaced = await tokenOf(request, services);
  const { token, hash } = newToken();
  await atTheDoor(services.pool, async (tx) => {
    if (replaced) await endSession(tx, tokenHash(replaced));
    await insertSession(tx, { tokenHash: hash, accountId, device: deviceOf(request), address });
  });
  return cookieOf(services).serialize(token);
}

export async function closeSession(request: Request, { services }: AppLoadContext): Promise<string> {
  const token = await tokenOf(request, services);
  if (token) await atTheDoor(services.pool, (tx) => endSession(tx, tokenHash(token)));
  return cookieOf(services).serialize("", { maxAge: 0 });
}

async function tokenOf(request: Request, services: Services): Promise<string | null> {
  const token: unknown = await cookieOf(services).parse(request.headers.get("cookie"));
  return typeof token === "string" && token !== "" ? token : null;
}

/** __Host- pins the cookie to this host over https; browsers refuse that prefix over plain http, as on one's own machine. */
function cookieOf({ env }: Services) {
  const secure = env.PUBLIC_URL?.startsWith("https://") ?? false;
  return createCookie(secure ? "__Host-tandem" : "tandem", { path: "/", httpOnly: true, secure, sameSite: "lax" });
}

function deviceOf(request: Request): string {
  return (request.headers.get("user-agent") ?? "inconnu").slice(0, 200);
}
