import { beforeAll, expect, it } from "vitest";
import { factsOf, NOTHING_KNOWN, priorityFactsOf } from "~/doctors/facts-of";
import { scoreFund } from "~/doctors/scoring.server";
import { assess } from "~/eligibility/assess";
import { masksOf } from "~/eligibility/criterion-bits";
import { priorityOf } from "~/eligibility/priority";
import { versionOn } from "~/eligibility/versions/index";
import { DEFAULT_WEIGHTS, type Weights } from "~/eligibility/weights";
import { doctorFactsOf } from "~db/queries/doctor-facts";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { aCrowd, FUND_IDS, type Somebody, settle, TODAY, zoneOf } from "./crowd";

const database = await testDatabase();
const system = anActor("system");
const version = versionOn(TODAY, "INDIVIDUAL")!;
const crowd = aCrowd(3_000, 20_261_124);

/** The country's weights, a fund's own, and a fund's that name only some of them. */
const WEIGHTS: Record<number, Weights> = {
  [HERE]: DEFAULT_WEIGHTS,
  [ELSEWHERE]: { zip: 7, zac: 3, threshold: 59, patients: 31, colleagues: 1000, freshness: 0, question: 11 },
  531: { ...DEFAULT_WEIGHTS, threshold: 1, question: 1 },
};

beforeAll(async () => {
  await settle(database, crowd);
  await database.pool.query("insert into weights (fund_id, points) values ($1, $2), (531, $3)", [
    ELSEWHERE,
    JSON.stringify(WEIGHTS[ELSEWHERE]),
    JSON.stringify({ threshold: 1, question: 1 }),
  ]);
  for (const fundId of FUND_IDS) await as(database, system, (ctx) => scoreFund(ctx, fundId));
});

/** What the rules say of one person, without a database. */
function judged(person: Somebody, signedColleagues: number) {
  const { hasFacts, fund_id, contacted_on, ...facts } = person;
  const row = { ...(hasFacts ? facts : { ...facts, ...NOTHING_KNOWN }), zone: zoneOf(person.commune_code) };
  const assessment = assess(factsOf(row), version, TODAY);
  const { failing, unresolved } = masksOf(assessment);
  const asked = { ...row, contacted_on: hasFacts ? contacted_on : null, signed_colleagues: signedColleagues };
  const priority = priorityOf(
    priorityFactsOf(asked, version, bitsIn(unresolved)),
    assessment.verdict,
    WEIGHTS[fund_id]!,
    TODAY,
  );
  const points = Object.fromEntries(priority.parts.map((part) => [part.code, part.points]));
  return { verdict: assessment.verdict, failing, unresolved, priority: priority.total, ...points };
}

const bitsIn = (mask: number) => mask.toString(2).replaceAll("0", "").length;

function signedColleagues(person: Somebody): number {
  if (person.practice_key === null) return 0;
  return crowd.filter(
    (other) =>
      other !== person &&
      other.hasFacts &&
      other.signed_on !== null &&
      other.fund_id === person.fund_id &&
      other.practice_key === person.practice_key,
  ).length;
}

it("judges three thousand doctors in one statement as the rules do one by one, to the last point", async () => {
  const { rows } = await database.pool.query(
    `select d.rpps, s.verdict, s.failing, s.unresolved, s.priority, s.zone_points as "ZONE", s.threshold_points as "THRESHOLD",
       s.band_points as "PATIENTS", s.colleague_points as "COLLEAGUES", s.freshness_points as "FRESHNESS", s.unknown_points as "QUESTION"
     from score s join doctor d on d.id = s.doctor_id order by d.rpps::integer`,
  );
  expect(rows).toHaveLength(crowd.length);
  const differing = rows.flatMap(({ rpps, ...stored }) => {
    const person = crowd[Number(rpps)]!;
    const expected = judged(person, signedColleagues(person));
    return JSON.stringify(sorted(stored)) === JSON.stringify(sorted(expected)) ? [] : [{ person, stored, expected }];
  });
  expect(differing.slice(0, 3)).toEqual([]);
});

const sorted = (object: object) => Object.entries(object).sort(([a], [b]) => a.localeCompare(b));

it("met every verdict, every criterion and every part on the way", async () => {
  const { rows } = await database.pool.query(
    `select array_agg(distinct verdict order by verdict) as verdicts, bit_or(failing) as failing, bit_or(unresolved) as unresolved,
       bool_and(exists (select from score o where o.fund_id = f)) as funds, max(colleague_points) as colleagues,
       min(freshness_points) as freshness, count(distinct threshold_points) > 50 as near
     from score, unnest($1::integer[]) f`,
    [FUND_IDS],
  );
  // Unresolved: the sector, the clinical share, the patients and the file active; the other two are known or not asked.
  expect(rows[0]).toEqual({
    verdicts: ["no", "unknown", "yes"],
    failing: 0b011111,
    unresolved: 0b111100,
    funds: true,
    colleagues: 1000,
    freshness: 0,
    near: true,
  });
});

it("ranks a doctor with the facts that the doctor's page reads", async () => {
  const { rows } = await database.pool.query("select id, rpps, fund_id from doctor order by md5(rpps) limit 40");
  await as(database, system, async (ctx) => {
    for (const { id, rpps } of rows) {
      const read = (await doctorFactsOf(ctx.tx, id, TODAY))!;
      const person = crowd[Number(rpps)]!;
      expect([rpps, read.zone, read.signed_colleagues]).toEqual([
        rpps,
        zoneOf(person.commune_code),
        signedColleagues(person),
      ]);
    }
  });
});

it("writes nothing when nothing has changed", async () => {
  const before = await rowVersions(database);
  for (const fundId of FUND_IDS) expect(await as(database, system, (ctx) => scoreFund(ctx, fundId))).toBe(0);
  expect(await rowVersions(database)).toEqual(before);
});

it("writes, the next day, those whom the day changed and nobody else", async () => {
  const tomorrow = new Date("2026-11-25T11:00:00Z");
  const count = async () =>
    (await database.pool.query("select count(*) as n from score where computed_at > now() - interval '1 hour'")).rows[0]
      .n;
  expect(await count()).toBe(crowd.length);
  const before = await database.pool.query("select doctor_id, xmin::text from score where fund_id = $1 order by 1", [
    HERE,
  ]);
  const changed = await as(database, system, (ctx) => scoreFund(ctx, HERE), tomorrow);
  const after = await database.pool.query("select doctor_id, xmin::text from score where fund_id = $1 order by 1", [
    HERE,
  ]);
  const rewritten = after.rows.filter((row, at) => row.xmin !== before.rows[at].xmin);
  expect(rewritten).toHaveLength(changed);
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(before.rows.length);
});
