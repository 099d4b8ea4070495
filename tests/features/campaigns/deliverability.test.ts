import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { takeInBounce } from "~/campaigns/bounces/bounces.server";
import { returnPath } from "~/campaigns/bounces/verp";
import { draftCampaign } from "~/campaigns/campaigns.server";
import { answerAboutAddress, openQuestion } from "~/campaigns/deliverability/answering.server";
import { answerForm, type DeliverabilitySearch } from "~/campaigns/deliverability/deliverability.form";
import { messageFile, openDeliverability, openMessage } from "~/campaigns/deliverability/deliverability.server";
import { actOnReturns } from "~/campaigns/deliverability/judging.server";
import { audienceCounts, everybody } from "~db/queries/audience";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { seedDoctors } from "./post-office";

const database = await testDatabase();
const { pool } = database;
const OFFICER = "00000000-0000-4000-8000-0000000000a1";
const DELEGATE = "00000000-0000-4000-8000-0000000000a2";
const officer = anActor("campaign_officer", { id: OFFICER });
const foreigner = anActor("campaign_officer", { fundIds: [ELSEWHERE] });
let delegate: Actor;
let other: Actor;
let ids: number[] = [];
let doctors: number[] = [];

/** Four letters gone; the first refused during the exchange, the second come back afterwards. */
beforeEach(async () => {
  await pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, address_suppression, bounce_message, bounce_judgement, address_question, follow_up, sector cascade",
  );
  await pool.query(
    `insert into account (id, name, email, role, fund_id) values ($1, 'Officier', 'o@caisse.example', 'campaign_officer', $3),
      ($2, 'Dina Delage', 'd@caisse.example', 'delegate', $3) on conflict do nothing`,
    [OFFICER, DELEGATE, HERE],
  );
  await seedDoctors(database, 4);
  const { rows: sectors } = await pool.query(
    "insert into sector (name, fund_id) values ('Nord', $1), ('Sud', $1) returning id",
    [HERE],
  );
  const [north, south] = sectors.map(({ id }) => Number(id));
  await pool.query("update doctor set sector_id = $1", [north]);
  await pool.query("insert into delegate_sector (fund_id, account_id, sector_id) values ($1, $2, $3)", [
    HERE,
    DELEGATE,
    north,
  ]);
  delegate = anActor("delegate", { id: DELEGATE, sectorIds: [north!] });
  other = anActor("delegate", { sectorIds: [south!] });
  const campaignId = await as(database, officer, (ctx) =>
    draftCampaign(ctx, { fundId: HERE, name: "Essai", category: "information", holdoutPercent: 0 }),
  );
  const { rows } = await pool.query(
    `insert into recipient (campaign_id, fund_id, doctor_id, address, fingerprint, provider, zone, department, state, settled_at)
    select $1, d.fund_id, d.id, e.address, sha256(i.link_secret || convert_to(e.address, 'UTF8')), 'others', 'Europe/Paris', '44', 'accepted', now()
    from doctor d join doctor_email e on e.doctor_id = d.id, installation i order by d.id returning id, doctor_id`,
    [campaignId],
  );
  ids = rows.map(({ id }) => Number(id));
  doctors = rows.map(({ doctor_id }) => Number(doctor_id));
  await pool.query(
    "update recipient set state = 'rejected', class = 'hard', reply = '550 5.1.1 unknown' where id = $1",
    [ids[0]],
  );
  await pool.query("update recipient set outcome = 'bounced', outcome_at = now() where id = $1", [ids[1]]);
  await keep(ids[1]!, "bounce", "mailbox-full", "Subject: Pleine\r\n\r\n552 5.2.2 boîte pleine");
  await pool.query(
    "insert into address_suppression (fingerprint, reason) select fingerprint, 'bounce' from recipient where id = any($1)",
    [ids.slice(0, 2)],
  );
});

const keep = (recipientId: number | null, kind: string, name: string | null, text: string) =>
  pool.query(
    "insert into bounce_message (digest, fund_id, recipient_id, kind, class, diagnostic, raw) values ($1, $2, $3, $4, $5, $6, $7)",
    [
      createHash("sha256").update(text).digest(),
      recipientId === null ? null : HERE,
      recipientId,
      kind,
      name,
      "",
      Buffer.from(text),
    ],
  );
const open = (search: Partial<DeliverabilitySearch> = {}, actor = officer) =>
  as(database, actor, (ctx) => openDeliverability(ctx, { vue: "rebonds", page: 1, ...search } as DeliverabilitySearch));
const act = (ask: Parameters<typeof actOnReturns>[1], actor = officer) =>
  as(database, actor, (ctx) => actOnReturns(ctx, ask));
