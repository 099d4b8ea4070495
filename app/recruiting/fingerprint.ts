import { createHmac } from "node:crypto";

/** Prints of the ways to reach somebody, which tell nothing without the key of the installation. */
export function fingerprintsOf(
  fundId: number,
  person: { email: string | null; phone: string | null },
  key: Uint8Array,
): Buffer[] {
  const ways = [person.email?.toLowerCase(), person.phone].filter((way) => way !== null && way !== undefined);
  return ways.map((way) => createHmac("sha256", key).update(`candidate erased ${fundId} ${way}`).digest());
}
