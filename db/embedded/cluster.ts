import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { canReach, give, type ServerAccount } from "./account";
import type { Binaries } from "./binaries";

/** Where the data can live: the asked folder, or a system one when the server's account cannot enter the asked one. */
export function reachableDataDir(asked: string, account: ServerAccount): string {
  const dataDir = path.resolve(asked);
  if (canReach(path.dirname(dataDir), account)) return dataDir;
  return path.join("/var/lib/tandem", createHash("sha256").update(dataDir).digest("hex").slice(0, 12), "pg");
}

export const passwordFile = (dataDir: string) => `${dataDir}.secret`;

/** Makes the cluster on the first start; afterwards only reads the password kept beside it. */
export function ensureCluster(dataDir: string, binaries: Binaries, account: ServerAccount, fast: boolean): string {
  if (!fs.existsSync(path.join(dataDir, "PG_VERSION"))) makeCluster(dataDir, binaries, account, fast);
  return fs.readFileSync(passwordFile(dataDir), "utf8");
}

function makeCluster(dataDir: string, binaries: Binaries, account: ServerAccount, fast: boolean): void {
  fs.rmSync(dataDir, { recursive: true, force: true }); // what an interrupted initdb left behind
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  fs.mkdirSync(dataDir, { mode: 0o700 });
  give(dataDir, account);
  const password = randomBytes(24).toString("base64url");
  fs.writeFileSync(passwordFile(dataDir), password, { mode: 0o600 });
  const handed = `${dataDir}.password-${process.pid}`;
  fs.writeFileSync(handed, `${password}\n`, { mode: 0o600 });
  give(handed, account);
  try {
    execFileSync(binaries("initdb"), initdbArguments(dataDir, handed, fast), {
      ...account,
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    fs.rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`initdb a échoué : ${(error as { stderr?: Buffer }).stderr ?? error}`);
  } finally {
    fs.rmSync(handed, { force: true });
  }
}

function initdbArguments(dataDir: string, passwordFrom: string, fast: boolean): string[] {
  return [
    ...["-D", dataDir, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFrom}`],
    // The builtin provider sorts the same on every machine, whatever its locales; French order is asked by ICU collation.
    ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"],
    ...(fast ? ["--no-sync"] : []),
  ];
}

/** The caller's PG* variables would redirect the server's own programs. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const name of Object.keys(environment)) if (name.startsWith("PG")) delete environment[name];
  return environment;
}
