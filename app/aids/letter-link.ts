import { createHmac, timingSafeEqual } from "node:crypto";

/** 96 bits, as in the letters of campaigns. */
const MAC_BYTES = 12;
const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{16})$/;

/** Names one letter: whoever holds it reads that doctor's simulation, and nothing else. */
export function letterToken(letterId: string, key: Uint8Array): string {
  return `${letterId}.${mac(letterId, key).toString("base64url")}`;
}

/** The letter, or null for what we never wrote. */
export function readLetterToken(token: string, key: Uint8Array): string | null {
  const [, letterId, written] = SHAPE.exec(token) ?? [];
  if (!letterId || !written) return null;
  const given = Buffer.from(written, "base64url");
  return given.length === MAC_BYTES && timingSafeEqual(given, mac(letterId, key)) ? letterId : null;
}

function mac(letterId: string, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`simulation ${letterId}`).digest().subarray(0, MAC_BYTES);
}
