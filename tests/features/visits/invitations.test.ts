import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { noteOptOut } from "~/doctors/opt-outs.server";
import { type Captured, startCapture } from "~/mail/capture.server";
import type { Mailer } from "~/mail/mailer";
import { smtpMailer } from "~/mail/smtp.server";
import type { Tools } from "~/tools";
import { type Booking, bookVisit, cancelVisit, moveVisit } from "~/visits/booking.server";
import { invite } from "~/visits/invitations/inviting.server";
import { invitationsOf } from "~db/queries/invitations";
import { visitById } from "~db/queries/visits";
import { invitationHandlers } from "~jobs/handlers/invitations";
import { as, NOON, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();
const arrived: Captured[] = [];

let sector = 0;
let eric: Actor;
let claire = 0;
let mailer: Mailer;
let capture: Awaited<ReturnType<typeof startCapture>>;

beforeAll(async () => {
  capture = await startCapture(async (mail) => void arrived.push(mail));
  mailer = smtpMailer(capture.url, "Tandem <tandem@cpam.example>");
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
});
afterAll(async () => {
  await mailer.close();
  await capture.close();
});

beforeEach(async () => {
  await database.pool.query("delete from visit; delete from outbox");
  arrived.length = 0;
  claire = await aDoctorIn(database, sector);
  await anAddress("claire.martin@cabinet.example");
});

async function anAddress(address: string, kind = "plain", notedOn = "2026-10-01") {
  await database.pool.query(
    `insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
     values (441, $1, $2, $2, $3, 'Annuaire santé', $4)`,
    [claire, address, kind, notedOn],
  );
}

/** Books and asks the doctor in, in one transaction, as the screen does. */
async function bookAndInvite(booking: Booking = aBooking(claire), who = eric): Promise<string> {
  return as(database, who, async (ctx) => {
    const id = await bookVisit(ctx, booking);
    await invite(ctx, id);
    return id;
  });
}

const move = (id: string, version: number, minutes: number) =>
  as(database, eric, (ctx) => moveVisit(ctx, id, { day: "2026-11-25", minutes, length: 30, firmness: "day", version }));
const cancel = (id: string, version: number) =>
  as(database, eric, (ctx) => cancelVisit(ctx, id, { by: "delegate", version }));
const told = (id: string) => as(database, eric, ({ tx }) => invitationsOf(tx, id));
const states = async (id: string) =>
  (await told(id)).map(({ method, sequence, state, dropped_because }) => [method, sequence, dropped_because ?? state]);

async function notes(): Promise<number[]> {
  const { rows } = await database.pool.query(
    "select payload->>'invitationId' as id from outbox where job = 'send-invitation' order by id",
  );
  return rows.map(({ id }) => Number(id));
}

/** What the queue does with one note. */
async function run(invitationId: number, deliver = mailer.deliver, now = NOON): Promise<void> {
  const tools = { mailer: { ...mailer, deliver } } as Tools;
  const desk = {
    tools,
    stopping: new AbortController().signal,
    step: <T>(work: Parameters<typeof as<T>>[2]) => as(database, eric, work, now),
  };
  await invitationHandlers.sendInvitation({ invitationId }, desk);
}

async function runAll(): Promise<void> {
  for (const id of await notes()) await run(id);
}

async function read(mail: Captured): Promise<{ mail: Email; event: ICAL.Event; calendar: ICAL.Component }> {
  const parsed = await PostalMime.parse(mail.raw as Uint8Array<ArrayBuffer>, { forceRfc822Attachments: true });
  const attached = parsed.attachments.find(({ filename }) => filename === "invitation.ics")!;
  const text = Buffer.from(attached.content as ArrayBuffer).toString("utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { mail: parsed, calendar, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent")!) };
}

