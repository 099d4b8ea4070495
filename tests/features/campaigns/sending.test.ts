import { afterAll, beforeEach, expect, it } from "vitest";
import { cancelCampaign, pauseCampaign, resumeCampaign } from "~/campaigns/campaigns.server";
import { armAtBirth, disarm } from "~db/queries/arming";
import { HERE, testDatabase } from "../../support/database";
import { PHASES, startSink } from "../../support/smtp-sink";
import { openPostOffice, seedDoctors } from "./post-office";

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
const narrow = await openPostOffice(database, sink.url, { connections: 1 });
afterAll(async () => {
  await office.close();
  await narrow.close();
  await sink.close();
});

beforeEach(async () => {
  sink.received.length = 0;
  sink.behave = () => ({});
  await database.pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, sending_slot, sending_gate, address_suppression cascade",
  );
});

const balances = (status: Awaited<ReturnType<typeof office.status>>) =>
  status.planned ===
  status.accepted +
    status.rejected +
    status.deferred +
    status.uncertain +
    status.suppressed +
    status.cancelled +
    status.expired +
    status.waiting;

/** Puts everything that waits back to now, and opens every gate: the hours that tests do not have. */
const hurry = () =>
  database.pool.query(
    "delete from sending_gate; update recipient set due_at = now() where state in ('waiting', 'deferred')",
  );

