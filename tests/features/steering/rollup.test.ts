import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "~/calendar/day";
import { STAGES } from "~/funnel/stage";
import { type Move, walk } from "~/funnel/walk";
import { actAs } from "~db/act-as";
import { checkFunnel, foldFunnel } from "~db/queries/funnel-fold";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");
const doctors: { id: number; fundId: number }[] = [];

beforeAll(async () => {
  await as(database, system, async (ctx) => {
    for (let rank = 0; rank < 16; rank++) {
      const fundId = rank % 4 === 0 ? ELSEWHERE : HERE;
      const verdict = ["yes", "unknown", "no"][rank % 3]!;
      const id = await aRankedDoctor(ctx, { fund_id: fundId, is_gp: rank % 2 === 0 }, { verdict });
      doctors.push({ id, fundId });
    }
  });
});

async function foldAll(): Promise<void> {
  for (;;) {
    const counted = await actAs(database.pool, system, (tx) => foldFunnel(tx, null, 5));
    if (counted === 0) return;
  }
}

const drift = (fundId: number) => actAs(database.pool, system, (tx) => checkFunnel(tx, fundId));

/** What somebody may do to one doctor; the day is of September. */
const act = fc.record({
  who: fc.nat(15),
  day: fc.integer({ min: 1, max: 28 }),
  what: fc.oneof(
    fc.constantFrom(...STAGES, "lost" as const).map((to) => ({ kind: "move" as const, to })),
    fc.constantFrom("yes", "no", "unknown").map((verdict) => ({ kind: "verdict" as const, verdict })),
    fc.constantFrom("ZIP", "ZAC", "HZ").map((zone) => ({ kind: "zone" as const, zone })),
    fc.constant({ kind: "undo" as const }),
    fc.constant({ kind: "left" as const }),
  ),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Raw statements, as any use case, repair or import may write them, committed one by one. */
async function perform({ who, day, what }: Act): Promise<void> {
  const { id, fundId } = doctors[who]!;
  const at = `2026-09-${String(day).padStart(2, "0")}T10:00:00Z`;
  const run = (text: string, values: unknown[]) => database.pool.query(text, values);
  if (what.kind === "verdict") await run("update score set verdict = $2 where doctor_id = $1", [id, what.verdict]);
  else if (what.kind === "zone") await run("update score set zone = $2 where doctor_id = $1", [id, what.zone]);
  else if (what.kind === "left") await run("delete from score where doctor_id = $1", [id]);
  else if (what.kind === "undo")
    await run("delete from funnel_move where id = (select max(id) from funnel_move where doctor_id = $1)", [id]);
  else {
    await run(
      "insert into funnel_move (fund_id, doctor_id, to_stage, cause, reason, at) values ($1, $2, $3, 'hand', 'raison', $4)",
      [fundId, id, what.to, at],
    );
    const lost = what.to === "lost";
    await run(
      `insert into doctor_stage (doctor_id, fund_id, stage, since, lost_at, lost_reason) values ($1, $2, $3, $4, $5, $6)
       on conflict (doctor_id) do update set stage = case when $7 then doctor_stage.stage else excluded.stage end, lost_at = $5, lost_reason = $6`,
      [id, fundId, lost ? "contacted" : what.to, at, lost ? at : null, lost ? "raison" : null, lost],
    );
  }
}

describe("the sums of the funnel", () => {
  it("equal a full count after any events in any order, counted at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), fc.nat(11), async (acts, at) => {
        for (const [turn, each] of acts.entries()) {
          await perform(each);
          if (turn === at) await foldAll();
        }
        await foldAll();
        expect([await drift(HERE), await drift(ELSEWHERE)]).toEqual([0, 0]);
      }),
      { numRuns: 25 },
    );
  });

  it("equal a full count after several write and count at once", async () => {
    const acts = fc.sample(act, { numRuns: 160, seed: 5 });
    const lanes = [0, 1, 2, 3].map(async (lane) => {
      for (const each of acts.filter(({ who }) => who % 4 === lane)) await perform(each);
    });
    const counting = [0, 1].map(async () => {
      for (let round = 0; round < 30; round++) await actAs(database.pool, system, (tx) => foldFunnel(tx, null, 3));
    });
    await Promise.all([...lanes, ...counting]);
    await foldAll();
    expect([await drift(HERE), await drift(ELSEWHERE)]).toEqual([0, 0]);
  });

  it("wait for a transaction that is still open, and count it once it is committed", async () => {
    const slow = await database.pool.connect();
    await slow.query("begin");
    await slow.query("update score set zone = 'ZV' where doctor_id = $1", [doctors[1]!.id]);
    await slow.query(
      "insert into doctor_stage (doctor_id, fund_id, stage, since) values ($1, $2, 'signed', now()) on conflict (doctor_id) do update set stage = 'signed'",
      [doctors[1]!.id, doctors[1]!.fundId],
    );
    await foldAll();
    await slow.query("commit");
    slow.release();
    await foldAll();
    const { rows } = await database.pool.query("select place from funnel_doctor where doctor_id = $1", [
      doctors[1]!.id,
    ]);
    expect(rows).toEqual([{ place: 8 }]);
    expect(await drift(HERE)).toBe(0);
  });

  it("walk through the moves as the rule does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ to: fc.constantFrom(...STAGES, "lost" as const), hours: fc.nat(2_000) }), {
          maxLength: 10,
        }),
        async (steps) => {
          const { id, fundId } = doctors[2]!;
          await database.pool.query("delete from funnel_move where doctor_id = $1", [id]);
          await database.pool.query("update score set verdict = 'yes' where doctor_id = $1", [id]);
          const start = Date.parse("2026-03-01T00:00:00Z");
          const moves = steps.map(({ to, hours }) => ({ to, at: new Date(start + hours * 3_600_000) }));
          for (const { to, at } of moves)
            await database.pool.query(
              "insert into funnel_move (fund_id, doctor_id, to_stage, cause, at) values ($1, $2, $3, 'hand', $4)",
              [fundId, id, to, at],
            );
          const inOrder = moves.toSorted((a, b) => a.at.getTime() - b.at.getTime());
          const told = walk(inOrder.map(({ to, at }): Move => ({ to, day: dayOf(at) })));
          await ranked(id, fundId);
          const { rows } = await database.pool.query<{ reached: string[] | null; waited: (number | null)[] | null }>(
            "select reached, waited from tandem.funnel_sheet($1::bigint[])",
            [[id]],
          );
          expect(rows[0]?.reached ?? STAGES.map(() => null)).toEqual(
            STAGES.map((stage) => told.reached[stage] ?? null),
          );
          expect(rows[0]?.waited ?? STAGES.map(() => null)).toEqual(STAGES.map((stage) => told.waited[stage] ?? null));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are mended, and say by how much they differed", async () => {
    await foldAll();
    await database.pool.query("update funnel_tally set doctors = doctors + 3 where measure = 'now' and fund_id = $1", [
      ELSEWHERE,
    ]);
    expect(await drift(ELSEWHERE)).toBeGreaterThan(0);
    expect(await drift(ELSEWHERE)).toBe(0);
  });

  it("count a change of thousands by the fund and not by the doctor", async () => {
    await foldAll();
    await database.pool.query(
      "select tandem.mark_funnel(array_fill(441, array[1001]), (select array_agg(i) from generate_series(1, 1001) i))",
    );
    const { rows } = await database.pool.query("select fund_id, doctor_id from funnel_mark");
    expect(rows).toEqual([{ fund_id: HERE, doctor_id: null }]);
    await foldAll();
    expect(await drift(HERE)).toBe(0);
  });
});

async function ranked(id: number, fundId: number): Promise<void> {
  await database.pool.query(
    `insert into score (doctor_id, fund_id, is_gp, specialty, verdict, priority, zone_points, threshold_points, band_points,
       colleague_points, freshness_points, unknown_points, failing, unresolved, version)
     values ($1, $2, true, 'general-practice', 'yes', 1, 0, 0, 0, 0, 0, 0, 0, 0, 'v') on conflict do nothing`,
    [id, fundId],
  );
}