describe("an invitation", () => {
  it("leaves with the booking, read as mail by people and as an event by calendars", async () => {
    const id = await bookAndInvite();
    await runAll();
    expect(arrived).toHaveLength(1);
    expect(arrived[0]!.recipients).toEqual(["claire.martin@cabinet.example"]);
    const { mail, event, calendar } = await read(arrived[0]!);
    expect(mail.from).toMatchObject({
      name: "Éric Robert, CPAM de la Loire-Atlantique",
      address: "tandem@cpam.example",
    });
    expect(mail.replyTo).toMatchObject([{ name: "Éric Robert", address: `${eric.id}@cpam.example` }]);
    expect(mail.messageId).toBe(`<visite-${id}-request-0@cpam.example>`);
    expect(mail.text).toContain("Docteur Martin,");
    expect(mail.html).toContain("Docteur Martin,");
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect([event.uid, event.sequence]).toEqual([`${id}@tandem`, 0]);
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-11-25T09:00:00.000Z");
    const raw = arrived[0]!.raw.toString("latin1");
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(raw.indexOf("text/calendar")).toBeLessThan(raw.indexOf("application/ics"));
    expect(await states(id)).toEqual([["REQUEST", 0, "sent"]]);
    const journal = await database.pool.query("select facts from audit_event where name = 'invitation.sent'");
    expect(journal.rows).toContainEqual({ facts: { visitId: id, method: "REQUEST" } });
  });

  it("carries the same bytes of calendar in the text and in the attachment", async () => {
    await bookAndInvite();
    await runAll();
    const { mail } = await read(arrived[0]!);
    const parts = mail.attachments.map(({ mimeType, content }) => [
      mimeType,
      Buffer.from(content as ArrayBuffer).toString(),
    ]);
    expect(new Set(parts.map(([, text]) => text)).size).toBe(1);
    expect(parts.map(([type]) => type)).toContain("application/ics");
  });

  it("leaves once, however often the job runs", async () => {
    await bookAndInvite();
    await runAll();
    await runAll();
    await Promise.all((await notes()).map((id) => run(id)));
    expect(arrived).toHaveLength(1);
  });

  it("leaves once when two workers hold the same note at the same time; the second comes back later", async () => {
    const id = await bookAndInvite();
    const [note] = await notes();
    let open = () => {};
    const gate = new Promise<void>((go) => {
      open = go;
    });
    const slow = run(note!, async (letter) => {
      await gate;
      await mailer.deliver(letter);
    });
    await expect.poll(() => states(id)).toEqual([["REQUEST", 0, "sending"]]);
    await run(note!);
    expect(arrived).toHaveLength(0);
    open();
    await slow;
    expect(arrived).toHaveLength(1);
    const { rows } = await database.pool.query("select not_before from outbox where not_before is not null");
    expect(rows).toEqual([{ not_before: new Date(NOON.getTime() + 15 * 60_000) }]);
  });

  it("left in the hands of a worker that died, leaves after the lease, under the same Message-ID", async () => {
    const id = await bookAndInvite();
    const [note] = await notes();
    await database.pool.query("update invitation set state = 'sending', claimed_at = $1", [NOON]);
    await run(note!, mailer.deliver, new Date(NOON.getTime() + 14 * 60_000));
    expect(arrived).toHaveLength(0);
    await run(note!, mailer.deliver, new Date(NOON.getTime() + 15 * 60_000));
    expect((await read(arrived[0]!)).mail.messageId).toBe(`<visite-${id}-request-0@cpam.example>`);
  });

  it("goes back on the pile when the relay is down, and is dropped when the mailbox refuses for good", async () => {
    const id = await bookAndInvite();
    const [note] = await notes();
    await expect(
      run(note!, async () => {
        throw Object.assign(new Error("connection refused"), { code: "ECONNREFUSED" });
      }),
    ).rejects.toThrow("connection refused");
    expect(await states(id)).toEqual([["REQUEST", 0, "waiting"]]);
    await run(note!, async () => {
      throw Object.assign(new Error("no such mailbox"), { responseCode: 550 });
    });
    expect(await states(id)).toEqual([["REQUEST", 0, "refused"]]);
  });
});

