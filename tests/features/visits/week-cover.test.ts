import { expect, it } from "vitest";
import { actorFrom } from "~/access/actor";
import type { Actor } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { gatherWeek } from "~/visits/week/gathering-week.server";
import { actAs } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { as, HERE, testDatabase } from "../../support/database";
import { aDelegate, aSectorIn } from "./field";
import { aBase, WEEK, worthyDoctors } from "./week-field";

const database = await testDatabase();

/** As the doorway reads them: with the sectors of the colleagues they stand in for today. */
async function signedIn({ id }: Actor): Promise<Actor> {
  const door = { id: "", scope: "door", fundIds: [], sectorIds: [] } as const;
  return actorFrom((await actAs(database.pool, door, (tx) => activeAccount(tx, id)))!);
}

const seenBy = (actor: Actor) =>
  as(database, actor, async (ctx) => {
    const gathered = await gatherWeek(ctx, { weekOn: WEEK, planId: null }, { suggestions: "forgotten" });
    return [...gathered!.stops.values()].map(({ doctor }) => doctor.id).sort((a, b) => a - b);
  });

it("the week of who stands in for an absent colleague takes their doctors, while the cover lasts", async () => {
  const [own, covered] = [await aSectorIn(database), await aSectorIn(database)];
  const julie = await aDelegate(database, [own], { name: "Julie" });
  const eric = await aDelegate(database, [covered]);
  for (const [{ id }, sector] of [
    [julie, own],
    [eric, covered],
  ] as const)
    await database.pool.query("insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, $3)", [
      id,
      sector,
      HERE,
    ]);
  await aBase(database, julie);
  const hers = await worthyDoctors(database, own, 3);
  const his = await worthyDoctors(database, covered, 2);
  expect(await seenBy(await signedIn(julie))).toEqual(hers);

  const today = dayOf(new Date());
  await database.pool.query(
    "insert into cover (fund_id, absent_id, by_id, from_on, to_on) values ($1, $2, $3, $4, $4)",
    [HERE, eric.id, julie.id, today],
  );
  expect(await seenBy(await signedIn(julie))).toEqual([...hers, ...his]);

  await database.pool.query("update cover set from_on = from_on - 2, to_on = to_on - 1");
  expect(await seenBy(await signedIn(julie))).toEqual(hers);
});
