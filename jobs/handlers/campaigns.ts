import { randomUUID } from "node:crypto";
import { outgoing } from "~/campaigns/sending/envelope";
import { outcomeOf } from "~/campaigns/sending/outcome";
import {
  claimMore,
  closeLane,
  type Held,
  type Lane,
  type OpenLane,
  openLane,
  staysAlive,
  takeTurn,
} from "~/campaigns/sending/sending.server";
import type { Outcome } from "~db/queries/recipients";
import type { Desk, Handler } from "../handler";

/** A lane that works longer gives its place: other campaigns wait for it. */
const LONGEST_MS = 20_000;
const HEARTBEAT_MS = 3_000;
/** The pace allows nothing yet: look again soon, holding no transaction. */
const NEXT_LOOK_MS = 200;

/** Ask what may go, hand it over, tell what became of it; each round of letters is told with the asking of the next. */
const sendLetters: Handler<"sendLetters"> = async ({ campaignId, provider }, desk) => {
  const lane: Lane = { campaignId, provider, claim: randomUUID() };
  const { campaignMail: mail, publicUrl } = desk.tools;
  const open = await desk.step((ctx) => openLane(ctx, lane, { address: mail.address, publicUrl: publicUrl() }));
  if (!open) return;
  const beat = setInterval(() => void desk.step((ctx) => staysAlive(ctx, lane)).catch(() => {}), HEARTBEAT_MS);
  const until = Date.now() + LONGEST_MS;
  let held: Held[] = [];
  let outcomes: Outcome[] = [];
  try {
    while (Date.now() < until && !desk.stopping.aborted) {
      if (held.length === 0) held = await desk.step((ctx) => claimMore(ctx, lane, open));
      if (held.length === 0) break;
      const batch = held.splice(0, open.width);
      const told = outcomes;
      const turn = await desk.step((ctx) =>
        takeTurn(ctx, lane, open, { outcomes: told, batch, identity: mail.identity }),
      );
      outcomes = [];
      held.unshift(...turn.back);
      outcomes = await Promise.all(turn.ready.map((letter) => handOver(letter, desk, open)));
      if (turn.isOver) break;
      if (turn.ready.length === 0 && turn.back.length > 0) await pause(NEXT_LOOK_MS);
    }
  } finally {
    const told = outcomes;
    await insist(() => desk.step((ctx) => closeLane(ctx, lane, told)));
    clearInterval(beat);
  }
};

async function handOver(letter: Held, { tools }: Desk, open: OpenLane): Promise<Outcome> {
  const handed = await tools.campaignMail.relay.hand(outgoing(open.envelope, letter));
  return outcomeOf(letter, handed, new Date(), open.horizon);
}

/** What letters became must be written, even when the database was away for a moment: only we know it. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 8) throw error;
      await pause(Math.min(10_000, 250 * 2 ** attempt));
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}

export const campaignHandlers = { sendLetters };
