import type { LoaderFunctionArgs } from "@remix-run/node";
import { atTheDoor } from "~db/act-as";
import type { Tx } from "~db/connection";
import { activeAccount } from "~db/queries/accounts";
import { feedOwner, touchFeed } from "~db/queries/feeds";
import { countAttempt } from "~db/queries/sessions";
import { actorFrom } from "./actor";
import type { Actor, Context } from "./context";
import { inTransaction } from "./doorway.server";
import { tokenHash } from "./passwords.server";
import { can, type Permission } from "./permissions";

/** Asked for in place of an owner who does not exist, so that every secret costs the same questions. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** A program that reads more often in a quarter of an hour is out of order. */
const MOST_READS = 60;

/**
 * A guest that brings the secret of a calendar becomes its owner for one read, with the rights the owner has today. Null
 * for any other secret, and it does not tell whether that one was ever worth something.
 */
export async function enterBySecret<T>(
  { request, context: { services } }: LoaderFunctionArgs,
  secret: string,
  permission: Permission,
  work: (ctx: Context) => Promise<T>,
): Promise<T | null> {
  const actor = await atTheDoor(services.pool, async (tx) => {
    const owner = await ownerOf(tx, secret);
    if (!owner || !can(owner, permission)) return null;
    const reads = await countAttempt(tx, `feed:${owner.id}`);
    if (request.method === "GET") await touchFeed(tx, owner.id, services.now());
    return { ...owner, isTooMuch: reads > MOST_READS };
  });
  if (actor?.isTooMuch) throw new Response(null, { status: 429, headers: { "Retry-After": "900" } });
  return actor && inTransaction(services, actor, work);
}

async function ownerOf(tx: Tx, secret: string): Promise<Actor | null> {
  const ownerId = await feedOwner(tx, tokenHash(secret));
  const account = await activeAccount(tx, ownerId ?? NOBODY);
  return account ? actorFrom(account) : null;
}
