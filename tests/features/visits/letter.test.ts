import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { noteOptOut } from "~/doctors/opt-outs.server";
import type { Letter } from "~/mail/mailer";
import type { Tools } from "~/tools";
import type { LetterAsk } from "~/visits/follow-ups/letter.form";
import { openLetter, workOnLetter } from "~/visits/follow-ups/letters.server";
import { takeLetter } from "~/visits/follow-ups/sending.server";
import type { Desk } from "~jobs/handler";
import { letterHandlers } from "~jobs/handlers/letters";
import { as, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";
import { aVisit, report } from "./report-scene";

const database = await testDatabase();
const ADDRESS = "claire.martin@cabinet.example";

let anne: Actor;
let doctor = 0;
let letterId = "";

beforeEach(async () => {
  const sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctor = await aDoctorIn(database, sector);
  await database.pool.query(
    "insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on) values (441, $1, $2, $2, 'plain', 'cabinet', '2026-10-01')",
    [doctor, ADDRESS],
  );
  await report(database, anne, await aVisit(database, anne, doctor), { result: "later" });
  const { rows } = await database.pool.query<{ id: string }>("select id from follow_up_letter where doctor_id = $1", [
    doctor,
  ]);
  letterId = rows[0]!.id;
});

const open = (who = anne) => as(database, who, (ctx) => openLetter(ctx, letterId));
const work = (ask: LetterAsk, who = anne) => as(database, who, (ctx) => workOnLetter(ctx, letterId, ask));
const send = async (given: { to?: string; version?: number } = {}) => {
  const { version, subject, body } = await open();
  return work({ intent: "send", version, subject, body, to: ADDRESS, ...given });
};
const state = async () => (await open()).state;

/** The worker's desk, with a relay that does what the test says. */
function aDesk(deliver: (letter: Letter) => Promise<void>): Desk {
  return {
    step: (step) => as(database, anne, step),
    tools: { mailer: { deliver, close: async () => {} } } as unknown as Tools,
    stopping: new AbortController().signal,
  };
}
const run = (deliver: (letter: Letter) => Promise<void>) =>
  letterHandlers.sendFollowUpLetter({ letterId }, aDesk(deliver));
const failing = (facts: object) => async () => {
  throw Object.assign(new Error("relay"), facts);
};

describe("a follow-up letter", () => {
  it("is written again, sent once, and told", async () => {
    const { version, subject } = await open();
    await work({ intent: "save", version, subject, body: "Bonjour,\n\nÀ bientôt." });
    await send();
    expect(await state()).toBe("waiting");
    const left: Letter[] = [];
    for (let i = 0; i < 2; i++) await run(async (letter) => void left.push(letter));
    expect(left).toMatchObject([
      { to: ADDRESS, subject: "Suite à notre échange", reference: `suite-${letterId}`, replyTo: { name: "Anne Roy" } },
    ]);
    expect(left[0]?.text).toContain("À bientôt.");
    expect(await state()).toBe("sent");
    const { rows } = await database.pool.query("select name from audit_event where facts ->> 'letterId' = $1", [
      letterId,
    ]);
    expect(rows).toEqual([{ name: "letter.sent" }]);
  });

  it("killed between the relay and the telling is in doubt, and never sent again by itself", async () => {
    await send();
    await as(database, anne, (ctx) => takeLetter(ctx, letterId));
    const left: Letter[] = [];
    await run(async (letter) => void left.push(letter));
    expect(left).toEqual([]);
    expect(await state()).toBe("uncertain");
    await run(async (letter) => void left.push(letter));
    expect(left).toEqual([]);
  });

  it("in doubt is settled by a person, either way", async () => {
    await send();
    await run(failing({ code: "ECONNECTION", command: "CONN" }));
    expect(await state()).toBe("uncertain");
    const { version } = await open();
    await work({ intent: "write-again", version });
    expect(await state()).toBe("draft");
    await send();
    await run(failing({ code: "ETIMEDOUT" }));
    await work({ intent: "arrived", version: (await open()).version });
    expect(await state()).toBe("sent");
  });

  it("that the relay cannot take now waits, and one it will never take comes back with the reason", async () => {
    await send();
    await expect(run(failing({ responseCode: 451 }))).rejects.toThrow("relay");
    expect(await state()).toBe("waiting");
    await run(failing({ responseCode: 550 }));
    expect(await open()).toMatchObject({ state: "draft", failure: expect.stringContaining("a refusé ce courriel") });
  });

  it("does not leave once the doctor has objected, even at the last moment", async () => {
    await send();
    await as(database, anne, (ctx) => noteOptOut(ctx, doctor, { channel: "email", source: "par téléphone" }));
    await run(async () => expect.unreachable("a letter left"));
    expect(await open()).toMatchObject({
      state: "draft",
      failure: expect.stringContaining("ne souhaite plus recevoir"),
    });
    await expect(send()).rejects.toMatchObject({ refusal: "conflict", message: expect.stringContaining("imprimer") });
  });

  it("is taken back as long as it waits", async () => {
    await send();
    await work({ intent: "take-back", version: (await open()).version });
    await run(async () => expect.unreachable("a letter left"));
    expect(await state()).toBe("draft");
  });
});

describe("is refused", () => {
  it("an address other than the one on the button", async () => {
    await expect(send({ to: "b@example.fr" })).rejects.toMatchObject({
      refusal: "invalid",
      fields: { to: [expect.any(String)] },
    });
  });

  it("a version that has changed, and two people who send at once", async () => {
    const { version } = await open();
    const sent = await Promise.allSettled([send({ version }), send({ version })]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(work({ intent: "discard", version })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("a colleague who may read it, and somebody of another sector who may not", async () => {
    const { rows } = await database.pool.query<{ sector_id: number }>("select sector_id from doctor where id = $1", [
      doctor,
    ]);
    const colleague = await aDelegate(database, [rows[0]!.sector_id]);
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    expect(await open(colleague)).toMatchObject({ isMine: false });
    await expect(work({ intent: "discard", version: 1 }, colleague)).rejects.toMatchObject({ refusal: "conflict" });
    await expect(open(stranger)).rejects.toMatchObject({ refusal: "not-found", message: "Courriel introuvable." });
    letterId = randomUUID();
    await expect(open()).rejects.toMatchObject({ refusal: "not-found" });
  });
});