const returned = async (search: Partial<DeliverabilitySearch> = {}) => {
  const { list } = await open(search);
  return list.kind === "returned" ? list.rows.map(({ id, cause }) => [Number(id), cause]) : [];
};
const excluded = () =>
  as(database, officer, ({ tx }) =>
    audienceCounts(tx, {
      campaignId: "00000000-0000-4000-8000-00000000dead",
      condition: everybody(),
      fundIds: [HERE],
      category: "statutory",
      holdoutPercent: 0,
      most: null,
      providers: {},
      others: "others",
      budget: 9,
    }),
  );
const answering = (ask: Record<string, unknown>, actor = delegate) =>
  as(database, actor, (ctx) => answerAboutAddress(ctx, String(doctors[0]), answerForm.parse(ask)));

describe("what came back", () => {
  it("shows refusals during the exchange and bounces afterwards alike, by cause", async () => {
    expect(await returned()).toEqual([
      [ids[1], "full"],
      [ids[0], "hard"],
    ]);
    expect(await returned({ motif: "hard" })).toEqual([[ids[0], "hard"]]);
    expect(await returned({ avant: ids[1]! })).toEqual([[ids[0], "hard"]]);
  });

  it("keeps auto-replies, complaints and what nobody could read apart, and says how each provider fares", async () => {
    await keep(ids[2]!, "auto-reply", null, "Subject: Absente\r\n\r\nfermé");
    await keep(ids[3]!, "unknown", null, "Subject: ?\r\n\r\nqui ?");
    const { counts, providers } = await open();
    expect(counts).toMatchObject({ rebonds: 2, "reponses-automatiques": 1, "a-lire": 1, plaintes: 0 });
    expect(providers).toMatchObject([{ provider: "others", handed: 4, returned: 2 }]);
    expect(providers[0]!.rate!.interval.high).toBeGreaterThan(0.5);
  });

  it("opens the raw message whole, with what would not show made visible", async () => {
    await keep(ids[2]!, "unknown", null, "Subject: \u202eEvil\r\n folded\r\n\r\n<script>alert(1)</script>\u0000");
    const { list } = await open({ vue: "a-lire" });
    const digest = list.kind === "messages" ? list.rows[0]!.digest : "";
    const message = await as(database, officer, (ctx) => openMessage(ctx, digest));
    expect(message.headers).toEqual([{ name: "Subject", value: "·Evil folded" }]);
    expect(message.text).toContain("<script>alert(1)</script>·");
    const { raw } = await as(database, officer, (ctx) => messageFile(ctx, digest));
    expect(raw.toString()).toContain("\u0000");
    await expect(as(database, foreigner, (ctx) => openMessage(ctx, digest))).rejects.toThrow("introuvable");
    await expect(as(database, officer, (ctx) => openMessage(ctx, "nonsense"))).rejects.toThrow("introuvable");
  });
});

describe("a false bounce", () => {
  it("is lifted with its reason, journaled, and put back as it was", async () => {
    expect(await excluded()).toEqual({ bounce: 2, planned: 2 });
    const { undo } = await act({ intent: "judge-false", recipientId: ids[1]!, reason: "misread" });
    expect(await excluded()).toEqual({ bounce: 1, planned: 3 });
    expect(await returned()).toEqual([[ids[0], "hard"]]);
    expect(undo).toEqual({ intent: "restore", recipientId: ids[1] });
    await act({ intent: "restore", recipientId: ids[1]! });
    expect(await excluded()).toEqual({ bounce: 2, planned: 2 });
    expect(await returned()).toHaveLength(2);
    const { rows } = await pool.query("select name, facts from audit_event where name like 'bounce.%' order by at, id");
    expect(rows.map(({ name }) => name)).toEqual(["bounce.judged-false", "bounce.restored"]);
    expect(rows[0].facts).toMatchObject({ reason: "misread" });
  });

  it("does not hide the next one: a letter that comes back again is there again, and judged again", async () => {
    await act({ intent: "judge-false", recipientId: ids[1]!, reason: "passing" });
    const raw = Buffer.from("Subject: encore\r\n\r\n550");
    const recipientId = ids[1]!;
    await as(database, officer, async (ctx) => {
      const secret = (await ctx.tx.selectFrom("installation").select("link_secret").executeTakeFirstOrThrow())
        .link_secret;
      const to = returnPath(recipientId, secret, "retours@caisse.example");
      await takeInBounce(ctx, raw, {
        kind: "bounce",
        clues: { returnPaths: [to], originalRecipients: [], finalRecipients: [], messageIds: [] },
        reports: [],
        status: "5.1.1",
        diagnostic: "550 5.1.1",
        class: "hard",
      });
    });
    expect(await returned()).toHaveLength(2);
    expect(await excluded()).toEqual({ bounce: 2, planned: 2 });
    await act({ intent: "judge-false", recipientId, reason: "confirmed" });
    expect(await excluded()).toEqual({ bounce: 1, planned: 3 });
  });

  it("is refused twice, for a letter that did not come back, for a complaint, and for another fund", async () => {
    await act({ intent: "judge-false", recipientId: ids[0]!, reason: "passing" });
    const judge = (recipientId: number, actor = officer) =>
      act({ intent: "judge-false", recipientId, reason: "other" }, actor);
    await expect(judge(ids[0]!)).rejects.toThrow("déjà");
    await expect(judge(ids[2]!)).rejects.toThrow("n'est pas revenu");
    await pool.query("update address_suppression set reason = 'complaint'");
    await expect(judge(ids[1]!)).rejects.toThrow("opposition");
    await expect(judge(ids[1]!, foreigner)).rejects.toThrow("introuvable");
  });
});

