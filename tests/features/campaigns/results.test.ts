import { beforeEach, expect, it } from "vitest";
import { approveCampaign } from "~/campaigns/approval.server";
import { draftCampaign, editCampaign, startCampaign } from "~/campaigns/campaigns.server";
import { letterToSend, USUAL_FRAME } from "~/campaigns/ingredients.server";
import { openResultRows, openResults } from "~/campaigns/results/results.server";
import { compareCampaigns } from "~/campaigns/results/side-by-side.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { seedDoctors } from "./post-office";

const database = await testDatabase();
const { pool } = database;
const officer = anActor("campaign_officer");
let id = "";

/** Two hundred doctors in practices of two, a fifth kept aside; gone thirty days ago. */
beforeEach(async () => {
  await pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, opt_out, outbox, visit, follow_up cascade",
  );
  await seedDoctors(database, 200);
  id = await as(database, officer, async (ctx) => {
    const made = await draftCampaign(ctx, { fundId: HERE, name: "Essai", category: "information", holdoutPercent: 20 });
    await editCampaign(ctx, made, { ...(await letterToSend(ctx, "demo")), ...USUAL_FRAME });
    await approveCampaign(ctx, made);
    await startCampaign(ctx, made);
    return made;
  });
  await pool.query("update campaign set started_at = now() - interval '30 days'");
  await pool.query(
    "update recipient set state = 'accepted', settled_at = now() - interval '30 days' where state = 'waiting'",
  );
});

const results = () => as(database, officer, (ctx) => openResults(ctx, id)).then(({ results: found }) => found!);
const rows = (liste: Parameters<typeof openResultRows>[2]["liste"], apres = 0) =>
  as(database, officer, (ctx) => openResultRows(ctx, id, { liste, apres }));
const doctorsOf = async (condition: string): Promise<number[]> =>
  (await pool.query(`select doctor_id from recipient where ${condition} order by id`)).rows.map((row) =>
    Number(row.doctor_id),
  );
let minute = 0;
const aVisit = (doctorId: number, state: string, daysAgo: number) => {
  minute += 2;
  return pool.query(
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness, created_at)
    select $1, id, $2, now() + make_interval(mins => $5), now() + make_interval(mins => $5 + 1), 'Europe/Paris', $3, 'fixed',
      now() - make_interval(days => $4) from account limit 1`,
    [HERE, doctorId, state, daysAgo, minute],
  );
};

it("counts visits taken after the letter on both sides, by practice, and opens the doctors", async () => {
  const [first, second, third] = await doctorsOf("state = 'accepted'");
  const [aside] = await doctorsOf("state = 'held_out'");
  await aVisit(first!, "booked", 10);
  await aVisit(first!, "done", 5);
  await aVisit(second!, "proposed", 10);
  await aVisit(third!, "booked", 31);
  await aVisit(aside!, "done", 29);
  const { visits } = await results();
  expect([visits.letter.successes, visits.holdout.successes]).toEqual([1, 1]);
  expect(visits.letter.doctors + visits.holdout.doctors).toBe(200);
  // Practices hold two doctors and are drawn whole, but for the first and the last, which have one.
  expect(visits.letter.practices + visits.holdout.practices).toBe(101);
  expect((await rows("letter-visits")).rows.map(({ doctor_id }) => Number(doctor_id))).toEqual([first]);
  expect((await rows("holdout-visits")).rows.map(({ doctor_id }) => Number(doctor_id))).toEqual([aside]);
});

it("says that it cannot conclude, and what it would take", async () => {
  const [first] = await doctorsOf("state = 'accepted'");
  await aVisit(first!, "booked", 10);
  const { visits, contracts } = await results();
  expect(visits.effect.verdict).toBe("undecided");
  expect(visits.outlook).not.toBeNull();
  expect(contracts.outlook).toEqual({ kind: "no-gap" });
});

it("finds an effect that is there", async () => {
  for (const doctorId of (await doctorsOf("state = 'accepted'")).filter((_, rank) => rank % 2 === 0))
    await aVisit(doctorId, "done", 10);
  const { visits } = await results();
  expect(visits.effect.verdict).toBe("more");
  expect(visits.effect.interval!.low).toBeGreaterThan(0);
});

it("counts contracts, refusals, oppositions and requests, each with its rows", async () => {
  const [first, second, third, fourth] = await doctorsOf("state = 'accepted'");
  await pool.query(
    "insert into funnel_move (fund_id, doctor_id, to_stage, cause, at) values ($1, $2, 'signed', 'contract', now() - interval '3 days')",
    [HERE, first],
  );
  await pool.query("update recipient set outcome = 'bounced' where doctor_id = $1", [second]);
  await pool.query(
    "insert into opt_out (fund_id, doctor_id, channel, source, noted_at) values ($1, $2, 'email', 'lien de désinscription', now()), ($1, $3, 'email', 'par téléphone', now())",
    [HERE, third, fourth],
  );
  await pool.query(
    `insert into follow_up (id, fund_id, doctor_id, delegate_id, kind, due_on)
    select (left($1::text, 24) || '000000000001')::uuid, $2, $3, id, 'visit', current_date from account limit 1`,
    [id, HERE, fourth],
  );
  const found = await results();
  expect(found.contracts.letter.successes).toBe(1);
  expect(found.counts).toMatchObject({ refused: 1, opposed: 1, asked: 1, complained: 0, delivered: 0 });
  expect((await rows("opposed")).rows.map(({ doctor_id }) => Number(doctor_id))).toEqual([third]);
  expect((await rows("asked")).rows.map(({ doctor_id }) => Number(doctor_id))).toEqual([fourth]);
});

it("pages through long lists without losing anybody", async () => {
  const seen: number[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof rows>> = await rows("accepted", after);
    seen.push(...page.rows.map(({ id: row }) => Number(row)));
    after = page.next;
  }
  expect(new Set(seen).size).toBe((await rows("accepted")).count);
});

it("stands beside the other campaigns that are over, judged as on its own page, and is nobody else's", async () => {
  const compare = (actor = officer) =>
    as(database, actor, (ctx) => compareCampaigns(ctx, { mesure: "visites" })).then(({ campaigns }) => campaigns);
  expect(await compare()).toEqual([]);
  await pool.query("update campaign set state = 'finished', finished_at = now()");
  const [campaign] = await compare();
  expect(campaign).toMatchObject({ id, name: "Essai" });
  expect(campaign!.effect).toEqual((await results()).visits.effect);
  expect(await compare(anActor("campaign_officer", { fundIds: [ELSEWHERE] }))).toEqual([]);
});

it("has no results before the first letter, and is nobody else's", async () => {
  await pool.query("update campaign set started_at = null");
  expect((await as(database, officer, (ctx) => openResults(ctx, id))).results).toBeNull();
  const foreigner = anActor("campaign_officer", { fundIds: [ELSEWHERE] });
  await expect(as(database, foreigner, (ctx) => openResults(ctx, id))).rejects.toThrow("introuvable");
  await expect(
    as(database, foreigner, (ctx) => openResultRows(ctx, id, { liste: "accepted", apres: 0 })),
  ).rejects.toThrow("introuvable");
});
