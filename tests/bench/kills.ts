import { openPool } from "~db/connection";
import { openPostOffice } from "../features/campaigns/post-office";
import { IN_FLIGHT, killedCampaign } from "../support/killing";
import { redisProgram, startRedis } from "../support/redis";
import { startSink } from "../support/smtp-sink";
import type { Bench } from "./bench-options";
import type { Report } from "./report";

const SIZES = { small: { letters: 2_000, kills: 5 }, full: { letters: 35_000, kills: 25 } };

/** Workers killed with -9 during one campaign, on both queue stores: what it costs is counted, letter by letter. */
export const benchKills: Bench = async ({ scale, report, server }) => {
  const { letters, kills } = SIZES[scale];
  const { folder, database } = await server();
  const databaseUrl = await database("bench_kills");
  const [pool, sink] = [openPool(databaseUrl, 4), await startSink()];
  sink.keepsBodies = false;
  const { hostname, port, pathname } = new URL(databaseUrl);
  const office = await openPostOffice({ pool }, sink.url, { deployment: `${hostname}:${port}${pathname}` });
  const redis = redisProgram();
  const running = redis ? await startRedis(redis) : undefined;
  if (!running) report.note("no redis-server on the path: its queues were not tried");
  const given = { pool, databaseUrl, folder, sink, office, letters, kills };
  try {
    for (const redisUrl of running ? [undefined, running.url] : [undefined])
      judge(report, redisUrl ? "Redis" : "PostgreSQL", given, await killedCampaign({ ...given, redisUrl }));
  } finally {
    await running?.stop();
    await office.close();
    await sink.close();
    await pool.end();
  }
};

function judge(
  report: Report,
  store: string,
  { letters, kills }: { letters: number; kills: number },
  { accepted, uncertain, twice, lost }: Awaited<ReturnType<typeof killedCampaign>>,
): void {
  report.title(`${kills} workers killed during ${letters.toLocaleString("en")} letters, queues on ${store}`);
  const missing = letters - accepted - uncertain;
  report.goal("none lost", lost === 0 && missing === 0, `${lost} lost, ${missing} unaccounted for`);
  report.goal("none sent twice", twice === 0, `${twice} twice`);
  const most = kills * IN_FLIGHT;
  report.goal("uncertain at most what was in flight", uncertain <= most, `${uncertain}; at most ${most}`);
}
