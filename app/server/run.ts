import { BadEnvironment, type Env, readEnv } from "~/env.server";
import type { Log } from "~/wiring";
import { openLog } from "./log";

/** The frame of every long-lived process: settings, log, and a plain sentence when it cannot start. */
export async function run(start: (env: Env, log: Log) => Promise<void>): Promise<void> {
  process.env.NODE_ENV ??= "production";
  try {
    const env = readEnv();
    await start(env, openLog(env, true));
  } catch (error) {
    const said =
      error instanceof BadEnvironment ? error.message : `Tandem ne démarre pas : ${(error as Error).stack ?? error}`;
    process.stderr.write(`${said}\n`);
    process.exit(1);
  }
}
