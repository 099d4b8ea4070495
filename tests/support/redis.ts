import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "~db/embedded/processes";
import { onPath } from "./program";

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

export const redisProgram = (): string | undefined => onPath("redis-server");

/** A server of our own on a free port, that writes nothing to the disk and is gone after the tests. */
export async function startRedis(program: string): Promise<RedisServer> {
  const port = await freePort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-redis-"));
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(program, settings, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await new Promise<void>((ready, failed) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("Ready to accept connections")) ready();
    });
    child.once("exit", (code) => failed(new Error(`redis-server ended with code ${code}:\n${said}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
