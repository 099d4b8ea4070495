import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cancelCampaign, pauseCampaign, resumeCampaign } from "~/campaigns/campaigns.server";
import { settleByHand } from "~/campaigns/open.server";
import { reconcile } from "~/campaigns/sending/reconcile.server";
import {
  beginHanding,
  claimDue,
  type Outcome,
  reclaimFromDead,
  recordOutcomes,
  releaseClaim,
} from "~db/queries/recipients";
import { keepSlot, leaveSlot, takeSlot } from "~db/queries/sending";
import { testDatabase } from "../../support/database";
import { startSink } from "../../support/smtp-sink";
import { openPostOffice, seedDoctors } from "./post-office";

const LETTERS = 12;
const SENDERS = ["a", "b", "c"].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`);
const WHERE = { provider: "others" };

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
afterAll(async () => {
  await office.close();
  await sink.close();
});
beforeAll(() => seedDoctors(database, LETTERS));
beforeEach(() => sink.received.splice(0));

const sender = fc.constantFrom(...SENDERS);
const ends = fc.constantFrom<Outcome["state"]>("accepted", "deferred", "rejected", "uncertain", "waiting");
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("claim" as const), sender }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hand" as const), sender }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("tell" as const), sender, ends }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), sender }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("die" as const), sender }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("resume" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("object" as const), doctor: fc.nat({ max: LETTERS - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reconcile" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the senders of one run have in hand and have handed over, kept apart from the tables. */
interface Memory {
  readonly id: string;
  readonly held: Map<string, Set<number>>;
  readonly inHand: Map<string, Set<number>>;
  /** Letters whose fate the world knows: accepted, refused, or nobody can say. */
  readonly settled: Set<number>;
  readonly objected: Set<number>;
}

const of = (map: Map<string, Set<number>>, key: string) => map.get(key) ?? map.set(key, new Set()).get(key)!;

async function act(memory: Memory, asked: Step): Promise<void> {
  const { id } = memory;
  switch (asked.do) {
    case "claim":
      return claim(memory, asked.sender);
    case "hand":
      return hand(memory, asked.sender);
    case "tell":
      return tell(memory, asked.sender, asked.ends);
    case "release":
      of(memory.held, asked.sender).clear();
      return office.as(({ tx }) => releaseClaim(tx, asked.sender, "all"));
    case "die":
      of(memory.held, asked.sender).clear();
      for (const letter of of(memory.inHand, asked.sender)) memory.settled.add(letter);
      of(memory.inHand, asked.sender).clear();
      return office.as(async ({ tx }) => {
        await leaveSlot(tx, asked.sender);
        await reclaimFromDead(tx);
      });
    case "object":
      memory.objected.add(asked.doctor + 1);
      await database.pool.query(
        `insert into opt_out (fund_id, doctor_id, channel, source) select fund_id, id, 'email', 'test' from doctor
         where rpps = (10000000000 + $1)::text on conflict do nothing`,
        [asked.doctor + 1],
      );
      return;
    case "reconcile":
      return office.as(reconcile);
    default:
      // What may not be done from this state is refused with a sentence, and changes nothing.
      return office
        .as((ctx) => ({ pause: pauseCampaign, resume: resumeCampaign, cancel: cancelCampaign })[asked.do](ctx, id))
        .catch(() => {});
  }
}

async function claim({ id, held }: Memory, by: string): Promise<void> {
  const lane = { ...WHERE, claim: by, campaignId: id };
  const isAlive = await office.as(({ tx }) => keepSlot(tx, by));
  if (!isAlive) await office.as(({ tx }) => takeSlot(tx, { ...lane, lanes: 8 }));
  const rows = await office.as(({ tx }) => claimDue(tx, { ...lane, limit: 4 }));
  for (const row of rows) of(held, by).add(row.id);
}

async function hand(memory: Memory, claim: string): Promise<void> {
  const ids = [...of(memory.held, claim)];
  if (ids.length === 0) return;
  const answers = await office.as(({ tx }) =>
    beginHanding(tx, { campaignId: memory.id, claim, ids, identity: office.mail.identity }),
  );
  for (const { id, suppressed } of answers) {
    of(memory.held, claim).delete(id);
    if (suppressed !== null) continue;
    expect(memory.settled.has(id), "a letter whose fate is known is handed over again").toBe(false);
    for (const other of SENDERS) expect(of(memory.inHand, other).has(id), "in two hands at once").toBe(false);
    of(memory.inHand, claim).add(id);
  }
}

async function tell(memory: Memory, claim: string, state: Outcome["state"]): Promise<void> {
  const ids = [...of(memory.inHand, claim)];
  const outcomes = ids.map((id) => ({ id, state, class: state, reply: "", inSeconds: 0, counts: true }));
  await office.as(({ tx }) => recordOutcomes(tx, claim, outcomes));
  of(memory.inHand, claim).clear();
  if (state === "accepted" || state === "rejected" || state === "uncertain")
    for (const id of ids) memory.settled.add(id);
}

async function balances({ id, objected }: Memory): Promise<void> {
  const { planned, accepted, rejected, deferred, uncertain, suppressed, cancelled, expired, waiting } =
    await office.status(id);
  expect(planned).toBe(LETTERS);
  expect(accepted + rejected + deferred + uncertain + suppressed + cancelled + expired + waiting).toBe(LETTERS);
  const { rows } = await database.pool.query(
    `select r.id from recipient r join doctor d on d.id = r.doctor_id
     where r.campaign_id = $1 and r.state = 'suppressed' and d.rpps::bigint - 10000000000 <> all ($2)`,
    [id, [...objected]],
  );
  expect(rows, "left out without having objected").toEqual([]);
}

it("balances after every step of any story, hands nothing over twice, and never to two senders", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (story) => {
      await database.pool.query("truncate campaign, recipient, opt_out, outbox, sending_slot, sending_gate cascade");
      const id = await office.launch();
      const memory = {
        id,
        held: new Map(),
        inHand: new Map(),
        settled: new Set<number>(),
        objected: new Set<number>(),
      };
      for (const each of story) {
        await act(memory, each);
        await balances(memory);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

it("a letter nobody can speak for goes again only when a person says so", async () => {
  await database.pool.query("truncate campaign, recipient, opt_out, outbox, sending_slot, sending_gate cascade");
  const id = await office.launch();
  await database.pool.query("update recipient set state = 'uncertain' where address = 'doctor3@cabinet.example'");
  await office.work();
  expect(sink.received).toHaveLength(LETTERS - 1);
  const { rows } = await database.pool.query<{ id: number }>("select id from recipient where state = 'uncertain'");
  const recipients = rows.map((row) => Number(row.id));
  await office.as((ctx) => settleByHand(ctx, id, { intent: "settle", recipients, as: "again" }));
  await database.pool.query("update campaign set state = 'sending'");
  await office.work();
  expect(sink.received).toHaveLength(LETTERS);
});
