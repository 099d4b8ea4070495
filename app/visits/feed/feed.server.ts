import { createHash } from "node:crypto";
import type { Context } from "~/access/context";
import { newToken } from "~/access/passwords.server";
import { record } from "~/audit/audit.server";
import { notFound } from "~/errors";
import { deleteFeed, feedAbsences, feedSheet, feedVisits, saveFeed } from "~db/queries/feeds";
import { feedPath } from "./feed-address";
import { feedText } from "./feed-text";

/** When one's secret address was made and last read; null when there is none. */
export async function feedOf({ tx, actor }: Context) {
  return (await feedSheet(tx, actor.id)) ?? null;
}

/** Makes a secret address, shown once, which ends the one before; or ends it for good. */
export async function changeFeed(
  ctx: Context,
  intent: "make" | "revoke",
  publicUrl: string,
): Promise<{ address: string | null }> {
  return { address: intent === "make" ? `${publicUrl}${await makeFeed(ctx)}` : await revokeFeed(ctx) };
}

async function makeFeed(ctx: Context): Promise<string> {
  const { token, hash } = newToken();
  await saveFeed(ctx.tx, { id: ctx.actor.id, fundId: ctx.actor.fundIds[0]! }, hash);
  await record(ctx, "feed.made", {});
  return feedPath(token);
}

async function revokeFeed(ctx: Context): Promise<null> {
  if (!(await deleteFeed(ctx.tx, ctx.actor.id))) throw notFound("Adresse secrète");
  await record(ctx, "feed.revoked", {});
  return null;
}

const DAY_MS = 86_400_000;
const DAYS_BACK = 60;
const DAYS_AHEAD = 365;
/** A reader that has not come for as long will start afresh anyway. */
const DAYS_TOLD = 60;

/** The owner's calendar, and a word that changes when it does. */
export async function readFeed(ctx: Context, publicUrl: string): Promise<{ text: string; etag: string }> {
  const { tx, actor, now } = ctx;
  const away = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const window = { from: away(-DAYS_BACK), to: away(DAYS_AHEAD), toldSince: away(-DAYS_TOLD) };
  const visits = await feedVisits(tx, actor.id, window);
  const absences = await feedAbsences(tx, actor.id, window);
  const text = feedText({ ownerId: actor.id, publicUrl, visits, absences });
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}
