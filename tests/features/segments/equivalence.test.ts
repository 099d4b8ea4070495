import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { scoreFund, segmentTerms } from "~/doctors/scoring.server";
import { KINDS } from "~/segments/catalog";
import type { Group, Kind } from "~/segments/criteria";
import { segmentCondition, segmentCount } from "~db/queries/segments";
import { criterionOf, someCriteria } from "../../rules/segments/some-criteria";
import { anActor, as, HERE, testDatabase } from "../../support/database";
import { aCrowd, FUND_IDS, settle } from "../scoring/crowd";
import { isMeant, type Told } from "./judge";
import { everybodyTold, followUp } from "./told";

const database = await testDatabase();
const system = anActor("system");
let people: Told[];

beforeAll(async () => {
  await settle(database, aCrowd(400, 20_261_122));
  await followUp(database);
  for (const fundId of FUND_IDS) await as(database, system, (ctx) => scoreFund(ctx, fundId));
  people = await everybodyTold(database);
});

const meant = (criteria: Group, among = people) => among.filter((who) => isMeant(criteria, who)).map(({ id }) => id);

/** The numbers that SQL finds, in order, and the count that it gives. */
function found(actor: Actor, criteria: Group) {
  return as(database, actor, async (ctx) => {
    const condition = segmentCondition(criteria, segmentTerms(ctx));
    const { rows } = await sql<{ id: number }>`
      select s.doctor_id as id from score s where ${condition} order by s.doctor_id`.execute(ctx.tx);
    return { ids: rows.map(({ id }) => id), count: await segmentCount(ctx.tx, criteria, segmentTerms(ctx)) };
  });
}

const inOrder = (ids: number[]) => [...ids].sort((a, b) => a - b);

it.each(KINDS)("SQL finds by %s whom a plain reading finds, and the others by its contrary", async (kind: Kind) => {
  const met = new Set<number>();
  await fc.assert(
    fc.asyncProperty(criterionOf(kind), fc.constantFrom("all" as const, "none" as const), async (criterion, match) => {
      const criteria: Group = { match, of: [criterion] };
      const expected = meant(criteria);
      expect((await found(system, criteria)).ids).toEqual(inOrder(expected));
      for (const id of expected) met.add(id);
    }),
    { numRuns: 12, seed: 7 },
  );
  expect(met.size).toBeGreaterThan(10);
});

it("SQL counts any groups of criteria as a plain reading does, for whoever asks", async () => {
  const actors: [Actor, (who: Told) => boolean][] = [
    [system, () => true],
    [anActor("manager"), ({ fund }) => fund === HERE],
    [anActor("manager", { fundIds: [HERE, 531] }), ({ fund }) => fund === HERE || fund === 531],
  ];
  let some = 0;
  await fc.assert(
    fc.asyncProperty(someCriteria, fc.nat({ max: 2 }), async (criteria, rank) => {
      const [actor, sees] = actors[rank]!;
      const expected = inOrder(meant(criteria, people.filter(sees)));
      expect(await found(actor, criteria)).toEqual({ ids: expected, count: expected.length });
      if (expected.length > 0 && expected.length < people.length) some++;
    }),
    { numRuns: 250, seed: 11 },
  );
  expect(some).toBeGreaterThan(100);
});

it("counts for a delegate the doctors of the sectors held, and nobody else", async () => {
  const delegate = anActor("delegate", { sectorIds: [1] });
  await fc.assert(
    fc.asyncProperty(
      someCriteria.filter((group) => !JSON.stringify(group).includes("practice-size")),
      async (criteria) => {
        const expected = inOrder(
          meant(
            criteria,
            people.filter(({ sector }) => sector === 1),
          ),
        );
        expect((await found(delegate, criteria)).ids).toEqual(expected);
      },
    ),
    { numRuns: 60, seed: 13 },
  );
});
