import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { imapInbox } from "~/mail/inbox.server";
import type { Tools } from "~/tools";
import type { Desk } from "~jobs/handler";
import { bounceHandlers } from "~jobs/handlers/bounces";
import { testDatabase } from "../../support/database";
import { type ImapServer, startImapServer } from "../../support/imap-server";
import { startSink } from "../../support/smtp-sink";
import { bounceReport } from "./bounce-report";
import { openPostOffice, seedDoctors } from "./post-office";

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
let imap: ImapServer;
afterAll(async () => {
  await office.close();
  await sink.close();
});
beforeEach(async () => {
  imap = await startImapServer();
  sink.received.length = 0;
  await database.pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, sending_slot, address_suppression, bounce_message cascade",
  );
  await seedDoctors(database, 4);
  await office.launch();
  await office.work();
});
afterEach(() => imap.close());

const desk = (given: Partial<Desk> = {}, url = imap.url): Desk => ({
  step: (work) => office.as(work),
  tools: { returns: imapInbox(url) } as unknown as Tools,
  stopping: new AbortController().signal,
  ...given,
});
const read = (given: Partial<Desk> = {}) => bounceHandlers.readReturns({}, desk(given));
const dropBounces = () => {
  for (const { from } of sink.received) imap.drop(bounceReport(from, "5.1.1", "550 5.1.1 User unknown"));
};
const suppressed = async () =>
  (await database.pool.query("select count(*)::int as n from address_suppression")).rows[0].n;
const outcomes = async () =>
  (await database.pool.query("select count(*)::int as n from recipient where outcome = 'bounced'")).rows[0].n;

it("takes in what came back, then puts it away in a folder of its own", async () => {
  dropBounces();
  imap.drop(Buffer.from("Subject: Bonjour\r\n\r\nRien à voir.\r\n"));
  await read();
  expect(await suppressed()).toBe(4);
  expect(imap.folders.get("INBOX")).toEqual([]);
  expect(imap.folders.get("Traités")!.map(({ flags }) => [...flags])).toEqual(Array(5).fill(["\\Seen"]));
  await read();
  expect(imap.folders.get("Traités")).toHaveLength(5);
});

it("a message opened by somebody in the meantime is not lost", async () => {
  dropBounces();
  for (const { flags } of imap.folders.get("INBOX")!) flags.add("\\Seen");
  await read();
  expect(await outcomes()).toBe(4);
});

it("a server without MOVE copies, one without folders marks as read", async () => {
  imap.capabilities = "UIDPLUS";
  dropBounces();
  await read();
  expect([imap.folders.get("INBOX")!.length, imap.folders.get("Traités")!.length]).toEqual([0, 4]);
  imap.folders.delete("Traités");
  imap.refuses.add("CREATE");
  imap.drop(Buffer.from("Subject: encore\r\n\r\nRien.\r\n"));
  await read();
  expect([...imap.folders.get("INBOX")![0]!.flags]).toEqual(["\\Seen"]);
});

it("several workers at once, and a worker cut between the transaction and the move, count each message once", async () => {
  dropBounces();
  imap.cutAt = "UID MOVE";
  await expect(read()).rejects.toThrow("Boîte des retours injoignable");
  expect([await outcomes(), imap.folders.get("INBOX")!.length]).toEqual([1, 4]);
  imap.cutAt = null;
  await Promise.all([read(), read(), read()]);
  expect([await outcomes(), await suppressed(), imap.folders.get("INBOX")!.length]).toEqual([4, 4, 0]);
  const { rows } = await database.pool.query("select count(*)::int as n from bounce_message");
  expect(rows[0].n).toBe(4);
});

it("a message that cannot be taken in stays, is told, and holds up no other", async () => {
  dropBounces();
  let isFirst = true;
  const step: Desk["step"] = (work) => {
    if (!isFirst) return office.as(work);
    isFirst = false;
    return Promise.reject(new Error("disque plein"));
  };
  await expect(read({ step })).rejects.toThrow(/n°\s1\s: disque plein/);
  expect(imap.folders.get("INBOX")!.map(({ uid }) => uid)).toEqual([1]);
  expect(await outcomes()).toBe(3);
  await read();
  expect(await outcomes()).toBe(4);
});

it("a server that refuses to move is told of, and what it keeps is not counted again", async () => {
  dropBounces();
  imap.refuses.add("UID MOVE");
  await expect(read()).rejects.toThrow("refuse de le déplacer");
  imap.refuses.clear();
  await read();
  const { rows } = await database.pool.query("select count(*)::int as n from bounce_message");
  expect([rows[0].n, imap.folders.get("INBOX")!.length]).toEqual([4, 0]);
});

it("a mailbox that cannot be reached or refuses us is said, without its password", async () => {
  const wrong = imap.url.replace(/:[^:@]+@127/, ":un-secret@127");
  const refused = await bounceHandlers.readReturns({}, desk({}, wrong)).catch((error: Error) => error.message);
  expect(refused).toMatch(/^Boîte des retours injoignable/);
  expect(refused).not.toContain("un-secret");
  await imap.close();
  await expect(read()).rejects.toThrow("Boîte des retours injoignable");
});

it("of a message beyond the budget only its head is read", async () => {
  const head = bounceReport(sink.received[0]!.from, "5.1.1", "550 5.1.1 User unknown");
  imap.drop(Buffer.concat([head, Buffer.alloc(9_000_000, "a")]));
  await read();
  const { rows } = await database.pool.query("select octet_length(raw) as size, kind from bounce_message");
  expect(rows).toEqual([{ size: 8_000_000, kind: "bounce" }]);
});

it("does nothing where no mailbox is configured", async () => {
  await bounceHandlers.readReturns({}, desk({ tools: { returns: null } as unknown as Tools }));
  expect(imap.connections).toBe(0);
});
