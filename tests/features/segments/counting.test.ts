import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { segmentCommand } from "~/segments/segment.command";
import type { Services } from "~/wiring";
import { withinTime } from "~db/queries/segments";
import { anActor, as, ELSEWHERE, NOON, testDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");

beforeAll(() =>
  as(database, system, async (ctx) => {
    await aRankedDoctor(ctx, {}, { zone: "ZIP" });
    await aRankedDoctor(ctx, {}, { zone: "ZAC" });
    await aRankedDoctor(ctx, { fund_id: ELSEWHERE }, { zone: "ZIP" });
  }),
);

describe("a question that takes too long", () => {
  it("is given up at its time, and the transaction goes on as if it had not been asked", async () => {
    await as(database, system, async ({ tx }) => {
      const slow = await withinTime(tx, 60, () => sql`select pg_sleep(20)`.execute(tx));
      expect(slow).toBeNull();
      const after = await sql<{ ms: string }>`select current_setting('statement_timeout') as ms, pg_sleep(0.1)`.execute(
        tx,
      );
      expect(after.rows[0]!.ms).toBe("0");
    });
  });

  it("is answered when there is time, and any other failure is not hidden", async () => {
    await as(database, system, async ({ tx }) => {
      expect(await withinTime(tx, 5_000, async () => "answered")).toBe("answered");
    });
    const broken = as(database, system, ({ tx }) => withinTime(tx, 5_000, () => sql`select 1 / 0`.execute(tx)));
    await expect(broken).rejects.toThrow(/division by zero/);
  });
});

describe("tandem segment", () => {
  async function run(...args: string[]) {
    const [out, err]: [string[], string[]] = [[], []];
    const services = { pool: database.pool, now: () => NOON } as unknown as Services;
    const io = {
      stdin: (async function* () {})(),
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    };
    const code = await segmentCommand(services, { args, io });
    return { code, out: out.join(""), err: err.join("") };
  }
  const zip = '{"match":"all","of":[{"kind":"zone","is":["ZIP"]}]}';

  it("counts exactly, everywhere or in one fund", async () => {
    expect(await run("count", zip, "--json")).toEqual({
      code: 0,
      out: '{"count":2,"sentence":"Médecins en ZIP."}\n',
      err: "",
    });
    expect(JSON.parse((await run("count", zip, "--fund", "491", "--json")).out)).toMatchObject({ count: 1 });
    expect((await run("count", zip)).out).toBe("2\u00a0médecins\nMédecins en ZIP.\n");
  });

  it.each([
    [["count"], 2, /Usage/],
    [["count", zip, "more"], 2, /Usage/],
    [["list"], 2, /Usage/],
    [["count", zip, "--depth"], 2, /Usage/],
    [["count", "{"], 1, /JSON/],
    [["count", '{"match":"all","of":[{"kind":"sex"}]}'], 1, /n'existe pas/],
    [["count", '{"match":"all","of":[{"kind":"sector","is":[12]}]}'], 1, /Le secteur n°\u00a012 n'existe pas/],
    [["count", zip, "--fund", "999"], 1, /Aucune caisse/],
  ])("%j: %i, with a sentence", async (args, code, why) => {
    expect(await run(...args)).toEqual({ code, out: "", err: expect.stringMatching(why) });
  });
});
