import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { noteOptOut } from "~/doctors/opt-outs.server";
import type { Letter } from "~/mail/mailer";
import { candidateForm } from "~/recruiting/candidate.form";
import { openCandidate, workOnCandidate } from "~/recruiting/candidate-page.server";
import { doctorCandidates } from "~/recruiting/introductions.server";
import type { Tools } from "~/tools";
import type { Desk } from "~jobs/handler";
import { recruitingHandlers } from "~jobs/handlers/recruiting";
import { as, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { aCandidate } from "./scene";

const database = await testDatabase();
let anne: Actor;
let doctor = 0;
let candidate = "";

beforeEach(async () => {
  const sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctor = await aDoctorIn(database, sector, { phone: "0240010203" });
  await database.pool.query(
    "insert into doctor_stage (doctor_id, fund_id, stage, since) values ($1, 441, 'intends', now())",
    [doctor],
  );
  await database.pool.query(
    "insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on) values (441, $1, $2, $2, 'plain', 'cabinet', '2026-10-01')",
    [doctor, `dr${doctor}@cabinet.example`],
  );
  candidate = await aCandidate(database, anne);
});

const open = (who = anne) => as(database, who, (ctx) => openCandidate(ctx, candidate));
const work = (ask: object, who = anne) =>
  as(database, who, (ctx) => workOnCandidate(ctx, candidate, candidateForm.parse(ask)));
const propose = () => work({ intent: "propose", doctorId: doctor });
const answer = async (party: "candidate" | "doctor", said: "yes" | "no", given: object = {}) => {
  const { id, version } = (await open()).introductions[0]!;
  return work({ intent: "answer", introductionId: id, version, party, answer: said, on: "2026-11-20", ...given });
};

async function mails() {
  const { rows } = await database.pool.query<{ id: string; party: string; state: string }>(
    "select id, party, state from recruiting_mail where candidate_id = $1 order by party",
    [candidate],
  );
  return rows;
}
function aDesk(deliver: (letter: Letter) => Promise<void>): Desk {
  return {
    step: (step) => as(database, anne, step),
    tools: {
      mailer: { deliver, close: async () => {} },
      publicUrl: () => "https://tandem.example",
    } as unknown as Tools,
    stopping: new AbortController().signal,
  };
}
const run = (mailId: string, deliver: (letter: Letter) => Promise<void>) =>
  recruitingHandlers.sendRecruitingMail({ mailId }, aDesk(deliver));

describe("a candidate and a practice that recruits", () => {
  it("are found for each other, with the reasons, and proposed once", async () => {
    expect((await open()).practices).toMatchObject([
      {
        id: doctor,
        stage: "intends",
        match: { km: 0, isFit: true, reasons: expect.arrayContaining(["même commune"]) },
      },
    ]);
    const seen = await as(database, anne, (ctx) => doctorCandidates(ctx, String(doctor)));
    expect(seen.candidates.map(({ id }) => id)).toContain(candidate);
    await propose();
    expect((await open()).practices.map(({ id }) => id)).not.toContain(doctor);
    await expect(propose()).rejects.toMatchObject({ refusal: "conflict" });
    expect(await mails()).toEqual([]);
  });

  it("are written to only once both have agreed, and each once", async () => {
    await propose();
    await answer("candidate", "yes");
    expect(await mails()).toEqual([]);
    await answer("doctor", "yes");
    const [toCandidate, toDoctor] = await mails();
    const left: Letter[] = [];
    for (const { id } of [toCandidate!, toDoctor!, toCandidate!, toDoctor!])
      await run(id, async (letter) => void left.push(letter));
    expect(left).toMatchObject([
      { to: expect.stringContaining("@candidat.example"), replyTo: { name: "Anne Roy" } },
      { to: `dr${doctor}@cabinet.example` },
    ]);
    expect(left[0]!.text).toContain(`dr${doctor}@cabinet.example`);
    expect(left[0]!.text).toMatch(/https:\/\/tandem\.example\/candidat\/[\w.-]+\/stop/);
    expect(left[1]!.text).toContain("Secrétaire, Saint-Nazaire");
    expect((await open()).introductions[0]).toMatchObject({
      state: "introduced",
      mails: [
        { party: "candidate", state: "sent" },
        { party: "doctor", state: "sent" },
      ],
    });
    await expect(answer("doctor", "no")).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("may say no, and change their mind before anything left", async () => {
    await propose();
    await answer("doctor", "no");
    expect((await open()).introductions[0]).toMatchObject({ state: "refused", doctor_on: "2026-11-20" });
    await answer("doctor", "yes");
    expect((await open()).introductions[0]).toMatchObject({ state: "open" });
    expect(await mails()).toEqual([]);
  });

  it("are in doubt after a cut, and never written to again by themselves", async () => {
    await propose();
    await answer("candidate", "yes");
    await answer("doctor", "yes");
    const [first, second] = await mails();
    await run(first!.id, async () => {
      throw Object.assign(new Error("cut"), { code: "ESOCKET" });
    });
    await run(first!.id, async () => expect.unreachable());
    await run(second!.id, async () => {
      throw Object.assign(new Error("no such user"), { responseCode: 550 });
    });
    expect((await mails()).map(({ state }) => state)).toEqual(["uncertain", "dropped"]);
  });
});

describe("is refused", () => {
  it("an introduction to somebody who does not recruit, or of another sector", async () => {
    await database.pool.query("delete from doctor_stage where doctor_id = $1", [doctor]);
    await expect(propose()).rejects.toMatchObject({ refusal: "not-found" });
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    await expect(work({ intent: "propose", doctorId: doctor }, stranger)).rejects.toMatchObject({
      refusal: "not-found",
    });
    const tab = as(database, stranger, (ctx) => doctorCandidates(ctx, String(doctor)));
    await expect(tab).rejects.toMatchObject({ refusal: "not-found" });
    await database.pool.query(
      "insert into doctor_stage (doctor_id, fund_id, stage, since) values ($1, 441, 'intends', now())",
      [doctor],
    );
    await propose();
    expect((await open(stranger)).introductions).toEqual([]);
  });

  it("the second yes while the doctor may not be written to: nothing is noted", async () => {
    await propose();
    await answer("candidate", "yes");
    await as(database, anne, (ctx) => noteOptOut(ctx, doctor, { channel: "email", source: "par téléphone" }));
    await expect(answer("doctor", "yes")).rejects.toMatchObject({ refusal: "conflict" });
    expect((await open()).introductions[0]).toMatchObject({ state: "open", doctor_answer: null });
    expect(await mails()).toEqual([]);
  });

  it("an answer of tomorrow, and the slower of two", async () => {
    await propose();
    await expect(answer("doctor", "yes", { on: "2026-11-25" })).rejects.toMatchObject({ refusal: "invalid" });
    const { id, version } = (await open()).introductions[0]!;
    const asRead = { intent: "answer", introductionId: id, version, answer: "yes", on: "2026-11-20" };
    const both = await Promise.allSettled([
      work({ ...asRead, party: "doctor" }),
      work({ ...asRead, party: "candidate" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await mails()).toEqual([]);
  });
});
