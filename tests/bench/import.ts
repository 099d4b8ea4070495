import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Bench } from "./bench-options";
import { rppsFile } from "./import/files";
import type { ImportJob, ImportRun } from "./import/job";
import { receive } from "./import/receive";
import { changedSince, rememberContent, since, total, type Written, writtenSoFar } from "./import/written";
import { compare } from "./pairs";
import { figuresOf, type Report } from "./report";
import { asOwner } from "./server";

const SIZES = { small: { lines: 100_000, other: 400_000 }, full: { lines: 2_200_000, other: 100_000 } };
const FIRST_DAY = "2026-11-02";
const LATER_DAY = "2026-11-30";

/** A whole RPPS file into an empty country, the same again, and its next edition; judged on the clock. */
export const benchImport: Bench = async ({ scale, report, server }) => {
  const { lines, other } = SIZES[scale];
  report.title(`import, ${lines.toLocaleString("en")} lines`);
  const [first, later] = [await rppsFile(lines, 1), await rppsFile(lines, 2)];
  const { folder, database } = await server();
  const ground: Ground = { url: await database("bench_import"), folder: path.join(folder, "files") };

  await compare(report, {
    name: "first import against COPY of every column and the same merge",
    atMost: 1,
    floor: () => firstLoad(ground, report, "reference", first),
    product: () => firstLoad(ground, report, "product", first),
  });
  await checkWrites(ground, report, first, later);
  await compare(report, {
    name: "next edition, 2 % of the doctors changed, against the first import",
    atMost: 0.6,
    floor: () => firstLoad(ground, report, "product", first),
    product: () => loadAgain(ground, report, later, LATER_DAY),
  });
  await checkMemory(ground, report, [first, await rppsFile(other, 1)]);
};

interface Ground {
  readonly url: string;
  /** Where the product keeps what it was given. */
  readonly folder: string;
}

type Counted = ImportRun & { readonly written: Written };

async function firstLoad(ground: Ground, report: Report, by: ImportJob["by"], file: string): Promise<Counted> {
  await asOwner(ground.url, (owner) =>
    owner.query("truncate doctor, import restart identity cascade; truncate outbox"),
  );
  return load(ground, report, by, file, FIRST_DAY);
}

async function loadAgain(ground: Ground, report: Report, file: string, sourceOn: string): Promise<Counted> {
  // As the autovacuum would have done in the weeks between.
  await asOwner(ground.url, (owner) => owner.query("vacuum analyze doctor, place, doctor_facts"));
  return load(ground, report, "product", file, sourceOn);
}

async function load(
  ground: Ground,
  report: Report,
  by: ImportJob["by"],
  file: string,
  sourceOn: string,
): Promise<Counted> {
  const importId = await receive(ground.url, ground.folder, file, sourceOn);
  await asOwner(ground.url, (owner) => owner.query("checkpoint"));
  const before = await writtenSoFar(ground.url);
  const run = await inChild({ ...ground, by, file, importId });
  fs.rmSync(ground.folder, { recursive: true });
  const written = since(before, await writtenSoFar(ground.url));
  const steps = Object.entries(run.steps).map(([name, wall]) => `${name} ${wall.toFixed(0)} ms`);
  report.note(`  ${by.padEnd(9)}  ${figuresOf({ ...run, rows: total(written) })}  (${steps.join(", ")})`);
  return { ...run, rows: total(written), written };
}

async function inChild(job: ImportJob): Promise<ImportRun> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/import/child.ts", JSON.stringify(job)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [answer, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((done) => child.on("close", done)),
  ]);
  if (code !== 0) throw new Error(`The import by the ${job.by} failed (code ${code}).`);
  return JSON.parse(answer) as ImportRun;
}

/** The same file writes nothing; the next edition writes the rows that differ, each once. */
async function checkWrites(ground: Ground, report: Report, first: string, later: string): Promise<void> {
  const reference = await firstLoad(ground, report, "reference", first);
  const product = await firstLoad(ground, report, "product", first);
  report.goal(
    "both ways end with as many rows",
    total(product.written) > 0 && JSON.stringify(reference.written) === JSON.stringify(product.written),
    `${inWords(product.written)}; reference ${inWords(reference.written)}`,
  );
  const same = await loadAgain(ground, report, first, FIRST_DAY);
  report.goal("the same file again writes nothing", same.rows === 0, inWords(same.written));

  await rememberContent(ground.url);
  const { written } = await loadAgain(ground, report, later, LATER_DAY);
  const changed = await changedSince(ground.url);
  report.goal(
    "the next edition writes only what changed",
    changed.doctor > 0 &&
      written.doctor === changed.doctor &&
      written.place === changed.place &&
      written.doctor_facts <= written.doctor,
    `${inWords(written)}; differing rows: doctor ${changed.doctor}, place ${changed.place}`,
  );
}

const MEGABYTES = 200;

async function checkMemory(ground: Ground, report: Report, files: readonly string[]): Promise<void> {
  const peaks: number[] = [];
  for (const file of files) peaks.push((await firstLoad(ground, report, "product", file)).rss);
  const [small, large] = [Math.min(...peaks), Math.max(...peaks)];
  const ratio = peaks[peaks.length - 1]! / peaks[0]!;
  report.goal(`peak memory at most ${MEGABYTES} MB`, large <= MEGABYTES, `${large.toFixed(0)} MB`);
  const growth = Math.max(ratio, 1 / ratio);
  report.goal(
    "peak memory does not grow with the file",
    growth <= 1.1,
    `${small.toFixed(0)} and ${large.toFixed(0)} MB, ${growth.toFixed(2)} x; at most 1.10`,
  );
}

function inWords(written: Written): string {
  return Object.entries(written)
    .map(([table, rows]) => `${table} ${rows.toLocaleString("en")}`)
    .join(", ");
}
