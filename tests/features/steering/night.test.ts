import { beforeAll, expect, it } from "vitest";
import { moveStage } from "~/funnel/funnel.server";
import { funnelSearch } from "~/steering/funnel/funnel.form";
import { funnelPage } from "~/steering/funnel/funnel.server";
import type { Desk } from "~jobs/handler";
import { steeringHandlers } from "~jobs/handlers/steering";
import { anActor, as, HERE, testDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";

const database = await testDatabase();
const desk: Desk = {
  step: (work) => as(database, anActor("system"), work),
  tools: undefined as never, // counting talks to nobody
  stopping: new AbortController().signal,
};
const now = () =>
  database.pool
    .query(
      "select label, sum(doctors)::integer as n from funnel_tally where measure = 'whole-now' group by 1 order by 1",
    )
    .then(({ rows }) => rows);

beforeAll(async () => {
  await as(database, anActor(), async (ctx) => {
    const id = await aRankedDoctor(ctx);
    await aRankedDoctor(ctx, {}, { verdict: "unknown" });
    await moveStage(ctx, { id, fundId: HERE }, "contacted", "letter");
  });
});

it("every minute counts what happened, and twice comes to the same", async () => {
  await steeringHandlers.foldFunnel({}, desk);
  const once = await now();
  expect(once).toEqual([
    { label: "contacted", n: 1 },
    { label: "target", n: 1 },
  ]);
  await steeringHandlers.foldFunnel({}, desk);
  expect(await now()).toEqual(once);
});

it("every night finds nothing to say when the sums are right", async () => {
  await steeringHandlers.checkFunnel({}, desk);
  const { rows } = await database.pool.query("select differing from funnel_check where fund_id = $1", [HERE]);
  expect(rows).toEqual([{ differing: 0 }]);
});

it("a difference is mended, told on the page, and fails the task", async () => {
  await database.pool.query("update funnel_tally set doctors = doctors + 1 where label = 'contacted'");
  await expect(steeringHandlers.checkFunnel({}, desk)).rejects.toThrow(`${HERE}: `);
  expect(await now()).toContainEqual({ label: "contacted", n: 1 });
  const page = await as(database, anActor(), (ctx) => funnelPage(ctx, funnelSearch.parse({})));
  expect(page.checks[0]!.differing).toBeGreaterThan(0);
  await steeringHandlers.checkFunnel({}, desk);
  const { rows } = await database.pool.query(
    "select differing, last_differing > 0 as told from funnel_check where fund_id = $1",
    [HERE],
  );
  expect(rows).toEqual([{ differing: 0, told: true }]);
});
