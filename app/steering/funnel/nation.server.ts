import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { figuresOfReached } from "~/funnel/figures";
import { monthNumber } from "~/funnel/history";
import { PLACES, type Place } from "~/funnel/place";
import { STAGES } from "~/funnel/stage";
import { type NationAsk, type NationSum, nationDelays, nationSums } from "~db/queries/funnel-nation";
import { type Selection, specialtyOf, type Wanted, zonesOf } from "./selection";

/** Before the first month, and beyond the last. */
const EVER = 0;
const FOREVER = 999_999;

/** For who reads no doctor: sums of eleven or more, whole months, families instead of specialties. */
export async function nationFunnel(ctx: Context, wanted: Wanted, selection: Selection, span: { from: Day; to: Day }) {
  const delays = (await nationDelays(ctx.tx, selection.caisse)).map((row) => ({ ...row, place: row.label as Place }));
  const isNow = wanted.vue === "photo" && wanted.au === null;
  const [from, to] = isNow
    ? [EVER, FOREVER]
    : [wanted.au ? EVER : monthNumber(span.from), monthNumber(wanted.au ?? span.to)];
  const measure = isNow ? "now" : wanted.au === null && wanted.vue === "cohorte" ? "cohort" : "month";
  const rows = await sums(ctx, selection, measure, from, to);
  const places: readonly Place[] = isNow ? PLACES : STAGES;
  const reached = Object.fromEntries(
    places.map((place) => {
      const row = rows.find(({ label }) => label === place);
      return [place, row ? row.doctors : 0];
    }),
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
    const before = kept.get(row.label)?.doctors ?? null;
    kept.set(row.label, { ...row, doctors: row.doctors === null ? before : row.doctors + (before ?? 0) });
  }
  return [...kept.values()];
}

/** The sums know general practitioners from specialists, not one specialty from another. */
function familyOf({ specialite }: Selection): NationAsk["family"] {
  if (specialite === null) return null;
  const { isGp, specialty } = specialtyOf(specialite);
  return (isGp ?? specialty === "general-practice") ? "gp" : "specialist";
}
