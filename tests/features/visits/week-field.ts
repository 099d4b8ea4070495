import type { Actor } from "~/access/context";
import type { Tools } from "~/tools";
import { plan } from "~/visits/planner/plan";
import { repair } from "~/visits/planner/repair";
import type { Planner } from "~/visits/planner-port";
import { askForWeek } from "~/visits/week/asking.server";
import { type ShownWeek, showWeek } from "~/visits/week/showing.server";
import type { VisitView } from "~/visits/week/view";
import type { WeekSearch } from "~/visits/week/week.form";
import { actAs } from "~db/act-as";
import type { Desk } from "~jobs/handler";
import { weekHandlers } from "~jobs/handlers/weeks";
import { as, HERE, NOON, type TestDatabase } from "../../support/database";
import { aDoctorIn } from "./field";

/** The Monday after NOON, a Tuesday. */
export const WEEK = "2026-11-30";

/** Starts from Saint-Nazaire, as everybody here. */
export async function aBase({ pool }: TestDatabase, { id }: Actor, given: { mostVisits?: number } = {}): Promise<void> {
  await pool.query(
    `insert into delegate_setting (account_id, fund_id, base_label, base_latitude, base_longitude, hours, lunch_from, lunch_to,
       lunch_minutes, visit_minutes, most_visits, safety_percent)
     values ($1, $2, 'CPAM, Saint-Nazaire', 47.275, -2.213, $3, 720, 840, 45, 30, $4, 10)`,
    [id, HERE, JSON.stringify([...Array(5).fill([510, 1050]), null, null]), given.mostVisits ?? 8],
  );
}

/** Nearby communes of the reference, so that a week has something to choose from. */
const TOWNS = [
  { commune_code: "44184", town: "Saint-Nazaire", postcode: "44600" },
  { commune_code: "44132", town: "Pornichet", postcode: "44380" },
  { commune_code: "44055", town: "La Baule-Escoublac", postcode: "44500" },
  { commune_code: "44129", town: "Pontchâteau", postcode: "44160" },
  { commune_code: "44210", town: "Trignac", postcode: "44570" },
];

/** Doctors of a sector worth a visit, the first one the most; one in three in an under-served area. */
export async function worthyDoctors(
  database: TestDatabase,
  sectorId: number,
  count: number,
  given: Parameters<typeof aDoctorIn>[2] = {},
): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i++) {
    const where = { ...TOWNS[i % TOWNS.length]!, practice_key: `practice-${sectorId}-${i}` };
    const id = await aDoctorIn(database, sectorId, { ...where, last_name: `DOCTEUR${i}`, ...given });
    await database.pool.query(
      `insert into score (doctor_id, fund_id, sector_id, is_gp, verdict, zone, specialty, priority, zone_points,
         threshold_points, band_points, colleague_points, freshness_points, unknown_points, failing, unresolved, version)
       values ($1, $2, $3, true, 'yes', $4, 'general-practice', $5, 0, 0, 0, 0, 0, 0, 0, 0, 'test')`,
      [id, HERE, sectorId, i % 3 === 0 ? "ZIP" : "HZ", 90 - (i % 60)],
    );
    ids.push(id);
  }
  return ids;
}

/** The engine in this thread and in little time, for tests that are not about threads or quality. */
export const HERE_PLANNER: Planner = {
  plan: async (problem, { seed }, onProgress, stop) => plan(problem, { seed, budget: QUICK }, onProgress, stop),
  repair: async (problem, before, { seed }, onProgress, stop) =>
    repair(problem, before, { seed, budget: QUICK }, onProgress, stop).plan,
};
const QUICK = { iterations: 300 };

export interface DeskGiven {
  readonly tools?: Partial<Tools>;
  readonly stopping?: AbortSignal;
  /** Asked after each step, with how many were made. */
  readonly dies?: (steps: number) => boolean;
  readonly now?: Date;
  readonly anew?: boolean;
}

export function aWeekDesk(database: TestDatabase, actor: Actor, given: DeskGiven = {}): Desk {
  let steps = 0;
  return {
    step: async (work) => {
      const result = await actAs(database.pool, actor, (tx) => work({ actor, tx, now: given.now ?? NOON }));
      if (given.dies?.(++steps)) throw new Error("power cut");
      return result;
    },
    tools: { planner: HERE_PLANNER, roads: null, ...given.tools } as Tools,
    stopping: given.stopping ?? new AbortController().signal,
  };
}

export function computeWeek(
  database: TestDatabase,
  actor: Actor,
  planId: string,
  given: DeskGiven = {},
): Promise<void> {
  return weekHandlers.proposeWeek({ planId, anew: given.anew ?? false }, aWeekDesk(database, actor, given));
}

/** Asks for the week and computes it at once. */
export async function proposedWeek(database: TestDatabase, actor: Actor, given: DeskGiven = {}): Promise<string> {
  const planId = await as(database, actor, (ctx) => askForWeek(ctx, WEEK), given.now ?? NOON);
  await computeWeek(database, actor, planId, given);
  return planId;
}

export function weekOf(database: TestDatabase, actor: Actor, search: Partial<WeekSearch> = {}): Promise<ShownWeek> {
  return as(database, actor, (ctx) => showWeek(ctx, { semaine: WEEK, medecin: null, nom: "", ...search }));
}

/** Every visit on the page, day after day. */
export function visitsShown({ days }: ShownWeek): (VisitView & { day: string })[] {
  return days.flatMap(({ day, tour }) =>
    (tour?.stops ?? []).flatMap(({ visits }) => visits.map((visit) => ({ ...visit, day }))),
  );
}

/** Why it was refused, with ordinary spaces. */
export function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "accepted",
    (error: Error & { fields?: Record<string, string[]> }) =>
      [error.message, ...Object.values(error.fields ?? {}).flat()].join(" ").replace(/[\u00a0\u202f]/g, " "),
  );
}

export interface VisitRow {
  readonly id: string;
  readonly doctor_id: number;
  readonly starts_at: Date;
  readonly state: string;
  readonly firmness: string;
  readonly reason: string;
  readonly version: number;
}

export async function visitsOf({ pool }: TestDatabase, { id }: Actor): Promise<VisitRow[]> {
  const { rows } = await pool.query<VisitRow>(
    "select * from visit where delegate_id = $1 order by starts_at, doctor_id",
    [id],
  );
  return rows;
}
