import { createHash } from "node:crypto";
import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { stopLetters } from "~db/queries/addressee";
import { type BouncedLetter, bouncedLetter, failuresOfMailbox, keepBounce, noteOutcome } from "~db/queries/bounces";
import { suppressAddresses } from "~db/queries/suppressions";
import { linkSecret } from "../links.server";
import type { Bounce } from "./bounce";
import { proofNeeded } from "./proof";
import { recipientAmong } from "./verp";

export interface Taken {
  readonly kind: Bounce["kind"];
  readonly recipientId: number | null;
  /** The same message was taken in before: nothing was done again. */
  readonly isKnown: boolean;
}

/** Takes in one message that came back. Only a signed return path proves which letter it speaks of; the rest waits for a person. */
export async function takeInBounce(ctx: Context, raw: Uint8Array, bounce: Bounce): Promise<Taken> {
  const recipientId = recipientAmong(bounce.clues.returnPaths, await linkSecret(ctx));
  const letter = recipientId === null ? undefined : await bouncedLetter(ctx.tx, recipientId);
  const isNew = await keepBounce(ctx.tx, {
    digest: createHash("sha256").update(raw).digest(),
    fundId: letter?.fund_id ?? null,
    recipientId: letter?.id ?? null,
    kind: bounce.kind,
    class: bounce.class,
    status: bounce.status,
    diagnostic: bounce.diagnostic,
    raw,
  });
  if (isNew && letter) await draw(ctx, letter, bounce);
  return { kind: bounce.kind, recipientId: letter?.id ?? null, isKnown: !isNew };
}

async function draw(ctx: Context, letter: BouncedLetter, bounce: Bounce): Promise<void> {
  switch (bounce.kind) {
    case "bounce":
      return countFailure(ctx, letter, bounce);
    case "complaint":
      await noteOutcome(ctx.tx, letter.id, "complained");
      await suppressAddresses(ctx.tx, [letter.id], "complaint");
      return stop(ctx, letter, null);
    case "one-click":
      return stop(ctx, letter, letter.category === "statutory" ? null : letter.category);
    case "delivered":
      return noteOutcome(ctx.tx, letter.id, "delivered");
    case "auto-reply":
    case "delayed":
    case "unknown":
      return;
  }
}

/** An address is given up on proof only: once for a mailbox that does not exist, several times over days otherwise. */
async function countFailure(ctx: Context, letter: BouncedLetter, bounce: Bounce): Promise<void> {
  await noteOutcome(ctx.tx, letter.id, "bounced");
  const proof = bounce.class === null ? null : proofNeeded(bounce.class, bounce.status);
  if (proof === null || bounce.class === null) return;
  const { hits, days } = await failuresOfMailbox(ctx.tx, letter.id, bounce.class);
  if (hits >= proof.hits && days >= proof.overDays)
    await suppressAddresses(ctx.tx, [letter.id], bounce.class === "hard" ? "bounce" : "full");
}

async function stop(ctx: Context, letter: BouncedLetter, category: "information" | "event" | null): Promise<void> {
  const stopped = { fundId: letter.fund_id, doctorId: letter.doctor_id, category, at: ctx.now };
  if (await stopLetters(ctx.tx, stopped))
    await record(ctx, "opt-out.noted", { doctorId: letter.doctor_id, channel: "email" });
}