describe("an address to correct", () => {
  const ask = async () => {
    const { undo } = await act({ intent: "ask-address", recipientId: ids[0]! });
    return String(undo!.questionId);
  };

  it("is asked of the delegate among their follow-ups, and what the doctor gives is written to again", async () => {
    const questionId = await ask();
    const { rows } = await pool.query("select kind, state, delegate_id from follow_up");
    expect(rows).toEqual([{ kind: "address", state: "open", delegate_id: DELEGATE }]);
    const { question } = await as(database, delegate, (ctx) => openQuestion(ctx, String(doctors[0])));
    expect(question).toMatchObject({ id: questionId, address: "doctor1@cabinet.example" });
    await answering({ questionId, answer: "given", address: " Nouvelle@Cabinet.example ", confirmed: "oui" });
    expect(await excluded()).toEqual({ bounce: 1, planned: 3 });
    const emails = await pool.query(
      "select address, source, noted_on from doctor_email where doctor_id = $1 order by noted_on desc",
      [doctors[0]],
    );
    expect(emails.rows[0]).toMatchObject({
      address: "nouvelle@cabinet.example",
      source: expect.stringContaining("donnée par le médecin"),
    });
    expect((await pool.query("select state from follow_up")).rows).toEqual([{ state: "done" }]);
    await expect(answering({ questionId, answer: "none" })).rejects.toThrow("déjà reçu sa réponse");
    const { list } = await open({ vue: "a-corriger" });
    expect(list.kind === "questions" && list.rows[0]).toMatchObject({ answer: "given", delegate: "Dina Delage" });
  });

  it("needs the doctor's own word, a complete address, and not one that failed", async () => {
    const questionId = await ask();
    expect(answerForm.safeParse({ questionId, answer: "given", address: "a@b.fr" }).success).toBe(false);
    const give = (address: string) => answering({ questionId, answer: "given", address, confirmed: "oui" });
    await expect(give("pas une adresse")).rejects.toMatchObject({
      fields: { address: [expect.stringContaining("complète")] },
    });
    await expect(give("dr@aura.mssante.fr")).rejects.toMatchObject({
      fields: { address: [expect.stringContaining("réservée")] },
    });
    await expect(give("Doctor2@cabinet.example")).rejects.toMatchObject({
      fields: { address: [expect.stringContaining("revenu")] },
    });
    expect(await excluded()).toEqual({ bounce: 2, planned: 2 });
  });

  it("is asked once, and taken back", async () => {
    const questionId = await ask();
    await expect(ask()).rejects.toThrow("déjà posée");
    await act({ intent: "withdraw", questionId });
    expect((await pool.query("select from follow_up")).rowCount).toBe(0);
    await expect(act({ intent: "withdraw", questionId })).rejects.toThrow("retirée");
  });

  it("is nobody else's: not the next sector's, not another fund's", async () => {
    const questionId = await ask();
    await expect(as(database, other, (ctx) => openQuestion(ctx, String(doctors[0])))).rejects.toThrow("introuvable");
    await expect(answering({ questionId, answer: "none" }, other)).rejects.toThrow("introuvable");
    await expect(act({ intent: "withdraw", questionId }, foreigner)).rejects.toThrow("retirée");
    await expect(act({ intent: "ask-address", recipientId: ids[1]! }, foreigner)).rejects.toThrow("introuvable");
  });

  it("cannot be asked where nobody visits", async () => {
    await pool.query("delete from delegate_sector");
    await expect(ask()).rejects.toThrow("n'a pas de délégué");
  });
});
