import type { Context } from "~/access/context";
import { pauseAll } from "~db/queries/campaigns";
import type { Outcome } from "~db/queries/recipients";
import { closeGate, failuresOf, openGate, RELAY } from "~db/queries/sending";
import { suppressAddresses } from "~db/queries/suppressions";
import type { Lane } from "./sending.server";

/** A group that says "too many" is left alone: two hours is what Orange blocks for. */
const THROTTLED_SECONDS = 2 * 3_600;
const SLOW_DOWN_SECONDS = 15 * 60;
/** Doubled at each failure in a row, up to two minutes: full rate is back soon after the relay is. */
const RELAY_SECONDS = 5;
const RELAY_MOST_SECONDS = 120;
const IN_A_ROW = 3;

/** What a group of answers means beyond its own letters: for an address, for a group of mailboxes, for everybody. */
export async function drawConsequences(ctx: Context, lane: Lane, outcomes: readonly Outcome[]): Promise<void> {
  const of = (name: string) => outcomes.filter((outcome) => outcome.class === name);
  const hard = of("hard");
  if (hard.length > 0)
    await suppressAddresses(
      ctx.tx,
      hard.map(({ id }) => id),
      "bounce",
    );
  const [policy] = of("policy");
  if (policy)
    await pauseAll(
      ctx.tx,
      `Le serveur du destinataire refuse nos messages : « ${policy.reply.slice(0, 200)} ». Corrigez avant de reprendre.`,
    );
  const [global] = of("global");
  if (global)
    await pauseAll(
      ctx.tx,
      `Le serveur d'envoi nous refuse : « ${global.reply.slice(0, 200)} ». Vérifiez ses réglages avant de reprendre.`,
    );
  const [throttled] = of("throttled");
  if (throttled) await closeGate(ctx.tx, lane.provider, THROTTLED_SECONDS, throttled.reply);
  else if (of("deferred").length >= IN_A_ROW && of("accepted").length === 0)
    await closeGate(ctx.tx, lane.provider, SLOW_DOWN_SECONDS, of("deferred")[0]!.reply);
  await watchRelay(ctx, outcomes);
}

/** Lost before the body, several times in a row: it is the relay, not the letter. */
async function watchRelay(ctx: Context, outcomes: readonly Outcome[]): Promise<void> {
  const lost = outcomes.filter((outcome) => outcome.class === "retry");
  if (lost.length === 0) {
    if (outcomes.length > 0) await openGate(ctx.tx, RELAY);
    return;
  }
  if (lost.length < outcomes.length) return;
  const failures = await failuresOf(ctx.tx, RELAY);
  const seconds = Math.min(RELAY_MOST_SECONDS, RELAY_SECONDS * 2 ** Math.min(failures, 6));
  await closeGate(ctx.tx, RELAY, seconds, lost[0]!.reply);
}
