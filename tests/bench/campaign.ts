import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { render } from "~/campaigns/letters/render";
import { valuesIn } from "~/campaigns/letters/template";
import { openPool, type Pool } from "~db/connection";
import { openPostOffice, type PostOffice, seedDoctors } from "../features/campaigns/post-office";
import { aChild, type Child } from "../support/child";
import { type Sink, startSink } from "../support/smtp-sink";
import type { Bench } from "./bench-options";
import { longLetter } from "./campaign/content";
import { cpuOf } from "./clock";
import { compare } from "./pairs";
import type { Measure, Report } from "./report";

const LETTERS = { small: 1_500, full: 3_000 };
const LONG_RUN = { small: 6_000, full: 35_000 };
const MOST_MEGABYTES = 250;
/** Letters per second of the whole path, as a share of the bare loop's. */
const SHARES = [
  { name: "with DKIM (rsa-2048)", isSigned: true, share: 0.9 },
  { name: "without DKIM", isSigned: false, share: 0.8 },
];

interface Ground {
  readonly pool: Pool;
  readonly url: string;
  readonly folder: string;
  readonly sink: Sink;
  readonly office: PostOffice;
  readonly report: Report;
}

/** The whole path of a campaign, ledger included, against a bare nodemailer pool loop to the same server. */
export const benchCampaign: Bench = async ({ scale, report, server }) => {
  const { folder, database } = await server();
  const url = await database("bench_campaign");
  const [pool, sink] = [openPool(url, 4), await startSink()];
  sink.keepsBodies = false;
  const { hostname, port, pathname } = new URL(url);
  const office = await openPostOffice({ pool }, sink.url, { deployment: `${hostname}:${port}${pathname}` });
  const ground: Ground = { pool, url, folder, sink, office, report };
  try {
    for (const { name, isSigned, share } of SHARES) {
      report.title(`campaign ${name}, ${LETTERS[scale].toLocaleString("en")} letters of 30 kB a run`);
      await prepare(ground, LETTERS[scale]);
      await withWorker(ground, isSigned, async (worker) => {
        await compare(report, {
          name: `whole path against a bare pool loop, ${name}`,
          atMost: 1 / share,
          floor: () => bareLoop(ground, isSigned, LETTERS[scale]),
          product: () => wholePath(ground, worker, LETTERS[scale]),
        });
      });
    }
    await longRun(ground, LONG_RUN[scale]);
  } finally {
    await office.close();
    await sink.close();
    await pool.end();
  }
};

async function longRun(ground: Ground, letters: number): Promise<void> {
  const { report, sink } = ground;
  report.title(`one campaign of ${letters.toLocaleString("en")} letters, signed`);
  await prepare(ground, letters);
  await withWorker(ground, true, async (worker) => {
    const run = await wholePath(ground, worker, letters);
    const tenth = Math.floor(letters / 10);
    const rate = (from: number) => tenth / ((sink.received[from + tenth - 1]!.at - sink.received[from]!.at) / 1_000);
    // The first hundred warm the process up.
    const [first, last] = [rate(100), rate(letters - tenth)];
    const figures = `${last.toFixed(0)} a second against ${first.toFixed(0)}; at least 0.9`;
    report.goal("last tenth as fast as the first", last >= 0.9 * first, `${(last / first).toFixed(2)} x, ${figures}`);
    const peak = peakMegabytes(worker);
    report.goal("memory of the worker", peak < MOST_MEGABYTES, `${peak.toFixed(0)} MB; under ${MOST_MEGABYTES} MB`);
    report.note(`${letters.toLocaleString("en")} letters in ${(run.wall / 1_000).toFixed(1)} s`);
  });
}

async function prepare({ pool }: Ground, letters: number): Promise<void> {
  await pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, outbox, sending_slot, sending_gate cascade",
  );
  await seedDoctors({ pool }, letters);
  await pool.query("analyze");
}

const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });

async function withWorker({ url, folder, sink }: Ground, isSigned: boolean, work: (worker: Child) => Promise<void>) {
  const worker = aChild("app/server/worker.command.ts", [], {
    DATABASE_URL: url,
    REDIS_URL: "",
    SMTP_URL: sink.url,
    MAIL_FROM: "Tandem <tandem@caisse.example>",
    DATA_DIR: folder,
    LOG_LEVEL: "silent",
    ...(isSigned ? { DKIM_PRIVATE_KEY: String(key), DKIM_DOMAIN: "caisse.example" } : {}),
  });
  try {
    await work(worker);
  } finally {
    worker.process.kill("SIGTERM");
    await worker.ended();
  }
}

/** From the first letter received to the last, as for the floor: neither side counts how it was started. */
async function wholePath({ pool, sink, office }: Ground, worker: Child, letters: number): Promise<Measure> {
  await pool.query("delete from campaign");
  sink.received.length = 0;
  const before = cpuOf(worker.process.pid!);
  await office.launch({ letter: JSON.stringify(longLetter) });
  await allReceived(sink, letters, worker);
  return { ...spanOf(sink), cpu: cpuOf(worker.process.pid!) - before };
}

async function bareLoop({ folder, sink }: Ground, isSigned: boolean, letters: number): Promise<Measure> {
  const frame = { category: "information" as const, sender: "Votre caisse", reason: "Vous exercez dans son ressort." };
  const template = render(longLetter, frame, "2026-11-24");
  const names = [template.subject, template.html, template.text].flatMap((pieces) => [...valuesIn(pieces)]);
  const values = Object.fromEntries(names.map((name) => [name, "Le Goff"]));
  const dkim = isSigned ? { domainName: "caisse.example", keySelector: "tandem", privateKey: key } : null;
  const job = path.join(folder, "bare-loop.json");
  fs.writeFileSync(job, JSON.stringify({ url: sink.url, count: letters, template, values, dkim }));
  sink.received.length = 0;
  const loop = aChild("tests/bench/campaign/child.ts", [job]);
  let cpu = Number.NaN;
  await allReceived(sink, letters, loop, () => {
    cpu = cpuOf(loop.process.pid!);
  });
  await loop.ended();
  return { ...spanOf(sink), cpu };
}

function spanOf({ received }: Sink): { wall: number } {
  return { wall: received.at(-1)!.at - received[0]!.at };
}

async function allReceived(sink: Sink, letters: number, sender: Child, look = () => {}): Promise<void> {
  for (;;) {
    look();
    if (sink.received.length >= letters) return;
    if (sender.process.exitCode !== null) throw new Error((await sender.ended()).output);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

/** The most memory the process ever held, as the system tells. */
function peakMegabytes({ process: { pid } }: Child): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
