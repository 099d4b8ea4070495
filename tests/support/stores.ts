import { afterAll, beforeAll, describe, it } from "vitest";
import { type RedisServer, redisProgram, startRedis } from "./redis";

/** Tells the same story on both queue stores. The address is known once the tests run: undefined means PostgreSQL. */
export function onBothStores(tell: (redisUrl: () => string | undefined) => void): void {
  describe("with the queues on PostgreSQL", () => tell(() => undefined));

  const program = redisProgram();
  if (!program) {
    const why = "SKIPPED: no redis-server on the path, so the queues were not tried on Redis";
    console.log(why);
    describe("with the queues on Redis", () => it.skip(why, () => {}));
    return;
  }
  describe("with the queues on Redis", () => {
    let redis: RedisServer | undefined;
    beforeAll(async () => {
      redis = await startRedis(program);
    });
    afterAll(() => redis?.stop());
    tell(() => redis?.url);
  });
}
