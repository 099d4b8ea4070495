import { parseArgs } from "node:util";
import type { Bench, Scale } from "./bench-options";
import { openReport } from "./report";
import { type BenchServer, openServer } from "./server";

/** Loaded when asked for: a bench of queries need not wait for the screens to be built. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  import: async () => (await import("./import")).benchImport,
  score: async () => (await import("./score")).benchScore,
  list: async () => (await import("./list")).benchList,
  segment: async () => (await import("./segment")).benchSegment,
  campaign: async () => (await import("./campaign")).benchCampaign,
  kills: async () => (await import("./kills")).benchKills,
  funnel: async () => (await import("./funnel")).benchFunnel,
  forecast: async () => (await import("./forecast")).benchForecast,
  plan: async () => {
    const { benchPlan } = await import("./plan/plan.bench");
    return async (options) => void (await benchPlan(options));
  },
};

process.exit(await run());

async function run(): Promise<number> {
  const asked = readArguments();
  if (typeof asked === "string") {
    process.stderr.write(
      `${asked}\nUsage: npm run bench -- [--only ${Object.keys(BENCHES).join(",")}] [--scale small|full]\n`,
    );
    return 2;
  }
  const report = openReport((line) => process.stdout.write(`${line}\n`));
  let started: Promise<BenchServer> | undefined;
  const server = () => {
    started ??= openServer();
    return started;
  };
  const stop = async () => (await started?.catch(() => undefined))?.stop();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    for (const name of asked.names) await runOne(name, { scale: asked.scale, report, server });
  } finally {
    await stop();
  }
  process.stdout.write(`\n${report.passed} passed, ${report.failed} failed\n`);
  return report.failed === 0 ? 0 : 1;
}

/** A bench that cannot finish is a goal missed, and no reason to skip the others. */
async function runOne(name: string, options: Parameters<Bench>[0]): Promise<void> {
  try {
    const bench = await BENCHES[name]!();
    await bench(options);
  } catch (error) {
    options.report.goal(name, false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function readArguments(): { names: string[]; scale: Scale } | string {
  let values: { only?: string | undefined; scale: string };
  try {
    values = parseArgs({ options: { only: { type: "string" }, scale: { type: "string", default: "small" } } }).values;
  } catch (error) {
    return (error as Error).message;
  }
  const names = values.only?.split(",").map((name) => name.trim()) ?? Object.keys(BENCHES);
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) return `Unknown bench: ${unknown}.`;
  if (values.scale !== "small" && values.scale !== "full") return `Unknown scale: ${values.scale}.`;
  return { names, scale: values.scale };
}
