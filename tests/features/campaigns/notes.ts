import { SYSTEM_ACTOR } from "~/access/system-actor";
import type { CampaignMail } from "~/mail/relay";
import type { Tools } from "~/tools";
import { actAs, atTheDoor } from "~db/act-as";
import type { Pool } from "~db/connection";
import { takeNotes } from "~db/queries/outbox";
import { campaignHandlers } from "~jobs/handlers/campaigns";

/** Runs the committed notes of campaigns as a worker would, two at a time. Returns how many there were. */
export async function drainNotes(pool: Pool, campaignMail: CampaignMail): Promise<number> {
  const mine = await atTheDoor(pool, (tx) => takeNotes(tx, 100, ["send-letters"]));
  const tools = { campaignMail, publicUrl: () => "https://tandem.example" } as unknown as Tools;
  const desk = {
    step: <T>(work: Parameters<Parameters<typeof campaignHandlers.sendLetters>[1]["step"]>[0]) =>
      actAs(pool, SYSTEM_ACTOR, (tx) => work({ actor: SYSTEM_ACTOR, tx, now: new Date() })) as Promise<T>,
    tools,
    stopping: new AbortController().signal,
  } as Parameters<typeof campaignHandlers.sendLetters>[1];
  const runners = [mine.filter((_, i) => i % 2 === 0), mine.filter((_, i) => i % 2 === 1)].map(async (share) => {
    for (const { payload } of share)
      await campaignHandlers.sendLetters(payload as { campaignId: string; provider: string }, desk);
  });
  await Promise.all(runners);
  return mine.length;
}
