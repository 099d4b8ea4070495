import type { Context } from "~/access/context";
import { outlinesIn } from "~/geo/outline";
import outlines from "~/geo/outlines/departments.json";
import { figuresKept, fundsByDepartment } from "~db/queries/nation";
import { classEnds, classOf } from "./classes";
import { franceMap } from "./france";
import { type Measure, measureOf, type Told } from "./measures";

export interface NationRow {
  readonly code: string;
  readonly names: string;
  readonly told: Told;
  /** Of the map; null: hidden. */
  readonly rank: number | null;
}

/** One measure, place by place, the highest first, as the clock last worked it out. */
export async function nationFigures(ctx: Context, slug: string | undefined) {
  const measure = measureOf(slug);
  const { rows, total, computedAt } = await toldOf(ctx, measure);
  const ends = classEnds(rows.flatMap(({ told }) => told.value ?? []));
  return {
    measure,
    computedAt,
    total,
    ends,
    rows: rows.map((row): NationRow => ({ ...row, rank: row.told.hidden ? null : classOf(row.told.value, ends) })),
    map: franceMap(outlinesIn(outlines)),
  };
}

export async function toldOf(ctx: Context, measure: Measure) {
  const kept = await figuresKept(ctx.tx, measure);
  const names = new Map((await fundsByDepartment(ctx.tx)).map((each) => [each.department, each.names]));
  const all = kept.map(({ department, value, hidden }) => ({
    code: department,
    names: names.get(department) ?? "",
    told: (hidden === null ? { value: value!, hidden } : { value: null, hidden }) satisfies Told as Told,
  }));
  const rows = all.filter(({ code }) => code !== "").sort((a, b) => order(b.told) - order(a.told));
  return {
    rows,
    total: all.find(({ code }) => code === "")?.told ?? null,
    computedAt: kept[0]?.computed_at ?? null,
  };
}

/** What is shown first, what is hidden after the least of it, nought last. */
function order({ value, hidden }: Told): number {
  if (hidden !== null) return hidden === "masked" ? 0.000_2 : 0.000_1;
  return value;
}
