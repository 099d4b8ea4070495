import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id, this library's default algorithm: 19 MiB, two passes; about 60 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

let decoy: Promise<string> | undefined;

/** Takes the same time whether the account exists or not. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString("base64url"));
  const matches = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return matches && stored != null;
}

/** A secret for a cookie or a link, and what the database keeps of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
