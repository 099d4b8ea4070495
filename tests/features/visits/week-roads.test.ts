import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { osrmRoads } from "~/geo/osrm.server";
import { keepRoads } from "~db/queries/roads";
import { as, testDatabase } from "../../support/database";
import { aDelegate, aSectorIn } from "./field";
import { aBase, proposedWeek, visitsOf, weekOf, worthyDoctors } from "./week-field";

const database = await testDatabase();
let eric: Actor;

type Behaviour = (sources: number, destinations: number) => { body: string; wait?: number };
const times = (sources: number, destinations: number, seconds: number | null = 1_500) =>
  Array.from({ length: sources }, () => Array.from({ length: destinations }, () => seconds));
const table = (durations: unknown) => ({ body: JSON.stringify({ code: "Ok", durations }) });

const BEHAVIOURS = {
  answers: (sources, destinations) => table(times(sources, destinations)),
  "knows no road": (sources, destinations) => table(times(sources, destinations, null)),
  "is slow": (sources, destinations) => ({ ...table(times(sources, destinations)), wait: 2_500 }),
  "answers garbage": () => ({ body: "<html>Bad gateway</html>" }),
  "says no": () => ({ body: JSON.stringify({ code: "TooBig" }) }),
  "lies about its size": (sources, destinations) => table(times(sources, destinations + 1)),
  "lacks a row": (sources, destinations) => table(times(sources - 1, destinations)),
  "drives at the speed of light": (sources, destinations) => table(times(sources, destinations, -1)),
  "never ends": () => ({ body: `{"code":"Ok","durations":[${" ".repeat(1_100_000)}]}` }),
} satisfies Record<string, Behaviour>;

let behaves: Behaviour = BEHAVIOURS.answers;
/** The questions, each as often as it was asked. */
let asked: string[] = [];
const questions = () => new Set(asked);
const coordinates = (question: string) => question.split("?")[0]!.split(";").length;
let server: Server;
let roads: ReturnType<typeof osrmRoads>;

beforeAll(async () => {
  const sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  await aBase(database, eric);
  await worthyDoctors(database, sector, 60);
  // Each practice at a point of its own, so that more than one block must be asked.
  await database.pool.query(`insert into practice_point (fund_id, practice_key, latitude, longitude, source)
    select fund_id, practice_key, 47.3 + id * 0.002, -2.2 + id * 0.001, 'test' from doctor`);
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, "http://localhost");
    asked.push(request.url!);
    const count = (name: string) => searchParams.get(name)!.split(";").length;
    const { body, wait = 0 } = behaves(count("sources"), count("destinations"));
    setTimeout(() => response.end(body), wait);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  roads = osrmRoads(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 1_500);
});
afterAll(() => new Promise((closed) => server.close(closed)));

beforeEach(async () => {
  await database.pool.query("delete from visit; delete from week_plan; delete from road_pair");
  asked = [];
});

const propose = async () => {
  await proposedWeek(database, eric, { tools: { roads } });
  const { answer } = await weekOf(database, eric);
  return { travel: answer!.travel, roadsFailed: answer!.roadsFailed, visits: (await visitsOf(database, eric)).length };
};

describe("a week by road", () => {
  it("asks under a hundred coordinates at a time, keeps the answers and does not ask twice", async () => {
    behaves = BEHAVIOURS.answers;
    expect(await propose()).toMatchObject({ travel: "road", roadsFailed: false });
    expect(questions().size).toBe(4);
    expect(Math.max(...asked.map(coordinates))).toBeLessThan(100);
    const { tour } = (await weekOf(database, eric)).days[0]!;
    // 25 minutes by road, a tenth more, four to park, in steps of five.
    expect(new Set(tour!.stops.map(({ legMinutes }) => legMinutes))).toEqual(new Set([30]));
    asked = [];
    await propose();
    expect(asked).toEqual([]);
  });

  it("estimates where no road leads, and does not ask again", async () => {
    behaves = BEHAVIOURS["knows no road"];
    expect(await propose()).toMatchObject({ travel: "estimate", roadsFailed: false });
    asked = [];
    expect((await propose()).visits).toBeGreaterThan(20);
    expect(asked).toEqual([]);
  });

  it("says that some of the times are estimated", async () => {
    behaves = BEHAVIOURS.answers;
    await propose();
    await database.pool.query("update road_pair set seconds = null where ctid in (select ctid from road_pair limit 5)");
    expect((await propose()).travel).toBe("mixed");
  });

  const BROKEN = Object.entries(BEHAVIOURS).filter(([name]) => !["answers", "knows no road"].includes(name));
  it.each(BROKEN)("falls back to the estimate and says so when the service %s", async (_name, behaviour) => {
    behaves = behaviour;
    expect(await propose()).toMatchObject({ travel: "estimate", roadsFailed: true });
    expect([asked.length, questions().size]).toEqual([2, 1]); // once, and once more
    expect((await database.pool.query("select from road_pair")).rowCount).toBe(0);
  });

  it("falls back when nobody listens", async () => {
    await proposedWeek(database, eric, { tools: { roads: osrmRoads("http://127.0.0.1:1") } });
    expect((await weekOf(database, eric)).answer).toMatchObject({ travel: "estimate", roadsFailed: true });
  });

  it("keeps the same pairs from several jobs at once", async () => {
    const pairs = Array.from({ length: 2_000 }, (_, i) => ({ from: i % 50, to: i, seconds: i }));
    const shuffled = [pairs, [...pairs].reverse(), pairs, [...pairs].reverse()];
    await Promise.all(shuffled.map((each) => as(database, eric, ({ tx }) => keepRoads(tx, each))));
    expect((await database.pool.query("select from road_pair")).rowCount).toBe(2_000);
  });
});
