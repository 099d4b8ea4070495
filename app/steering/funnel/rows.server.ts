import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { specialtyName } from "~/doctors/specialty-name";
import { listName } from "~/format/names";
import { type DoctorMove, standingAt, standings } from "~/funnel/history";
import { PLACES } from "~/funnel/place";
import { STAGES, type Stage } from "~/funnel/stage";
import { allFunds } from "~db/queries/funds";
import { movesUntil } from "~db/queries/funnel-counts";
import { type After, type Cell, cellCount, cellRows } from "~db/queries/funnel-rows";
import { sectorSheets } from "~db/queries/territories";
import { readPlace, writePlace } from "./cell-cursor";
import type { CellAsk } from "./funnel.form";
import { bringUpToDate, scopeOf } from "./funnel.server";
import { named, spanOf } from "./selection";

const PAGE_SIZE = 50;

/** The doctors behind one figure of the funnel, by name, a page at a time. */
export async function cellPage(ctx: Context, ask: CellAsk) {
  const selection = ask.wanted.first;
  const scope = scopeOf(ctx, selection);
  await bringUpToDate(ctx);
  const cell = await cellOf(ctx, ask);
  const after: After | null = ask.after === null ? null : readPlace(ask.after);
  const found = await cellRows(ctx.tx, scope, cell, after, PAGE_SIZE + 1);
  const rows = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? rows.at(-1)! : null;
  return {
    wanted: ask.wanted,
    place: ask.place,
    reason: ask.reason,
    span: spanOf(ask.wanted, dayOf(ctx.now)),
    name: named(selection, await namesOf(ctx)),
    total: await cellCount(ctx.tx, scope, cell),
    isFirst: after === null,
    next: last && writePlace({ name: last.sort_name, id: last.id }),
    rows: rows.map((row) => ({
      id: row.id,
      name: listName({ lastName: row.last_name, firstName: row.first_name }),
      where: [specialtyName(row), row.town].filter(Boolean).join(", "),
      zone: row.zone,
      place: PLACES[row.place]!,
      since: row.since,
      lostOn: row.lost_on,
      lostReason: row.lost_reason,
    })),
    now: ctx.now,
  };
}

async function cellOf(ctx: Context, { wanted, place, reason }: CellAsk): Promise<Cell> {
  const today = dayOf(ctx.now);
  const span = spanOf(wanted, today);
  if (wanted.au !== null && wanted.au < today) return asOf(ctx, { wanted, place, reason, after: null }, wanted.au);
  if (reason !== null) return { of: "lost", reason, span: wanted.vue === "periode" ? span : null };
  const rank = PLACES.indexOf(place ?? "target");
  if (wanted.vue === "photo") return { of: "standing", place: rank };
  return { of: wanted.vue === "periode" ? "period" : "cohort", place: Math.max(2, rank), span };
}

async function asOf(ctx: Context, { wanted, place, reason }: CellAsk, day: string): Promise<Cell> {
  const then = standings((await movesUntil(ctx.tx, scopeOf(ctx, wanted.first), day)) as DoctorMove[]);
  const stage = (STAGES as readonly string[]).includes(place ?? "") ? (place as Stage) : STAGES[0];
  const lost = [...then].filter(([, each]) => each.isLost && each.reason === reason).map(([id]) => id);
  return { of: "among", doctorIds: reason === null ? standingAt(then, stage) : lost };
}

async function namesOf(ctx: Context) {
  const [funds, sectors] = [await allFunds(ctx.tx), await sectorSheets(ctx.tx)];
  return {
    funds: new Map(funds.map(({ id, name }) => [id, name] as const)),
    sectors: new Map(sectors.map(({ id, name }) => [id, name] as const)),
  };
}
