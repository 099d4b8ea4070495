import { addDays } from "~/calendar/day";
import { backTest } from "~/forecast/back-test";
import { eventBook } from "~/forecast/events";
import { forecast } from "~/forecast/forecast";
import { judge } from "~/forecast/model/evaluation";
import { fitModel } from "~/forecast/model/model";
import type { Table } from "~/forecast/model/table";
import { A_WORLD, diceFrom, historyOf, START, type World } from "../support/history";
import type { Bench } from "./bench-options";

/** None of these was looked at while the engine was made. */
const WORLDS: Readonly<Record<string, Partial<World>>> = {
  plain: {},
  few: { arrivals: 8 },
  bursts: { overdispersion: 4 },
  seasons: { season: 0.4 },
  rising: { drift: 0.5 },
  falling: { drift: -0.3 },
  slow: { delays: "weibull", pace: 30 },
  "two steps told": { delays: "geometric", told: false },
  large: { ever: 0.25, arrivals: 50, overdispersion: 2 },
};
const WEEKS = 100;

export const benchForecast: Bench = async ({ scale, report }) => {
  report.title("Forecast on simulated histories whose truth is known");
  const seeds = scale === "full" ? 5 : 2;
  const sum = { held: 0, past: 0, miss: 0, runRate: 0 };
  for (const [name, world] of Object.entries(WORLDS)) {
    const one = { held: 0, past: 0 };
    for (let seed = 0; seed < seeds; seed++) {
      const tested = backTest(movesOf({ ...A_WORLD, ...world, seed: 40_000 + seed * 97, weeks: WEEKS }), {
        asof: addDays(START, WEEKS * 7 - 1),
      });
      one.held += tested.held;
      one.past += tested.past.length;
      sum.miss += tested.miss ?? 0;
      sum.runRate += tested.runRateMiss ?? 0;
    }
    report.note(`${name}: held ${one.held} of ${one.past} weeks (${share(one.held / one.past)})`);
    sum.held += one.held;
    sum.past += one.past;
  }
  const held = sum.held / sum.past;
  report.goal(
    "80 % intervals hold the truth, 75 to 85 %",
    held >= 0.75 && held <= 0.85,
    `${share(held)} of ${sum.past} weeks`,
  );
  report.goal(
    "distance to the truth, against a run-rate line",
    sum.miss < sum.runRate,
    `${(sum.miss / sum.runRate).toFixed(2)} x`,
  );
  const large = movesOf({ ...A_WORLD, seed: 3, arrivals: scale === "full" ? 1_100 : 200, funds: 4 });
  const began = process.cpuUsage();
  const told = forecast(large, { asof: addDays(START, 699), deadline: addDays(START, 880) });
  report.goal(
    "one forecast of a large history",
    told.kind === "forecast",
    `${large.day.length} moves, cpu ${cpuSince(began)} s`,
  );
  await benchModel(scale === "full", report);
};

function movesOf(world: World) {
  const book = eventBook();
  for (const event of historyOf(world)) book.add(event);
  return book.close();
}

async function benchModel(isFull: boolean, report: Parameters<Bench>[0]["report"]): Promise<void> {
  const rows = isFull ? 115_000 : 20_000;
  const table = doctors(rows);
  const began = process.cpuUsage();
  fitModel(table);
  const seconds = cpuSince(began);
  const judged = judge(table).evaluation!;
  const memory = process.resourceUsage().maxRSS / 1024;
  report.goal(`model fitted on ${rows.toLocaleString("en")} doctors, 30 s`, seconds < 30, `cpu ${seconds} s`);
  report.goal(
    "memory of the process, 300 MB",
    memory < 300,
    `peak RSS ${memory.toFixed(0)} MB, judged in ${cpuSince(began)} s`,
  );
  report.goal(
    "log-loss beats the base rate",
    judged.logLoss < judged.baseLogLoss,
    `${judged.logLoss.toFixed(4)} against ${judged.baseLogLoss.toFixed(4)}`,
  );
  report.goal("calibration slope, 0.8 to 1.2", judged.slope > 0.8 && judged.slope < 1.2, judged.slope.toFixed(2));
}

/** Eight facts, two of them idle, one often missing; some four in a hundred sign. */
function doctors(rows: number): Table {
  const dice = diceFrom(77);
  const numbers = Array.from({ length: 5 }, () => new Float64Array(rows));
  const words = [3, 12, 4].map((count) => ({ count, values: new Int32Array(rows) }));
  const signed = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    for (const values of numbers) values[row] = dice.uniform();
    for (const { count, values } of words) values[row] = Math.floor(dice.uniform() * count);
    if (dice.uniform() < 0.3) numbers[0]![row] = Number.NaN;
    const patients = Number.isNaN(numbers[0]![row]!) ? -0.5 : 2 * numbers[0]![row]! - 1;
    const sum =
      -3.6 + patients + [0.8, 0, -0.7][words[0]!.values[row]!]! + (words[1]!.values[row]! - 6) / 15 + numbers[1]![row]!;
    signed[row] = dice.uniform() < 1 / (1 + Math.exp(-sum)) ? 1 : 0;
  }
  const columns: Table["columns"] = [
    ...numbers.map((values, at) => ({ kind: "number" as const, name: `n${at}`, values })),
    ...words.map(({ count, values }, at) => ({
      kind: "word" as const,
      name: `w${at}`,
      values,
      words: Array.from({ length: count }, (_, word) => `word${word}`),
    })),
  ];
  return { rows, columns, signed, day: Int32Array.from({ length: rows }, (_, row) => Math.floor((row * 700) / rows)) };
}

const share = (value: number) => `${(value * 100).toFixed(1)} %`;
const cpuSince = (began: NodeJS.CpuUsage) => Number((process.cpuUsage(began).user / 1e6).toFixed(1));
