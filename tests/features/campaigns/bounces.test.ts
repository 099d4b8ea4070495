import { afterAll, beforeEach, expect, it } from "vitest";
import { takeInBounce } from "~/campaigns/bounces/bounces.server";
import { readBounce } from "~/campaigns/bounces/read-bounce";
import { testDatabase } from "../../support/database";
import { startSink } from "../../support/smtp-sink";
import { bounceReport as report } from "./bounce-report";
import { openPostOffice, seedDoctors } from "./post-office";

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
afterAll(async () => {
  await office.close();
  await sink.close();
});
beforeEach(async () => {
  sink.received.length = 0;
  await database.pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, sending_slot, address_suppression, bounce_message cascade",
  );
  await seedDoctors(database, 4);
  await office.launch();
  await office.work();
});

const take = async (raw: Buffer) => {
  const bounce = await readBounce(raw);
  return office.as((ctx) => takeInBounce(ctx, raw, bounce));
};

it("a mailbox that does not exist is found by its return path and never written to again, told once or ten times", async () => {
  const [letter] = sink.received;
  const raw = report(letter!.from, "5.1.1", "550 5.1.1 User unknown");
  expect(await take(raw)).toMatchObject({ kind: "bounce", isKnown: false, recipientId: expect.any(Number) });
  for (let replay = 0; replay < 9; replay++) expect(await take(raw)).toMatchObject({ isKnown: true });
  const { rows } = await database.pool.query("select outcome, count(*)::int from recipient group by 1 order by 1");
  expect(rows).toEqual([
    { outcome: "bounced", count: 1 },
    { outcome: null, count: 3 },
  ]);
  const again = await office.launch();
  expect((await office.status(again)).planned).toBe(3);
});

it("a full mailbox is only counted, and a forged report condemns nobody", async () => {
  const [letter] = sink.received;
  await take(report(letter!.from, "5.2.2", "552 5.2.2 Mailbox full"));
  await take(report(letter!.from.replace(/-.{16}@/, "-aaaaaaaaaaaaaaaa@"), "5.1.1", "550 5.1.1 User unknown"));
  const { rows } = await database.pool.query("select count(*)::int as n from address_suppression");
  expect(rows[0].n).toBe(0);
});
