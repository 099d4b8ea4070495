import {
  createPostgresBackend,
  createRedisBackend,
  type PgPool,
  type Processor,
  type Queue,
  runMigrations,
  type Worker,
  type WorkerOptions,
  withBackend,
} from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import type { QueueName } from "./define";

/** Where the queues live: PostgreSQL by default, Redis when its address is given. Nothing else knows which. */
export interface Store {
  readonly backend: "postgres" | "redis";
  /** Creates or upgrades the queue's own tables; nothing to do on Redis. */
  prepare(): Promise<void>;
  queue(name: QueueName): Queue;
  worker(name: QueueName, run: Processor, concurrency: number): Worker;
  /** Workers finish what they hold, then the connections close. */
  close(): Promise<void>;
}

export interface StoreSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Keeps several installations apart on one server. */
  readonly prefix?: string;
  /** How long a worker that says nothing keeps its job before another takes it: it was killed, most likely. */
  readonly patienceMs?: number;
  readonly onError: (error: Error) => void;
}

const SCHEMA = "bullmq";

/** A lock is renewed at half its life; a job whose worker died twenty times is at fault itself. */
function workerOptions(patienceMs = 60_000): Partial<WorkerOptions> {
  return { lockDuration: patienceMs, stalledInterval: patienceMs / 4, maxStalledCount: 20 };
}

type Closable = { close(): Promise<void>; on(event: "error", listener: (error: Error) => void): unknown };

export function openStore(settings: StoreSettings): Store {
  return settings.redisUrl ? onRedis(settings, settings.redisUrl) : onPostgres(settings);
}

function onPostgres({ databaseUrl, prefix = SCHEMA, patienceMs, onError }: StoreSettings): Store {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${prefix}`,
    max: 12,
    keepAlive: true,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  pool.setMaxListeners(50); // each queue and each worker listens
  const connection = pool as unknown as PgPool;
  const opened = keeper(onError);
  return {
    backend: "postgres",
    async prepare() {
      const client = await pool.connect();
      try {
        await runMigrations(client as never, prefix);
      } finally {
        client.release();
      }
    },
    queue: once((name) => opened.keep(new Queue(name, { connection, prefix }) as unknown as Queue)),
    worker: (name, run, concurrency) =>
      opened.keep(
        new Worker(name, run, {
          connection,
          prefix,
          concurrency,
          ...workerOptions(patienceMs),
        } as never) as unknown as Worker,
      ),
    async close() {
      await opened.closeAll();
      await pool.end();
    },
  };
}

function onRedis({ prefix = SCHEMA, patienceMs, onError }: StoreSettings, url: string): Store {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const clients: Redis[] = [];
  // BullMQ demands no limit of retries on the connections that block.
  const connect = () => {
    const client = new Redis(url, { maxRetriesPerRequest: null });
    client.on("error", onError);
    clients.push(client);
    return client;
  };
  const producers = connect();
  const opened = keeper(onError);
  return {
    backend: "redis",
    prepare: async () => {},
    queue: once((name) => opened.keep(new Queue(name, { connection: producers as never, prefix }) as unknown as Queue)),
    worker: (name, run, concurrency) =>
      opened.keep(
        new Worker(name, run, {
          connection: connect() as never,
          prefix,
          concurrency,
          ...workerOptions(patienceMs),
        } as never) as unknown as Worker,
      ),
    async close() {
      await opened.closeAll();
      for (const client of clients) client.disconnect();
    },
  };
}

/** Without a listener, an "error" event would end the process. */
function keeper(onError: (error: Error) => void) {
  const opened: Closable[] = [];
  return {
    keep<T>(thing: T): T {
      const closable = thing as unknown as Closable;
      closable.on("error", onError);
      opened.push(closable);
      return thing;
    },
    closeAll: () => Promise.allSettled(opened.reverse().map((each) => each.close())),
  };
}

function once<T>(open: (name: QueueName) => T): (name: QueueName) => T {
  const opened = new Map<QueueName, T>();
  return (name) => {
    const known = opened.get(name) ?? open(name);
    opened.set(name, known);
    return known;
  };
}
