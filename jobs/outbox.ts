import { atTheDoor } from "~db/act-as";
import type { Pool } from "~db/connection";
import { takeNotes, unknownJobs } from "~db/queries/outbox";
import { catalog } from "./catalog";
import type { Job } from "./define";
import type { Store } from "./store";

const LOOK_FOR_STRAYS_EVERY = 300;

const jobsByName = new Map<string, Job>(Object.values(catalog).map((job) => [job.name, job]));

/** Moves committed notes to the queue. A note's id is its job's id, so a note handed over twice is queued once. */
export function drainOutbox(pool: Pool, store: Store, limit = 100): Promise<number> {
  return atTheDoor(pool, async (tx) => {
    const notes = await takeNotes(tx, limit, [...jobsByName.keys()]);
    for (const note of notes) {
      const job = jobsByName.get(note.job)!;
      await store.queue(job.queue).add(
        job.name,
        { payload: note.payload, actorId: note.actor_id },
        {
          jobId: `note-${note.id}`,
          attempts: job.attempts,
          backoff: { type: "exponential", delay: 2_000, jitter: 0.5 },
          delay: Math.max(0, (note.not_before?.getTime() ?? 0) - Date.now()),
          removeOnComplete: { age: 86_400 },
          removeOnFail: { age: 14 * 86_400 },
        },
      );
    }
    return notes.length;
  });
}

/** Carries notes for as long as the process lives: at once when somebody knocks, every second otherwise. */
export function carryNotes(
  pool: Pool,
  store: Store,
  onError: (error: unknown) => void,
): { knock(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let rounds = 0;
  const round = async () => {
    if (rounds++ % LOOK_FOR_STRAYS_EVERY === 0) await refuseStrays(pool).catch(onError);
    while ((await drainOutbox(pool, store)) === 100);
  };
  const knock = () => {
    running ??= round()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(knock, 1_000);
  return {
    knock,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Notes nobody here can carry are said, not lost: another version may know them. */
async function refuseStrays(pool: Pool): Promise<void> {
  const strays = await atTheDoor(pool, (tx) => unknownJobs(tx, [...jobsByName.keys()]));
  if (strays.length > 0) throw new Error(`Notes wait for jobs this version does not know: ${strays.join(", ")}`);
}
