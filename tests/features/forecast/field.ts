import { addDays, type Day, daysBetween } from "~/calendar/day";
import { anActor, as, type TestDatabase } from "../../support/database";
import { aDoctor } from "../../support/factories";
import { A_WORLD, historyOf, START } from "../../support/history";

const WEEKS = 40;

/** A made-up history of forty weeks that ends today, moved onto doctors of the fund. */
export async function aHistory(database: TestDatabase, fundId: number, today: Day): Promise<void> {
  const events = [...historyOf({ ...A_WORLD, weeks: WEEKS, arrivals: 7, ever: 0.3 })];
  const shift = daysBetween(addDays(START, WEEKS * 7 - 1), today);
  await as(database, anActor("system"), async (ctx) => {
    const ids = new Map<string, number>();
    for (const { doctor, stage, day } of events) {
      const on = addDays(day, shift);
      if (on > today) continue;
      if (!ids.has(doctor)) ids.set(doctor, await aDoctor(ctx, { fund_id: fundId }));
      await ctx.tx
        .insertInto("funnel_move")
        .values({
          fund_id: fundId,
          doctor_id: ids.get(doctor)!,
          to_stage: stage,
          cause: "hand",
          at: new Date(`${on}T08:00:00Z`),
        })
        .execute();
    }
  });
}
