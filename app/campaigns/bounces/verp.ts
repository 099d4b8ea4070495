import { createHmac, timingSafeEqual } from "node:crypto";

/** 80 bits in 16 signs of one case: some servers write addresses in small letters, others in capitals. */
const MAC_BYTES = 10;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** retours@caisse.example → retours+rz-k5xq….@caisse.example: what comes back there is about this recipient. */
export function returnPath(recipientId: number, key: Uint8Array, mailbox: string): string {
  const at = mailbox.lastIndexOf("@");
  return `${mailbox.slice(0, at)}+${recipientId.toString(36)}-${base32(mac(recipientId, key))}${mailbox.slice(at)}`;
}

/**
 * The recipient an address was made for, or null when we did not make it. Servers may wrap it (BATV, SRS): only the end
 * of what stands before the domain is read.
 */
export function readReturnPath(address: string, key: Uint8Array): number | null {
  const match = /\+([0-9a-z]{1,11})-([a-z2-7]{16})(?:@|$|=)/i.exec(address);
  if (!match) return null;
  const written = match[1]!.toLowerCase();
  const recipientId = Number.parseInt(written, 36);
  if (!Number.isSafeInteger(recipientId) || recipientId.toString(36) !== written) return null;
  const expected = Buffer.from(base32(mac(recipientId, key)));
  return timingSafeEqual(Buffer.from(match[2]!.toLowerCase()), expected) ? recipientId : null;
}

/** The first of these addresses that we made. */
export function recipientAmong(addresses: readonly string[], key: Uint8Array): number | null {
  for (const address of addresses) {
    const recipientId = readReturnPath(address, key);
    if (recipientId !== null) return recipientId;
  }
  return null;
}

function mac(recipientId: number, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`return ${recipientId}`).digest().subarray(0, MAC_BYTES);
}

function base32(bytes: Buffer): string {
  const bits = BigInt(`0x${bytes.toString("hex")}`);
  return Array.from({ length: (bytes.length * 8) / 5 }, (_, rank) => {
    const shift = BigInt(bytes.length * 8 - 5 * (rank + 1));
    return ALPHABET[Number((bits >> shift) & 31n)];
  }).join("");
}
