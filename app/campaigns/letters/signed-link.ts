import { createHmac, timingSafeEqual } from "node:crypto";
import type { PageName } from "./fields";

/** 96 bits: nobody guesses one among all the letters ever sent, and the link stays short. */
const MAC_BYTES = 12;

/** Names one letter to one doctor; whoever holds it reads that doctor's pages, and nothing else. */
export function linkToken(recipientId: number, key: Uint8Array): string {
  return `${recipientId.toString(36)}-${mac(recipientId, key).toString("base64url")}`;
}

/** The letter's recipient, or null for what we never wrote, or what a mailbox cut. */
export function readLinkToken(token: string, key: Uint8Array): number | null {
  const match = /^([0-9a-z]{1,11})-([\w-]{16})$/.exec(token);
  if (!match) return null;
  const recipientId = Number.parseInt(match[1]!, 36);
  if (!Number.isSafeInteger(recipientId) || recipientId.toString(36) !== match[1]) return null;
  const given = Buffer.from(match[2]!, "base64url");
  return given.length === MAC_BYTES && timingSafeEqual(given, mac(recipientId, key)) ? recipientId : null;
}

/** Where each of the doctor's pages lives. */
const PATHS: Record<PageName, string> = {
  whyPage: "pourquoi-moi",
  simulationPage: "ma-simulation",
  meetingPage: "rendez-vous",
  stopPage: "stop",
};

export type PageLinks = Readonly<Record<PageName, string>>;

export function pageLinks(publicUrl: string, token: string): PageLinks {
  const link = (page: PageName) => `${publicUrl}/lettre/${token}/${PATHS[page]}`;
  return {
    whyPage: link("whyPage"),
    simulationPage: link("simulationPage"),
    meetingPage: link("meetingPage"),
    stopPage: link("stopPage"),
  };
}

function mac(recipientId: number, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`link ${recipientId}`).digest().subarray(0, MAC_BYTES);
}
