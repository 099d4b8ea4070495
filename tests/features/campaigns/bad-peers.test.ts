import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { testDatabase } from "../../support/database";
import { type Script, startSink } from "../../support/smtp-sink";
import { openPostOffice, type PostOffice, seedDoctors } from "./post-office";

const database = await testDatabase();
const sink = await startSink();
let office: PostOffice;
afterAll(() => sink.close());
afterEach(() => office.close());

beforeEach(async () => {
  office = await openPostOffice(database, sink.url, { connections: 2 }); // no connection of the test before
  sink.received.length = 0;
  sink.behave = () => ({});
  await database.pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, sending_slot, sending_gate, address_suppression cascade",
  );
});

/** What a strange server does, and what may become of three letters given to it once. */
const PEERS: readonly { does: string; script: Script; becomes: object }[] = [
  { does: "takes its time", script: { slow: 1_500 }, becomes: { accepted: 3 } },
  { does: "answers twice", script: { dot: "250 2.0.0 Ok\r\n250 2.0.0 Ok again" }, becomes: { rejected: 0 } },
  { does: "answers in Latin-1", script: { dot: "250 2.0.0 Accept\u00e9 \u00e0 l'instant" }, becomes: { accepted: 3 } },
  {
    does: "greets with eight megabytes",
    script: { greeting: `220 ${"x".repeat(8_000_000)}` },
    becomes: { rejected: 0 },
  },
  {
    does: "greets with a refusal",
    script: { greeting: "554 5.3.2 No service here" },
    becomes: { rejected: 0, accepted: 0 },
  },
  { does: "answers without a code", script: { dot: "merci bien" }, becomes: { rejected: 0 } },
  { does: "refuses the data", script: { data: "451 4.3.0 Try again later" }, becomes: { deferred: 3 } },
];

it.each(PEERS)("a server that $does: a clear state for each letter, none doubled", async ({ script, becomes }) => {
  await seedDoctors(database, 3);
  sink.behave = () => script;
  const id = await office.launch();
  await office.work(2);
  const { state: _state, heldOut: _heldOut, planned, ...parts } = await office.status(id);
  expect(parts).toMatchObject(becomes);
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(planned);
  const addresses = sink.received.map(({ to }) => to);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeLessThanOrEqual(parts.accepted + parts.uncertain);
});

it("addresses that no mailbox has are left out, and break no other letter", async () => {
  await seedDoctors(database, 4);
  const strange = [
    '"a\r\nBcc: x@y.example"@cabinet.example',
    "deux@@cabinet.example",
    "\u00e9lo\u00efse@cabinet.example",
  ];
  for (const [rank, address] of strange.entries())
    await database.pool.query("update doctor_email set address = $1 where address = $2", [
      address,
      `doctor${rank + 1}@cabinet.example`,
    ]);
  const id = await office.launch();
  await office.work();
  const { accepted, planned } = await office.status(id);
  expect(sink.received.map(({ to }) => to)).toContain("doctor4@cabinet.example");
  expect(sink.received.some(({ raw }) => /^Bcc:/im.test(raw ?? ""))).toBe(false);
  expect(accepted).toBeGreaterThanOrEqual(1);
  expect(planned).toBeLessThanOrEqual(4);
});

it("a letter too long for mailboxes is refused with the reason, before anything starts", async () => {
  await seedDoctors(database, 1);
  const text = "Un assistant médical prépare les consultations. ".repeat(110);
  const blocks = [...demoLetter.blocks, ...Array.from({ length: 30 }, () => ({ kind: "paragraph" as const, text }))];
  const launched = office.launch({ letter: JSON.stringify({ ...demoLetter, blocks }) });
  await expect(launched).rejects.toThrow(/La lettre compte .* caractères/);
  expect(sink.received).toEqual([]);
});

it("a campaign to nobody is refused with the reason, before anything starts", async () => {
  await expect(office.launch()).rejects.toThrow(/Personne ne recevrait cette campagne/);
  expect(sink.received).toEqual([]);
});
