import { expect, it } from "vitest";
import { NEAR_MISSES } from "~/segments/near-misses";
import { openNew } from "~/segments/open.server";
import { anActor, as, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");

it("shows a delegate their near misses, the nearest to the line first, whatever their priority", async () => {
  const [here, there] = await as(database, system, async (ctx) => [await aSector(ctx), await aSector(ctx)]);
  const near = (mt_total: number, priority: number, sector_id = here!) =>
    as(database, system, (ctx) =>
      aRankedDoctor(ctx, { sector_id, facts: { mt_total, newly_settled: false } }, { verdict: "no", priority }),
    );
  const [far, nearest] = [await near(730, 900), await near(770, 100)];
  await near(760, 500, there);
  await near(700, 500);

  const delegate = anActor("delegate", { sectorIds: [here!] });
  const { figures, mayCompose } = await as(database, delegate, (ctx) => openNew(ctx, JSON.stringify(NEAR_MISSES)));
  expect(figures!.first.map(({ id }) => id)).toEqual([nearest, far]);
  expect(mayCompose).toBe(false);
});