it("hands each letter over once, with what lets it be refused and found again", async () => {
  await seedDoctors(database, 230);
  const id = await office.launch();
  await office.work();
  expect(await office.status(id)).toMatchObject({ state: "finished", planned: 230, accepted: 230 });
  expect(new Set(sink.received.map(({ to }) => to)).size).toBe(230);
  expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(230);
  const [letter] = sink.received;
  expect(letter!.from).toMatch(/^retours\+[0-9a-z]+-[a-z2-7]{16}@caisse\.example$/);
  expect(letter!.raw).toMatch(/^List-Unsubscribe: <https:\/\/tandem\.example\/lettre\//im);
  expect(letter!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
});

it("keeps aside the share asked for, by practice", async () => {
  await seedDoctors(database, 400);
  const id = await office.launch({ holdout_percent: 20 });
  const { planned, heldOut } = await office.status(id);
  expect(planned + heldOut).toBe(400);
  expect(heldOut).toBeGreaterThan(40);
  const { rows } = await database.pool.query(
    "select practice_key from recipient group by 1 having count(distinct state = 'held_out') > 1",
  );
  expect(rows).toEqual([]);
});

it("leaves out who said no, and obeys somebody who says it while the campaign runs", async () => {
  await seedDoctors(database, 60);
  const optOut = (rank: number) =>
    database.pool.query(
      `insert into opt_out (fund_id, doctor_id, channel, source) select ${HERE}, doctor_id, 'email', 'test' from doctor_email where address = $1`,
      [`doctor${rank}@cabinet.example`],
    );
  await optOut(1);
  const id = await office.launch();
  expect((await office.status(id)).planned).toBe(59);
  await optOut(2);
  await office.work();
  expect(await office.status(id)).toMatchObject({ accepted: 58, suppressed: 1 });
  expect(sink.received.map(({ to }) => to)).not.toContain("doctor2@cabinet.example");
});

it("writes once to a mailbox that several doctors share, and never to reserved ones", async () => {
  await seedDoctors(database, 10);
  await database.pool.query(
    "update doctor_email set address = 'Accueil@cabinet.example' where address like 'doctor_@%' and address < 'doctor4'",
  );
  await database.pool.query("update doctor_email set kind = 'mssante' where address = 'doctor9@cabinet.example'");
  const id = await office.launch();
  await office.work();
  expect((await office.status(id)).accepted).toBe(7);
  expect(sink.received.filter(({ to }) => to.toLowerCase() === "accueil@cabinet.example")).toHaveLength(1);
  const { rows } = await database.pool.query("select exclusions from campaign where id = $1", [id]);
  expect(rows[0].exclusions).toEqual({ same_mailbox: 2, reserved_address: 1 });
});

const CUTS = PHASES.flatMap((phase) =>
  (["FIN", "RST"] as const).flatMap((how) => (["pooled", "single"] as const).map((by) => ({ phase, how, by }))),
);

it.each(CUTS)(
  "a $by connection cut at $phase by $how is tried again only when the body was not complete",
  async ({ phase, how, by }) => {
    const sender = by === "pooled" ? office : narrow;
    await seedDoctors(database, 3);
    let chosen: number | undefined;
    sink.behave = (connection, to) => {
      if (isMoment(phase, to) && (to === null || to === "doctor2@cabinet.example")) chosen ??= connection;
      return connection === chosen ? { cut: { phase, how } } : {};
    };
    const id = await sender.launch();
    await sender.work(3);
    const isComplete = phase === "after";
    expect((await sender.status(id)).uncertain).toBe(isComplete ? 1 : 0);
    sink.behave = () => ({});
    await hurry();
    await sender.work();
    const status = await sender.status(id);
    expect(status).toMatchObject({ accepted: isComplete ? 2 : 3, uncertain: isComplete ? 1 : 0, waiting: 0 });
    expect(sink.received).toHaveLength(isComplete ? 2 : 3);
  },
);

/** Before a recipient is named, any connection may be the one that is cut. */
function isMoment(phase: string, to: string | null): boolean {
  return phase === "greeting" || phase === "ehlo" || phase === "mail" ? to === null : to !== null;
}

it("tries again what is put off, gives up what does not exist, and remembers the address", async () => {
  await seedDoctors(database, 3);
  sink.behave = (_connection, to) =>
    to === "doctor1@cabinet.example"
      ? { rcpt: "450 4.2.1 Try again later" }
      : to === "doctor2@cabinet.example"
        ? { rcpt: "550 5.1.1 User unknown" }
        : {};
  const id = await office.launch();
  await office.work(3);
  expect(await office.status(id)).toMatchObject({ accepted: 1, rejected: 1, deferred: 1, state: "sending" });
  sink.behave = () => ({});
  await hurry();
  await office.work();
  expect(await office.status(id)).toMatchObject({ accepted: 2, rejected: 1, state: "finished" });
  const again = await office.launch();
  expect((await office.status(again)).planned).toBe(2);
});

it("stops everything when the fault is ours, and goes on when somebody says so", async () => {
  await seedDoctors(database, 30);
  sink.behave = () => ({ dot: "550 5.7.1 Message refused by policy" });
  const id = await office.launch();
  await office.work(3);
  const paused = await office.status(id);
  expect(paused.state).toBe("paused");
  expect(paused.rejected).toBe(0);
  sink.behave = () => ({});
  await office.as((ctx) => resumeCampaign(ctx, id));
  await hurry();
  await office.work();
  expect(await office.status(id)).toMatchObject({ state: "finished", accepted: 30 });
});

it("pauses within what is in flight, resumes without a second copy, and cancels the rest", async () => {
  await seedDoctors(database, 400);
  sink.behave = () => ({ slow: 40 });
  const id = await office.launch();
  const working = office.work(4);
  await new Promise((wake) => setTimeout(wake, 60));
  await office.as((ctx) => pauseCampaign(ctx, id));
  const atPause = sink.received.length;
  await working;
  expect(sink.received.length - atPause).toBeLessThanOrEqual(20);
  await office.as((ctx) => resumeCampaign(ctx, id));
  const again = office.work(4);
  await new Promise((wake) => setTimeout(wake, 60));
  await office.as((ctx) => cancelCampaign(ctx, id));
  await again;
  const status = await office.status(id);
  expect(balances(status)).toBe(true);
  expect(status.waiting).toBe(0);
  expect(status.accepted).toBe(sink.received.length);
  expect(new Set(sink.received.map(({ to }) => to)).size).toBe(sink.received.length);
});

it("sends nothing from a database that was not armed", async () => {
  await seedDoctors(database, 5);
  await office.as(({ tx }) => disarm(tx));
  const id = await office.launch();
  await office.work(2);
  expect(sink.received).toEqual([]);
  expect(await office.status(id)).toMatchObject({ waiting: 5 });
  await database.pool.query("update installation set ever_armed = false");
  await office.as(({ tx }) => armAtBirth(tx, office.mail.identity));
  await office.work();
  expect(await office.status(id)).toMatchObject({ accepted: 5 });
});

it("takes up what a dead sender held: claimed letters leave, those in its hands are uncertain", async () => {
  await seedDoctors(database, 6);
  const id = await office.launch();
  await database.pool.query("delete from outbox");
  const claim = "11111111-1111-4111-8111-111111111111";
  await database.pool.query("update recipient set state = 'claimed', claim = $1 where address < 'doctor4'", [claim]);
  await database.pool.query("update recipient set state = 'handing' where address = 'doctor1@cabinet.example'");
  await office.work();
  expect(await office.status(id)).toMatchObject({ accepted: 5, uncertain: 1, waiting: 0 });
  expect(sink.received.map(({ to }) => to)).not.toContain("doctor1@cabinet.example");
});

it("keeps the pace, whatever it could do", async () => {
  await seedDoctors(database, 100);
  await office.launch({ per_minute: 600 });
  const started = Date.now();
  void office.work(1);
  await new Promise((wake) => setTimeout(wake, 3_000));
  const seconds = (Date.now() - started) / 1_000;
  expect(sink.received.length).toBeGreaterThan(10);
  expect(sink.received.length).toBeLessThanOrEqual(10 * seconds + 12);
}, 20_000);
