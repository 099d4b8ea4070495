import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { csvRows } from "~/forecast/csv";
import { forecastCommand } from "~/forecast/forecast.command";
import { modelCommand } from "~/forecast/model/model.command";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "forecast-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const EXAMPLES = "app/forecast/examples";

async function run(command: typeof forecastCommand, ...args: string[]) {
  let [out, err] = ["", ""];
  const io = {
    stdin: fs.createReadStream("/dev/null"),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  return { code: await command(args, io), out, err };
}

function file(text: string): string {
  const name = path.join(folder, `${fs.readdirSync(folder).length}.csv`);
  fs.writeFileSync(name, text);
  return name;
}

const on = ["--asof", "2025-11-24", "--deadline", "2026-01-31"];

describe("the forecast command", () => {
  test("forecasts the example file and counts its back-test", async () => {
    const { code, out } = await run(forecastCommand, "--events", `${EXAMPLES}/events.csv`, ...on, "--json");
    const told = JSON.parse(out);
    expect(code).toBe(0);
    expect(told.kind).toBe("forecast");
    expect(told.interval[0]).toBeLessThanOrEqual(told.interval[1]);
    expect(told.backTest.past.length).toBeGreaterThanOrEqual(24);
    expect(told.sentences.join(" ")).toMatch(/a contenu la vérité \d+ fois sur \d+/);
  });

  test("columns in any order, French names, semicolons, quotes, a mark at the start", async () => {
    const text = '\ufeffJour;Étape;Caisse;"Médecin"\r\n24/11/2024;visité;441;"M; 1"\r\n2024-12-01;Signé;441;"M; 1"\r\n';
    const { code, out } = await run(forecastCommand, "--events", file(text), ...on, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: "too-little",
      signed: 1,
      read: { events: 2, doctors: 1, setAside: 0 },
    });
  });

  test("facts told twice, going back or from the future count for nothing, and that is said", async () => {
    const rows = ["A,visited,2025-01-02", "A,visited,2025-01-02", "A,contacted,2025-02-01", "A,signed,2026-06-01"];
    const { out } = await run(forecastCommand, "--events", file(`doctor,stage,day\n${rows.join("\n")}`), ...on);
    expect(out).toMatch(/2\sfaits mis de côté/);
    expect(out).toMatch(/1\sfait après le 24\snovembre 2025/);
  });

  test.each([
    ["", /vide/],
    ["doctor,day\nA,2025-01-01\n", /Ligne 1.*stage/],
    ["doctor,stage,day\nA,visited,2025-01-01\nB,visited,2025-02-30\n", /Ligne 3.*2025-02-30/],
    ["doctor,stage,day\nA,danced,2025-01-01\n", /Ligne 2.*danced/],
    ['doctor,stage,day\n"A\nB",visited,2025-01-01\n,visited,2025-01-01\n', /Ligne 4.*médecin/],
    ['doctor,stage,day\n"A,visited,2025-01-01\n', /Ligne 2.*guillemet/],
  ])("%j is refused in a sentence", async (text, sentence) => {
    const { code, err } = await run(forecastCommand, "--events", file(text), ...on);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });

  test("options not understood, a file that is not there", async () => {
    expect((await run(forecastCommand, "--events", "x")).code).toBe(2);
    expect(
      (await run(forecastCommand, "--events", "x", "--asof", "2025-02-30", "--deadline", "2026-01-01")).err,
    ).toMatch(/2025-02-30/);
    expect(await run(forecastCommand, "--events", `${folder}/none.csv`, ...on)).toMatchObject({
      code: 1,
      err: /ne peut pas/,
    });
  });
});

describe("the model command", () => {
  test("learns the example file and says what it is worth", async () => {
    const { code, out } = await run(modelCommand, "--features", `${EXAMPLES}/features.csv`, "--json");
    const told = JSON.parse(out);
    expect(code).toBe(0);
    expect(told.usable).toBe(true);
    expect(told.logLoss).toBeLessThan(told.baseLogLoss);
    expect(told.model.terms.length).toBeGreaterThan(3);
  });

  test.each([
    ["doctor,zone\nA,ZIP\n", /Ligne 1.*signed/],
    ["doctor,signed\nA,1\n", /aucune colonne/],
    ["doctor,zone,signed\nA,ZIP,1\nB,ZIP,perhaps\n", /Ligne 3.*perhaps/],
  ])("%j is refused in a sentence", async (text, sentence) => {
    const { code, err } = await run(modelCommand, "--features", file(text));
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });

  test("a handful of rows: too little, said", async () => {
    const { code, out } = await run(modelCommand, "--features", file("zone,signed\nZIP,1\nZAC,0\n"));
    expect(code).toBe(0);
    expect(out).toMatch(/Trop peu de données/);
  });
});

test("rows are the same wherever the stream is cut", async () => {
  const text = 'a;b\r\n1;"x ""y""\r\nz"\r\n\r\n2;é\n3;';
  const bytes = new TextEncoder().encode(text);
  const read = async (size: number) => {
    async function* cut() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const rows = [];
    for await (const lot of csvRows(cut())) rows.push(...lot);
    return rows;
  };
  const whole = await read(1_000);
  expect(whole.map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["1", 'x "y"\r\nz'],
    ["2", "é"],
    ["3", ""],
  ]);
  expect(whole.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  for (const size of [1, 2, 3, 7]) expect(await read(size)).toEqual(whole);
});