describe("what comes after it", () => {
  it("a move sends the new hour with a raised sequence, and the hour stays fixed", async () => {
    const id = await bookAndInvite();
    await runAll();
    await move(id, 1, 660);
    await runAll();
    expect(await states(id)).toEqual([
      ["REQUEST", 0, "sent"],
      ["REQUEST", 1, "sent"],
    ]);
    const { mail, event } = await read(arrived[1]!);
    expect(mail.subject).toMatch(/^Nouvelle heure/);
    expect([event.uid, event.sequence]).toEqual([`${id}@tandem`, 1]);
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-11-25T10:00:00.000Z");
    expect(await as(database, eric, ({ tx }) => visitById(tx, id))).toMatchObject({ firmness: "fixed" });
  });

  it("a change that leaves the hour as it is tells nobody", async () => {
    const id = await bookAndInvite();
    await runAll();
    await move(id, 1, 600);
    expect(await states(id)).toEqual([["REQUEST", 0, "sent"]]);
  });

  it("a cancellation takes it back, once", async () => {
    const id = await bookAndInvite();
    await runAll();
    await cancel(id, 1);
    await runAll();
    await runAll();
    expect(arrived).toHaveLength(2);
    const { mail, event, calendar } = await read(arrived[1]!);
    expect(mail.subject).toMatch(/^Visite annulée/);
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect([event.uid, event.sequence]).toEqual([`${id}@tandem`, 1]);
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  it("only the last word leaves when the first has not", async () => {
    const id = await bookAndInvite();
    await move(id, 1, 660);
    await move(id, 2, 720);
    await runAll();
    expect(await states(id)).toEqual([
      ["REQUEST", 0, "superseded"],
      ["REQUEST", 1, "superseded"],
      ["REQUEST", 2, "sent"],
    ]);
    expect((await read(arrived[0]!)).mail.subject).toMatch(/^Visite de l'Assurance Maladie/);
  });

  it("nobody is told that a visit they never heard of is cancelled", async () => {
    const id = await bookAndInvite();
    await cancel(id, 1);
    await runAll();
    expect(arrived).toEqual([]);
    expect(await states(id)).toEqual([
      ["REQUEST", 0, "superseded"],
      ["CANCEL", 1, "nothing-to-tell"],
    ]);
  });

  it("visits without an invitation move and end in silence", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    await move(id, 1, 660);
    await cancel(id, 2);
    expect(await notes()).toEqual([]);
  });

  it("asked for again, it leaves again with a raised sequence", async () => {
    const id = await bookAndInvite();
    const again = () => as(database, eric, (ctx) => invite(ctx, id));
    await expect(again()).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(/déjà en route/),
    });
    await runAll();
    await again();
    await runAll();
    expect(await states(id)).toEqual([
      ["REQUEST", 0, "sent"],
      ["REQUEST", 1, "sent"],
    ]);
  });
});

describe("the last look before the wire", () => {
  it("an objection noted between asking and sending stops it, and the visit says so", async () => {
    const id = await bookAndInvite();
    await as(database, eric, (ctx) => noteOptOut(ctx, claire, { channel: "email", source: "au téléphone" }));
    await runAll();
    expect(arrived).toEqual([]);
    expect(await states(id)).toEqual([["REQUEST", 0, "opt-out"]]);
  });

  it("an address that is gone stops it", async () => {
    const id = await bookAndInvite();
    await database.pool.query("delete from doctor_email where doctor_id = $1", [claire]);
    await runAll();
    expect(arrived).toEqual([]);
    expect(await states(id)).toEqual([["REQUEST", 0, "no-address"]]);
  });

  it("an objection lets a cancellation be told by telephone only", async () => {
    const id = await bookAndInvite();
    await runAll();
    await as(database, eric, (ctx) => noteOptOut(ctx, claire, { channel: "email", source: "par courriel" }));
    await cancel(id, 1);
    await runAll();
    expect(arrived).toHaveLength(1);
    expect(await states(id)).toEqual([
      ["REQUEST", 0, "sent"],
      ["CANCEL", 1, "opt-out"],
    ]);
  });
});

describe("asking a doctor in is refused", () => {
  it("when only addresses given for another purpose are known; the booking goes with it", async () => {
    await database.pool.query("delete from doctor_email");
    await anAddress("claire.martin@medecin.mssante.fr", "mssante");
    await anAddress("claire.martin@ordre.example", "order");
    await expect(bookAndInvite()).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(
        /messagerie sécurisée de santé.* Aucune invitation n'est partie et rien n'a été noté\.$/,
      ),
    });
    const { rows } = await database.pool.query("select count(*)::int as n from visit");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("once the visit is over or cancelled", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    const late = as(database, eric, (ctx) => invite(ctx, id), new Date("2026-11-26T08:00:00Z"));
    await expect(late).rejects.toMatchObject({ refusal: "conflict" });
    await cancel(id, 1);
    await expect(as(database, eric, (ctx) => invite(ctx, id))).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("to another sector, which finds nothing", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    await expect(as(database, stranger, (ctx) => invite(ctx, id))).rejects.toMatchObject({ refusal: "not-found" });
    expect(await as(database, stranger, ({ tx }) => invitationsOf(tx, id))).toEqual([]);
  });
});
