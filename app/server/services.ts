import path from "node:path";
import type { Env } from "~/env.server";
import { diskFiles } from "~/files/disk.server";
import { osrmRoads } from "~/geo/osrm.server";
import { startCapture } from "~/mail/capture.server";
import { imapInbox } from "~/mail/inbox.server";
import { smtpRelay } from "~/mail/relay.server";
import { smtpMailer } from "~/mail/smtp.server";
import type { Log, Services } from "~/wiring";
import { atTheDoor } from "~db/act-as";
import { openPool } from "~db/connection";
import { startEmbedded } from "~db/embedded/server";
import { migrate } from "~db/migrate";
import { keepCaptured } from "~db/queries/captured";
import { carryNotes } from "~jobs/outbox";
import { openStore } from "~jobs/store";
import { identify } from "./arming";
import { dkimOf, senderOf } from "./mail-settings";
import { openPlanner } from "./planner-threads";

/** The address of the truth: the given one, or a PostgreSQL of our own in DATA_DIR. */
export async function openDatabase(env: Env, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} };
  const server = await startEmbedded({ dataDir: path.join(env.DATA_DIR, "pg") });
  log.info({ port: server.port }, server.adopted ? "PostgreSQL embarqué repris" : "PostgreSQL embarqué démarré");
  return server;
}

/** Letters of campaigns in flight in one process, whatever the groups of mailboxes. */
const RELAY_CONNECTIONS = 10;

export type RunningServices = Services & { close(): Promise<void> };

/** Builds everything a process needs, once; `close` undoes it in the reverse order. */
export async function openServices(env: Env, log: Log): Promise<RunningServices> {
  const database = await openDatabase(env, log);
  const pool = openPool(database.url, env.POOL_SIZE);
  const applied = await migrate(pool);
  if (applied.length > 0) log.info({ applied: applied.join(", ") }, "base de données mise à jour");
  const report = (error: unknown) => log.error({ err: error }, "file d'attente");
  const store = openStore({ databaseUrl: database.url, redisUrl: env.REDIS_URL, onError: report });
  await store.prepare();
  const capture = env.SMTP_URL
    ? undefined
    : await startCapture((mail) => atTheDoor(pool, (tx) => keepCaptured(tx, mail)));
  const smtpUrl = env.SMTP_URL ?? capture!.url;
  const mailer = smtpMailer(smtpUrl, env.MAIL_FROM);
  const relay = smtpRelay({ url: smtpUrl, connections: RELAY_CONNECTIONS, dkim: dkimOf(env) });
  const identity = await identify(pool, env);
  const planner = openPlanner();
  const notes = carryNotes(pool, store, report);
  let publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    env,
    pool,
    store,
    log,
    knock: notes.knock,
    now: () => new Date(),
    tools: {
      mailer,
      files: diskFiles(path.join(env.DATA_DIR, "files")),
      publicUrl: () => publicUrl,
      campaignMail: { relay, address: senderOf(env), identity },
      returns: env.BOUNCE_IMAP_URL ? imapInbox(env.BOUNCE_IMAP_URL) : null,
      planner,
      roads: env.OSRM_URL ? osrmRoads(env.OSRM_URL) : null,
    },
    servesAt(url) {
      publicUrl = env.PUBLIC_URL ?? url;
    },
    async close() {
      await notes.stop();
      await planner.close();
      await store.close();
      await mailer.close();
      await relay.close();
      await capture?.close();
      await pool.end();
      await database.stop();
    },
  };
}
