import { accountById } from "~db/queries/accounts";
import { insertPasswordLink } from "~db/queries/sessions";
import type { Context } from "./context";
import { LINK_HOURS, type LinkPurpose } from "./password-letter";
import { newToken } from "./passwords.server";

export interface IssuedLink {
  readonly to: string;
  readonly name: string;
  /** Known to this process and to the letter only; the database keeps its hash. */
  readonly token: string;
}

/** Null when the account was disabled while the letter waited. */
export async function issuePasswordLink(
  ctx: Context,
  accountId: string,
  purpose: LinkPurpose,
): Promise<IssuedLink | null> {
  const account = await accountById(ctx.tx, accountId);
  if (!account || account.disabled_at) return null;
  const { token, hash } = newToken();
  await insertPasswordLink(ctx.tx, { tokenHash: hash, accountId, purpose, hours: LINK_HOURS[purpose] });
  return { to: account.email, name: account.name, token };
}
