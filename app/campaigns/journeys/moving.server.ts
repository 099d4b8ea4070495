import type { Context } from "~/access/context";
import { dayIn, instantAt } from "~/calendar/zoned";
import { askDelegate, withdrawErrands } from "~/visits/follow-ups/asking.server";
import type { Joined } from "~db/queries/audience";
import {
  beginTurn,
  claimEntries,
  type DueEntry,
  endTurn,
  entriesWithFacts,
  moveEntry,
  withdrawLetters,
} from "~db/queries/journeys-moving";
import { type Action, advance, atBarrier, begun, closed, type Place } from "./advance";
import { factsOf, placeOf, settledOf } from "./facts";
import { handToCampaign } from "./letters.server";

/** Entries moved in one transaction. */
export const SLICE = 200;
/** Everybody is looked at again at least this often: a visit may be booked, a task done, at any time. */
const LOOK_AGAIN_MS = 3_600_000;
const MORNING = 7 * 60;

/**
 * Moves the next entries that are due as far as they go today. Whatever one step needs is written with the step, in this
 * transaction: cut off anywhere, nothing of it has happened, and the entry is due again. Returns how many there were.
 */
export async function moveDueEntries(ctx: Context, limit = SLICE): Promise<number> {
  const ids = await claimEntries(ctx.tx, ctx.now, limit);
  if (ids.length === 0) return 0;
  const walkers = (await entriesWithFacts(ctx.tx, ids, ctx.now)).map((entry) => walkerOf(entry, ctx.now));
  for (let still = walkers; still.length > 0; ) {
    for (const walker of still) walker.action = actionOf(walker);
    await beginLetters(ctx, still);
    const next: Walker[] = [];
    for (const walker of still) if (await act(ctx, walker)) next.push(walker);
    still = next;
  }
  return ids.length;
}

/** An entry on its way through one transaction. */
interface Walker {
  readonly entry: DueEntry;
  readonly today: string;
  place: Place;
  settled: ReturnType<typeof settledOf>;
  action: Action;
  joined: Joined | undefined;
}

function walkerOf(entry: DueEntry, now: Date): Walker {
  const today = dayIn(entry.zone, now);
  const action: Action = { kind: "wait", until: null };
  return { entry, today, place: placeOf(entry), settled: settledOf(entry), action, joined: undefined };
}

function actionOf({ entry, place, settled, today }: Walker): Action {
  if (entry.is_gone) return { kind: "stop", because: "gone" };
  return advance(place, entry, factsOf(entry), settled, today);
}

/** All the letters of one step in one statement: a journey may take in a whole fund at once. */
async function beginLetters(ctx: Context, walkers: readonly Walker[]): Promise<void> {
  const calls = new Map<string, Walker[]>();
  for (const walker of walkers) {
    const { action, entry } = walker;
    if (action.kind !== "begin" || entry.steps[action.step]?.kind !== "letter") continue;
    const key = `${entry.journey_id} ${action.step}`;
    calls.set(key, [...(calls.get(key) ?? []), walker]);
  }
  for (const group of calls.values()) {
    const { entry, place } = group[0]!;
    const joined = await handToCampaign(ctx, {
      journeyId: entry.journey_id,
      fundId: entry.fund_id,
      category: entry.category,
      step: place.at,
      doctorIds: group.map((walker) => walker.entry.doctor_id),
    });
    for (const walker of group) walker.joined = joined.get(walker.entry.doctor_id);
  }
}

/** Does it and writes it down. True: there may be more to do today. */
async function act(ctx: Context, walker: Walker): Promise<boolean> {
  const { action } = walker;
  switch (action.kind) {
    case "begin":
      return begin(ctx, walker);
    case "close":
      return close(ctx, walker, action);
    case "stop":
      return leave(ctx, walker, { state: "stopped", because: action.because });
    case "finish":
      return leave(ctx, walker, { state: "finished", because: null });
    case "wait":
      return wait(ctx, walker, action.until);
  }
}

async function begin(ctx: Context, walker: Walker): Promise<boolean> {
  const { entry, place, today } = walker;
  const step = entry.steps[place.at]!;
  const { id: entryId, fund_id: fundId, doctor_id: doctorId } = entry;
  const turn = { entryId, step: place.at, fundId, doctorId, kind: step.kind, on: today, at: ctx.now };
  const started = async (tools: { recipientId: number | null; followUpId: string | null }) => {
    await beginTurn(ctx.tx, { ...turn, ...tools });
    walker.place = begun(place, step, today);
  };
  if (step.kind === "letter") {
    const { recipient_id: recipientId = null, reason = "letter-closed" } = walker.joined ?? {};
    if (recipientId === null) {
      const barred = atBarrier(place, step, reason ?? "letter-closed", today);
      if (barred.kind === "wait") return wait(ctx, walker, barred.until);
      await started({ recipientId: null, followUpId: null });
      return barred.kind === "close" && close(ctx, walker, barred);
    }
    await started({ recipientId, followUpId: null });
    return wait(ctx, walker, null);
  }
  if (step.kind === "visit" && entry.has_visit_ahead) {
    await started({ recipientId: null, followUpId: null });
    walker.settled = { on: today, result: "done", because: "visit-ahead" };
    return true;
  }
  const followUpId = await askDelegate(ctx, {
    fundId,
    doctorId,
    sectorId: entry.sector_id,
    kind: step.kind,
    dueOn: today,
  });
  await started({ recipientId: null, followUpId });
  if (followUpId !== null) return wait(ctx, walker, null);
  walker.settled = { on: today, result: "passed", because: "no-delegate" };
  return true;
}

/** What was asked and not done is taken back: nobody calls for a step that is over. */
async function close(ctx: Context, walker: Walker, { settled }: Extract<Action, { kind: "close" }>): Promise<boolean> {
  const { entry, place } = walker;
  walker.place = closed(place, settled);
  await endTurn(ctx.tx, { entryId: entry.id, step: place.at }, { ...settled, on: walker.place.lastOn });
  await takeBack(ctx, entry, place, settled.result === "passed");
  walker.settled = null;
  return true;
}

async function leave(
  ctx: Context,
  walker: Walker,
  { state, because }: { state: "stopped" | "finished"; because: string | null },
): Promise<false> {
  const { entry, place, today } = walker;
  await takeBack(ctx, entry, place, true);
  await moveEntry(ctx.tx, entry.id, {
    step: place.at,
    last_on: place.lastOn,
    look_at: ctx.now,
    state,
    because,
    over_on: today,
  });
  return false;
}

async function takeBack(ctx: Context, entry: DueEntry, place: Place, isOpen: boolean): Promise<void> {
  if (!isOpen || place.at !== entry.step || place.begunOn === null) return;
  if (entry.follow_up_id !== null) await withdrawErrands(ctx, [entry.follow_up_id]);
  if (entry.recipient_id !== null) await withdrawLetters(ctx.tx, [entry.recipient_id], ctx.now);
}

async function wait(ctx: Context, { entry, place }: Walker, until: string | null): Promise<false> {
  const soon = new Date(ctx.now.getTime() + LOOK_AGAIN_MS);
  const due = until === null ? soon : instantAt(until, MORNING, entry.zone);
  const look = { look_at: due < soon && due > ctx.now ? due : soon };
  await moveEntry(ctx.tx, entry.id, { step: place.at, last_on: place.lastOn, ...look });
  return false;
}
