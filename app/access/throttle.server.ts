import { conflict } from "~/errors";
import { atTheDoor } from "~db/act-as";
import type { Pool, Tx } from "~db/connection";
import { countAttempt, forgetAttempts, giveBackAttempt } from "~db/queries/sessions";
import { addressKey } from "./throttle-key";

/** One person under attack from everywhere, and one place attacking everybody: each has its own count. */
export interface TryKeys {
  readonly account: string;
  readonly address: string;
}

export const passwordTry = (email: string, address: string): TryKeys => ({
  account: `account:${email}`,
  address: `address:${addressKey(address)}`,
});

export const linkTry = (email: string, address: string): TryKeys => ({
  account: `link:${email}`,
  address: `link-address:${addressKey(address)}`,
});

const TRIES = 10;

/** Counted before the password is looked at and committed at once, so that a burst of parallel tries counts whole. */
export async function countTry(pool: Pool, { account, address }: TryKeys): Promise<void> {
  const tries = await atTheDoor(pool, async (tx) => [await countAttempt(tx, account), await countAttempt(tx, address)]);
  if (Math.max(...tries) > TRIES) {
    throw conflict("Trop d'essais. Réessayez dans un quart d'heure, ou demandez un nouveau mot de passe.");
  }
}

/** The right password clears the person, but gives its place back one try only: colleagues share an address. */
export async function forgiveTry(tx: Tx, { account, address }: TryKeys): Promise<void> {
  await forgetAttempts(tx, account);
  await giveBackAttempt(tx, address);
}
