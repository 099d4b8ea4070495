import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

const SERVER_BUILD = path.resolve("build/server/index.js");

/** Builds the screens when they were never built or have changed since. */
export async function ensureBuild(): Promise<void> {
  if (fs.existsSync(SERVER_BUILD) && fs.statSync(SERVER_BUILD).mtimeMs > newestSource()) return;
  const cli = path.resolve("node_modules/@remix-run/dev/dist/cli.js");
  const child = spawn(process.execPath, [cli, "vite:build", "--config", "app/vite.config.ts"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`La construction des écrans a échoué :\n${complaint}`);
}

export async function loadBuild(): Promise<ServerBuild> {
  return (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
}

function newestSource(): number {
  const files = ["app", "db", "jobs"].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|js)$/.test(entry.name)),
  );
  return Math.max(...files.map((file) => fs.statSync(path.join(file.parentPath, file.name)).mtimeMs));
}
