import { createHmac, timingSafeEqual } from "node:crypto";

/** 96 bits, as in the letters to doctors. */
const MAC_BYTES = 12;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const SHAPE = new RegExp(`^(${UUID})\\.([\\w-]{16})$`);

/** Names one candidate: whoever holds it may stop the letters to that person, or have them erased, and nothing else. */
export function stopToken(candidateId: string, key: Uint8Array): string {
  return `${candidateId}.${mac(candidateId, key).toString("base64url")}`;
}

/** The candidate, or null for what we never wrote. */
export function readStopToken(token: string, key: Uint8Array): string | null {
  const [, candidateId, written] = SHAPE.exec(token) ?? [];
  if (!candidateId || !written) return null;
  const given = Buffer.from(written, "base64url");
  return given.length === MAC_BYTES && timingSafeEqual(given, mac(candidateId, key)) ? candidateId : null;
}

function mac(candidateId: string, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`candidate ${candidateId}`).digest().subarray(0, MAC_BYTES);
}
