import type { Pool } from "~db/connection";
import { openStore } from "~jobs/store";
import { type PostOffice, seedDoctors } from "../features/campaigns/post-office";
import { aChild, type Child } from "./child";
import type { Sink } from "./smtp-sink";
import { until } from "./until";

/** What one process may have in flight: two lanes of five. */
export const IN_FLIGHT = 10;

interface Killing {
  readonly pool: Pool;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly folder: string;
  readonly sink: Sink;
  readonly office: PostOffice;
  readonly letters: number;
  readonly kills: number;
}

export interface Aftermath {
  readonly accepted: number;
  readonly uncertain: number;
  /** Addresses that got the letter more than once. */
  readonly twice: number;
  /** Said to be accepted, and never received. */
  readonly lost: number;
}

/** One campaign whose workers are killed outright again and again, and whose queue is emptied before the last one. */
export async function killedCampaign(killing: Killing): Promise<Aftermath> {
  const { pool, databaseUrl, redisUrl, sink, office, letters, kills } = killing;
  await pool.query(
    "truncate campaign, recipient, doctor, score, doctor_email, outbox, sending_slot, sending_gate cascade",
  );
  sink.received.length = 0;
  await seedDoctors({ pool }, letters);
  const id = await office.launch();
  let worker: Child | undefined;
  try {
    for (let kill = 1; kill <= kills; kill++) {
      worker = aWorker(killing);
      const enough = (kill * letters) / (kills + 2);
      await until(
        async () => sink.received.length,
        (sent) => sent >= enough,
      );
      worker.process.kill("SIGKILL");
      await worker.ended();
    }
    const store = openStore({ databaseUrl, redisUrl, onError: () => {} });
    await store.queue("campaigns").obliterate({ force: true });
    await store.close();
    worker = aWorker(killing);
    await until(
      () => office.status(id),
      ({ state }) => state === "finished",
      600,
    );
    return aftermath(killing, id);
  } finally {
    worker?.process.kill("SIGKILL");
    await worker?.ended();
  }
}

function aWorker({ databaseUrl, redisUrl, sink, folder }: Killing): Child {
  return aChild("app/server/worker.command.ts", [], {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? "",
    SMTP_URL: sink.url,
    MAIL_FROM: "Tandem <tandem@caisse.example>",
    DATA_DIR: folder,
    LOG_LEVEL: "silent",
  });
}

async function aftermath({ pool, sink, office }: Killing, id: string): Promise<Aftermath> {
  const { accepted, uncertain } = await office.status(id);
  const addresses = sink.received.map(({ to }) => to);
  const { rows } = await pool.query<{ lost: number }>(
    "select count(*)::integer as lost from recipient where state = 'accepted' and address <> all ($1)",
    [addresses],
  );
  return { accepted, uncertain, twice: addresses.length - new Set(addresses).size, lost: rows[0]!.lost };
}
