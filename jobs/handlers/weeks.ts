import {
  beginWeek,
  keepRoadTable,
  noteProgress,
  pointsOf,
  problemOfWeek,
  roadsOfWeek,
  weekFailed,
} from "~/visits/week/proposing.server";
import { saveWeek } from "~/visits/week/saving.server";
import { catalog } from "../catalog";
import type { Desk, Handler } from "../handler";
import { later } from "../later";

/** The week may change while it is computed; after so many times the last answer is kept as it is. */
const MOST_ATTEMPTS = 3;
/** Counted in iterations: the same week on any machine. Twice as many bring 0.35 % more, and somebody waits. */
const BUDGET = { effort: "fast" } as const;

const proposeWeek: Handler<"proposeWeek"> = async ({ planId, anew }, desk) => {
  const { step, tools, stopping } = desk;
  if (!(await step((ctx) => beginWeek(ctx, planId)))) return;
  try {
    const roadsFailed = !(await askRoads(planId, desk));
    for (let attempt = 1; ; attempt++) {
      const asked = await step((ctx) => problemOfWeek(ctx, { planId, anew }));
      if (!asked) return;
      const teller = tellProgress(planId, desk);
      const { problem, seed, before } = asked;
      const plan = before
        ? await tools.planner.repair(problem, before, { seed, budget: BUDGET }, teller.tell, stopping)
        : await tools.planner.plan(problem, { seed, budget: BUDGET }, teller.tell, stopping);
      await teller.told();
      if (stopping.aborted) return await step((ctx) => later(ctx, catalog.proposeWeek, { planId, anew }));
      const saving = { roadsFailed, anyway: attempt === MOST_ATTEMPTS };
      if (await step((ctx) => saveWeek(ctx, planId, plan, saving))) return;
    }
  } catch (error) {
    await step((ctx) => weekFailed(ctx, planId));
    throw error;
  }
};

/** Asks the road service what it was never asked, with no transaction open; false when it does not answer. */
async function askRoads(planId: string, { step, tools, stopping }: Desk): Promise<boolean> {
  const { roads } = tools;
  if (!roads) return true;
  const blocks = await step((ctx) => roadsOfWeek(ctx, planId));
  for (const block of blocks) {
    if (stopping.aborted) return true;
    const { sources, destinations } = pointsOf(block);
    const table = await roads.table(sources, destinations).catch(() => null);
    if (!table) return false;
    await step((ctx) => keepRoadTable(ctx, block, table));
  }
  return true;
}

/** One note at a time: a slow database slows the bar, not the planner. */
function tellProgress(planId: string, { step }: Desk) {
  let writing: Promise<void> | undefined;
  const tell = ({ share }: { share: number }) => {
    writing ??= step((ctx) => noteProgress(ctx, planId, share))
      .catch(() => {}) // the bar is a courtesy
      .finally(() => {
        writing = undefined;
      });
  };
  return { tell, told: async () => writing };
}

export const weekHandlers = { proposeWeek };
