import { type Catalog, catalog } from "./catalog";
import type { Store } from "./store";

/** What happens by the clock, Paris time. To know what happens at night, read this table. */
const SCHEDULE: readonly { cron: string; job: keyof Catalog }[] = [
  { cron: "30 2 * * *", job: "scoreEverybody" },
  { cron: "50 5 * * *", job: "careForCandidates" },
  { cron: "30 3 * * *", job: "admitToJourneys" },
  { cron: "* * * * *", job: "moveJourneys" },
  { cron: "10 3 * * *", job: "followContracts" },
  { cron: "0 7 * * 1", job: "prepareMilestoneDigests" },
  { cron: "40 3 * * *", job: "forecastEverybody" },
  { cron: "5 * * * *", job: "changeSectors" }, // the day begins at seven different hours
  { cron: "* * * * *", job: "foldFunnel" },
  { cron: "20 4 * * *", job: "checkFunnel" },
  { cron: "15 7 * * 1", job: "prepareWeeklyReports" },
  { cron: "20 * * * *", job: "rollNation" },
  { cron: "*/30 * * * *", job: "tidy" },
  { cron: "*/2 * * * *", job: "readReturns" },
];

/** Applied at each start; a schedule that exists already is only brought up to date. */
export async function applySchedule(store: Store, systemAccountId: string): Promise<void> {
  for (const { cron, job } of SCHEDULE) {
    const { name, queue, attempts } = catalog[job];
    await store.queue(queue).upsertJobScheduler(
      name,
      { pattern: cron, tz: "Europe/Paris" },
      {
        name,
        data: { payload: {}, actorId: systemAccountId },
        opts: { attempts, removeOnComplete: { age: 86_400 }, removeOnFail: { age: 14 * 86_400 } },
      },
    );
  }
}
