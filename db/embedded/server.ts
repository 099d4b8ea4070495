import { spawn } from "node:child_process";
import fs from "node:fs";
import type net from "node:net";
import path from "node:path";
import pg from "pg";
import { type ServerAccount, serverAccount } from "./account";
import { type Binaries, binariesFor } from "./binaries";
import { ensureCluster, passwordFile, reachableDataDir, serverEnvironment } from "./cluster";
import { freePort, isAlive, readPostmaster, servesFolder, sleep, withFileLock } from "./processes";

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly database?: string;
  /** Durability off: for tests and throw-away data only. */
  readonly fast?: boolean;
  /** Remove the data when stopping. */
  readonly ephemeral?: boolean;
  readonly log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly port: number;
  /** A server left behind by a killed parent was found serving and taken over. */
  readonly adopted: boolean;
  /** This process stops the server; a second process on the same folder only borrows it. */
  readonly owner: boolean;
  stop(): Promise<void>;
}

const OWNER_LOCK = 7_277;

/** Starts, or joins, the PostgreSQL of a folder. Survives kill -9 of parent and server: nothing is ever deleted but stale locks. */
export function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = serverAccount();
  const dataDir = reachableDataDir(options.dataDir, account);
  return withFileLock(`${dataDir}.lock`, () => start(options, dataDir, account));
}

async function start(options: EmbeddedOptions, dataDir: string, account: ServerAccount): Promise<EmbeddedDatabase> {
  const binaries = binariesFor(account, dataDir);
  const password = ensureCluster(dataDir, binaries, account, options.fast ?? false);
  const urlOf = (port: number, database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

  const running = await findRunning(dataDir, (port) => urlOf(port, "postgres"));
  const { pid, port } = running ?? (await launch(options, dataDir, binaries, account));
  const database = options.database ?? "tandem";
  const lease = await takeLease(urlOf(port, "postgres"), database);
  const stop = lease ? stopper(pid, lease, options.ephemeral ? dataDir : undefined) : async () => {};
  return { url: urlOf(port, database), port, adopted: running !== undefined, owner: lease !== undefined, stop };
}

/** A postmaster that outlived its parent still owns the folder: wait for it to answer and adopt it. */
async function findRunning(dataDir: string, urlOf: (port: number) => string) {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster) return undefined;
  if (!servesFolder(postmaster.pid, dataDir)) {
    fs.rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
    return undefined;
  }
  for (let attempt = 0; attempt < 300 && isAlive(postmaster.pid); attempt++) {
    if (await serves(urlOf(postmaster.port), dataDir)) return postmaster;
    await sleep(100);
  }
  return undefined;
}

async function serves(url: string, dataDir: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    return fs.realpathSync(rows[0].folder) === fs.realpathSync(dataDir);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch(options: EmbeddedOptions, dataDir: string, binaries: Binaries, account: ServerAccount) {
  const port = await freePort();
  const settings = Object.entries(serverSettings(options.fast ?? false)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // A process group of its own: Ctrl-C reaches only the parent, which stops the server in order.
  const child = spawn(binaries("postgres"), ["-D", dataDir, "-p", String(port), ...settings], {
    ...account,
    env: serverEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let tail = "";
  let exit: number | undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-4_000);
    options.log?.(text.trimEnd());
  });
  child.on("exit", (code) => {
    exit = code ?? -1;
  });
  for (let attempt = 0; ; attempt++) {
    if (exit !== undefined) throw new Error(`PostgreSQL s'est arrêté (code ${exit}) :\n${tail}`);
    const now = readPostmaster(dataDir);
    // The file of a crashed server also says "ready": compare the pid.
    if (now && now.pid === child.pid && now.status === "ready") break;
    if (attempt > 2_400) throw new Error(`PostgreSQL n'est pas prêt après 60 s :\n${tail}`);
    await sleep(25);
  }
  child.unref();
  (child.stderr as unknown as net.Socket).unref();
  return { pid: child.pid as number, port };
}

function serverSettings(fast: boolean): Record<string, string> {
  return {
    ...{
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: "200",
      timezone: "UTC",
      log_timezone: "UTC",
    },
    ...{
      shared_buffers: "256MB",
      work_mem: "32MB",
      maintenance_work_mem: "256MB",
      max_wal_size: "4GB",
      random_page_cost: "1.1",
      jit: "off",
    },
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
}

/** The holder of a session lock owns the server; PostgreSQL frees the lock however its holder dies. */
async function takeLease(url: string, database: string): Promise<pg.Client | undefined> {
  const lease = new pg.Client({ connectionString: url, application_name: "tandem-owner" });
  lease.on("error", () => {});
  await lease.connect();
  const owns = (await lease.query("select pg_try_advisory_lock($1) as ok", [OWNER_LOCK])).rows[0].ok as boolean;
  const known = await lease.query("select 1 from pg_database where datname = $1", [database]);
  if (known.rowCount === 0) await lease.query(`create database ${pg.escapeIdentifier(database)}`);
  if (owns)
    socketOf(lease).unref(); // the lease alone must not keep the process alive
  else await lease.end();
  return owns ? lease : undefined;
}

function stopper(pid: number, lease: pg.Client, erase: string | undefined): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    socketOf(lease).ref(); // or the loop may run empty before the server has stopped
    await lease.end().catch(() => {});
    if (isAlive(pid)) process.kill(pid, "SIGINT"); // fast shutdown: rolls back, checkpoints, leaves no lock
    for (let attempt = 0; attempt < 1_200 && isAlive(pid); attempt++) await sleep(25);
    if (erase) for (const place of [erase, passwordFile(erase)]) fs.rmSync(place, { recursive: true, force: true });
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

function socketOf(client: pg.Client): net.Socket {
  return (client as unknown as { connection: { stream: net.Socket } }).connection.stream;
}
