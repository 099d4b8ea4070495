import fs from "node:fs";
import net from "node:net";
import { parseArgs } from "node:util";
import type { Env } from "~/env.server";
import type { CommandIo, ExitCode } from "~/server/io";
import { openDatabase } from "~/server/services";
import type { Log } from "~/wiring";
import { openPool, type Pool } from "~db/connection";

interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly said: string;
}

/** Looks at everything Tandem stands on and says what is wrong in words, without changing anything. */
export async function doctorCommand({
  args,
  io,
  env,
  log,
}: {
  args: string[];
  io: CommandIo;
  env: Env;
  log: Log;
}): Promise<ExitCode> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const findings = [nodeVersion(), dataFolder(env), ...(await database(env, log)), ...(await outside(env))];
  if (values.json) io.out(`${JSON.stringify(findings)}\n`);
  else for (const { ok, about, said } of findings) io.out(`${ok ? "✓" : "✗"} ${about} : ${said}\n`);
  const wrong = findings.filter(({ ok }) => !ok).length;
  if (!values.json) io.out(wrong === 0 ? "Tout va bien.\n" : `${wrong} point${wrong > 1 ? "s" : ""} à corriger.\n`);
  return wrong === 0 ? 0 : 1;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    about: "Node.js",
    ok,
    said: ok ? process.versions.node : `${process.versions.node} est trop ancien, il faut 20.19 ou plus`,
  };
}

function dataFolder({ DATA_DIR }: Env): Finding {
  const about = `Dossier de données ${DATA_DIR}`;
  try {
    fs.mkdirSync(DATA_DIR, { recursive: true });
    fs.accessSync(DATA_DIR, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(DATA_DIR);
    const free = Math.round((bavail * bsize) / 1e9);
    return {
      about,
      ok: free >= 2,
      said: free >= 2 ? `${free} Go libres` : `il ne reste que ${free} Go : libérez de la place`,
    };
  } catch {
    return { about, ok: false, said: "impossible d'y écrire : donnez-en le droit à ce compte, ou changez DATA_DIR" };
  }
}

async function database(env: Env, log: Log): Promise<Finding[]> {
  const about = env.DATABASE_URL ? "PostgreSQL (DATABASE_URL)" : "PostgreSQL embarqué";
  let server: Awaited<ReturnType<typeof openDatabase>> | undefined;
  try {
    server = await openDatabase(env, log);
    const pool = openPool(server.url, 2);
    const findings = await inspect(pool, about);
    await pool.end();
    return findings;
  } catch (error) {
    return [{ about, ok: false, said: `ne répond pas (${(error as Error).message.split("\n")[0]})` }];
  } finally {
    await server?.stop();
  }
}

async function inspect(pool: Pool, about: string): Promise<Finding[]> {
  const { rows } = await pool.query<{ version: string; migrated: boolean }>(
    "select current_setting('server_version') as version, to_regclass('public.doctor') is not null as migrated",
  );
  const { version, migrated } = rows[0]!;
  const findings: Finding[] = [{ about, ok: Number.parseInt(version, 10) >= 15, said: `version ${version}` }];
  if (!migrated)
    return [...findings, { about: "Schéma", ok: false, said: "absent : lancez « npm run -s tandem -- migrate »" }];
  return [...findings, await guarded(pool), await notesWaiting(pool)];
}

/** Every table that belongs to a fund must be guarded, whoever owns it. */
async function guarded(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'fund_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
      and c.relname not in ('commune')`);
  const names = rows.map((row) => row.name).join(", ");
  const about = "Cloisonnement des caisses";
  return {
    about,
    ok: rows.length === 0,
    said: rows.length === 0 ? "actif sur toutes les tables" : `inactif sur ${names} : lancez « migrate »`,
  };
}

async function notesWaiting(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ late: number }>(
    "select count(*)::int as late from outbox where noted_at < now() - interval '5 minutes'",
  );
  const late = rows[0]!.late;
  return {
    about: "Tâches",
    ok: late === 0,
    said:
      late === 0
        ? "aucune en retard"
        : `${late} attendent depuis plus de 5 minutes : un processus « worker » tourne-t-il ?`,
  };
}

async function outside(env: Env): Promise<Finding[]> {
  const findings: Finding[] = [];
  findings.push(await reached("Files d'attente", env.REDIS_URL, 6379, "dans PostgreSQL"));
  findings.push(
    await reached(
      "Relais de courriel",
      env.SMTP_URL,
      25,
      "aucun : les courriels sont capturés et lisibles dans Tandem",
    ),
  );
  return findings;
}

async function reached(about: string, url: string | undefined, port: number, otherwise: string): Promise<Finding> {
  if (!url) return { about, ok: true, said: otherwise };
  const { hostname, port: given } = new URL(url);
  const ok = await new Promise<boolean>((done) => {
    const socket = net.connect({ host: hostname, port: Number(given || port), timeout: 3_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket
      .once("connect", () => end(true))
      .once("error", () => end(false))
      .once("timeout", () => end(false));
  });
  return { about, ok, said: ok ? `${hostname} répond` : `${hostname} ne répond pas : vérifiez l'adresse et le réseau` };
}
