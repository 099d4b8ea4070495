import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { figuresOfReached, figuresOfStanding } from "~/funnel/figures";
import { monthNumber } from "~/funnel/history";
import type { Place } from "~/funnel/place";
import { STAGES } from "~/funnel/stage";
import { type NationAsk, type NationSum, nationDelays, nationSums } from "~db/queries/funnel-nation";
import { type Selection, specialtyOf, type Wanted, zonesOf } from "./selection";

/** The first month there is. */
const EVER = 0;

/** For who reads no doctor: sums of eleven or more, whole months, families instead of specialties. */
export async function nationFunnel(ctx: Context, wanted: Wanted, selection: Selection, span: { from: Day; to: Day }) {
  const delays = (await nationDelays(ctx.tx, selection.caisse)).map((row) => ({ ...row, place: row.label as Place }));
  if (wanted.vue === "photo" && wanted.au === null) {
    const standing = (await sums(ctx, selection, "now", 0, 1)).map(({ label, bucket, doctors }) => ({
      place: label as Place,
      isLost: bucket === 1,
      doctors,
    }));
    return { figures: figuresOfStanding(standing, delays), losses: await lossesOf(ctx, selection, EVER, 999_999) };
  }
  const [from, to] = wanted.au ? [EVER, monthNumber(wanted.au)] : [monthNumber(span.from), monthNumber(span.to)];
  const rows = await sums(
    ctx,
    selection,
    wanted.au === null && wanted.vue === "cohorte" ? "cohort" : "month",
    from,
    to,
  );
  const reached = Object.fromEntries(
    STAGES.map((stage) => [stage, rows.find(({ label }) => label === stage)?.doctors ?? null]),
  );
  return { figures: figuresOfReached(reached, null, delays), losses: await lossesOf(ctx, selection, from, to) };
}

async function lossesOf(ctx: Context, selection: Selection, from: number, to: number) {
  const rows = await sums(ctx, selection, "loss", from, to);
  return rows
    .flatMap(({ label, doctors }) => (doctors === null ? [] : [{ reason: label, doctors }]))
    .sort((a, b) => b.doctors - a.doctors);
}

/** One zone group may be two zones. */
async function sums(ctx: Context, selection: Selection, measure: NationAsk["measure"], from: number, to: number) {
  const family = familyOf(selection);
  const zones = zonesOf(selection.zone);
  const all: NationSum[] = [];
  for (const zone of zones.length === 0 ? [null] : zones)
    all.push(...(await nationSums(ctx.tx, { measure, fundId: selection.caisse, zone, family, from, to })));
  return added(all);
}

/** A sum hidden in one zone is left out of the two; hidden in both, it stays hidden. */
function added(all: readonly NationSum[]): NationSum[] {
  const kept = new Map<string, NationSum>();
  for (const row of all) {
    const key = `${row.label} ${row.bucket}`;
    const before = kept.get(key)?.doctors ?? null;
    kept.set(key, { ...row, doctors: row.doctors === null ? before : row.doctors + (before ?? 0) });
  }
  return [...kept.values()];
}

/** The sums know general practitioners from specialists, not one specialty from another. */
function familyOf({ specialite }: Selection): NationAsk["family"] {
  if (specialite === null) return null;
  const { isGp, specialty } = specialtyOf(specialite);
  return (isGp ?? specialty === "general-practice") ? "gp" : "specialist";
}
