import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { type Day, dayOf } from "~/calendar/day";
import { versionOn } from "~/eligibility/versions";
import { listName } from "~/format/names";
import { factsInForce } from "~db/queries/doctor-facts";
import {
  goneCount,
  goneDoctors,
  type ListScope,
  neighbour,
  placeOf,
  rankedCount,
  rankedDoctors,
} from "~db/queries/doctor-list";
import { doctorsResembling, somebodyHolds } from "~db/queries/doctor-search";
import { keptCriteria } from "~db/queries/segment-sql/saved";
import { segmentCondition } from "~db/queries/segments";
import { sectorsOfFund } from "~db/queries/territories";
import { type Cursor, type Place, writePlace } from "./cursor";
import { NOTHING_KNOWN } from "./facts-of";
import {
  appliesTo,
  type FilterName,
  type Filters,
  filterLabel,
  NO_FILTERS,
  namesInForce,
  narrowingOf,
  without,
} from "./filters";
import type { ListAsk } from "./list.form";
import { rowReason } from "./row-reason";
import { segmentTerms } from "./scoring.server";
import { wantedBy } from "./search-words";
import { specialtyName } from "./specialty-name";

export const PAGE_SIZE = 50;
const MOST_RESEMBLING = 20;

export interface DoctorRow {
  readonly id: number;
  readonly name: string;
  readonly where: string;
  readonly reason: string;
  readonly zone: string | null;
  readonly verdict: string | null;
  readonly priority: number;
  readonly goneOn: Day | null;
  readonly phone: string | null;
}

export interface RemovedByFilter {
  readonly name: FilterName;
  readonly count: number;
}

interface Nobody {
  readonly near: DoctorRow[];
  readonly removed: RemovedByFilter[];
}

/** The ranked list, or, when nobody is spelled as typed, those who are nearly. */
export async function browseDoctors(ctx: Context, { filters, cursor }: ListAsk) {
  const segment = await segmentIn(ctx, filters);
  const scope = scopeOf(ctx, filters, segment);
  const page = await pageAt(ctx, filters, scope, cursor);
  const { total, before } = await count(ctx, filters, scope, page.first);
  if (scope.wanted && cursor === null)
    await record(ctx, "doctor.searched", { words: scope.wanted.words.length || 1, found: total });
  const nobody = total === 0 ? await whyNobody(ctx, filters, scope, segment) : { near: [], removed: [] };
  return {
    filters,
    ...page,
    total,
    before,
    ...nobody,
    sectors: await sectorsToChoose(ctx),
    segment: segment && { id: segment.id, name: segment.name },
    tooShort: filters.q !== "" && !scope.wanted,
    isDelegate: ctx.actor.role === "delegate",
  };
}

/** A stretch of the list for a file: the same doctors in the same order, from a place on. */
export async function stretchOfList(ctx: Context, filters: Filters, after: Place | null, most: number) {
  const scope = scopeOf(ctx, filters, await segmentIn(ctx, filters));
  const read = filters.absents ? goneDoctors : rankedDoctors;
  const found = await read(ctx.tx, scope, after && { ...after, towards: "next" }, most);
  const last = found.at(-1);
  return {
    rows: await shown(ctx, found),
    next: last && found.length === most ? { priority: last.priority, doctorId: last.doctor_id } : null,
  };
}

/** How many doctors the list holds, and its filters in words. */
export async function aboutList(ctx: Context, filters: Filters) {
  const segment = await segmentIn(ctx, filters);
  const known = [...(await sectorsToChoose(ctx)), ...(segment ? [segment] : [])];
  const names = new Map(known.map(({ id, name }) => [id, name] as const));
  return {
    total: (await count(ctx, filters, scopeOf(ctx, filters, segment), null)).total,
    filters: namesInForce(filters).map((name) => filterLabel(filters, name, names)),
  };
}

/** The doctors just before and after this one in the list it was opened from. */
export async function neighboursOf(ctx: Context, doctorId: number, { filters }: ListAsk) {
  const place = filters.absents ? undefined : await placeOf(ctx.tx, doctorId);
  if (!place) return { previous: null, next: null };
  const scope = scopeOf(ctx, filters, await segmentIn(ctx, filters));
  return {
    previous: await neighbour(ctx.tx, scope, { ...place, towards: "previous" }),
    next: await neighbour(ctx.tx, scope, { ...place, towards: "next" }),
  };
}

/** The first few doctors for words typed anywhere in the product. */
export async function findDoctors(ctx: Context, text: string, most = 8): Promise<DoctorRow[]> {
  const scope = scopeOf(ctx, { ...NO_FILTERS, q: text });
  if (!scope.wanted) return [];
  const held = await rankedDoctors(ctx.tx, scope, null, most);
  return shown(ctx, held.length > 0 ? held : await resembling(ctx, scope, most));
}

/** These doctors as rows, best first. */
export async function rowsOfDoctors(ctx: Context, doctorIds: readonly number[]): Promise<DoctorRow[]> {
  if (doctorIds.length === 0) return [];
  const scope = { ...scopeOf(ctx, NO_FILTERS), among: doctorIds };
  return shown(ctx, await rankedDoctors(ctx.tx, scope, null, doctorIds.length));
}

type Segment = Awaited<ReturnType<typeof keptCriteria>>;

/** The segment an address names; somebody else's, or one removed, narrows to nobody. */
async function segmentIn(ctx: Context, { segment }: Filters): Promise<Segment> {
  return segment === null ? undefined : keptCriteria(ctx.tx, segment);
}

function scopeOf(ctx: Context, asked: Filters, segment?: Segment): ListScope {
  const filters = appliesTo(asked);
  const scope = { narrowing: narrowingOf(filters), wanted: wantedBy(filters.q), ...rightsOf(ctx) };
  if (filters.segment === null) return scope;
  return segment
    ? { ...scope, members: segmentCondition(segment.criteria, segmentTerms(ctx)) }
    : { ...scope, among: [] };
}

function rightsOf({ actor }: Context): Pick<ListScope, "sectorIds" | "fundIds"> {
  return { sectorIds: actor.scope === "sector" ? actor.sectorIds : null, fundIds: actor.fundIds };
}

/** A page reached backwards that is not full is the first one: it is read again from the top, so that it is full. */
async function pageAt(ctx: Context, filters: Filters, scope: ListScope, cursor: Cursor | null) {
  const read = filters.absents ? goneDoctors : rankedDoctors;
  const backwards = cursor?.towards === "previous";
  const found = await read(ctx.tx, scope, cursor, PAGE_SIZE + 1);
  if (backwards && found.length <= PAGE_SIZE) return pageAt(ctx, filters, scope, null);
  const isBeyond = found.length > PAGE_SIZE;
  const rows = inOrder(found, filters.absents && backwards)
    .slice(isBeyond && backwards ? 1 : 0)
    .slice(0, PAGE_SIZE);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows: await shown(ctx, rows),
    first: first ? { priority: first.priority, doctorId: first.doctor_id } : null,
    previous: first && cursor !== null ? writePlace({ priority: first.priority, doctorId: first.doctor_id }) : null,
    next: last && (isBeyond || backwards) ? writePlace({ priority: last.priority, doctorId: last.doctor_id }) : null,
  };
}

function inOrder<Row>(rows: readonly Row[], isReversed: boolean): Row[] {
  return isReversed ? [...rows].reverse() : [...rows];
}

function count(ctx: Context, filters: Filters, scope: ListScope, first: Place | null) {
  return filters.absents ? goneCount(ctx.tx, scope, first) : rankedCount(ctx.tx, scope, first);
}

/** Nobody is spelled so: those who nearly are. Otherwise a filter hides them: what each filter removes. */
async function whyNobody(ctx: Context, filters: Filters, scope: ListScope, segment: Segment): Promise<Nobody> {
  const isMisspelled = scope.wanted !== null && !(await somebodyHolds(ctx.tx, scope.wanted, scope.fundIds));
  const near = isMisspelled ? await shown(ctx, await resembling(ctx, scope, MOST_RESEMBLING)) : [];
  if (near.length > 0) return { near, removed: [] };
  const removed: RemovedByFilter[] = [];
  for (const name of namesInForce(filters)) {
    const wider = without(filters, name);
    removed.push({ name, count: (await count(ctx, wider, scopeOf(ctx, wider, segment), null)).total });
  }
  return { near, removed: removed.sort((a, b) => b.count - a.count) };
}

async function resembling(ctx: Context, scope: ListScope, most: number) {
  const { wanted } = scope;
  if (!wanted) return [];
  const words = wanted.prefix ?? [...wanted.beginnings, ...wanted.words].join(" ");
  const nearest = await doctorsResembling(ctx.tx, words, most);
  const rows = await rankedDoctors(ctx.tx, { ...scope, wanted: null, among: nearest }, null, most);
  return rows.sort((a, b) => nearest.indexOf(a.doctor_id) - nearest.indexOf(b.doctor_id));
}

type FoundRow = Awaited<ReturnType<typeof rankedDoctors>>[number] | Awaited<ReturnType<typeof goneDoctors>>[number];

async function shown(ctx: Context, rows: readonly FoundRow[]): Promise<DoctorRow[]> {
  const today = dayOf(ctx.now);
  const version = versionOn(today, "INDIVIDUAL")!;
  const known = new Map(
    (
      await factsInForce(
        ctx.tx,
        rows.map((row) => row.doctor_id),
      )
    ).map((facts) => [facts.doctor_id, facts]),
  );
  return rows.map((row) => ({
    id: row.doctor_id,
    name: listName({ lastName: row.last_name, firstName: row.first_name }),
    where: [specialtyName(row), row.town].filter(Boolean).join(", "),
    reason: rowReason(
      { ...NOTHING_KNOWN, ...known.get(row.doctor_id), specialty: row.specialty, zone: row.zone },
      row,
      version,
    ),
    zone: row.zone,
    verdict: row.verdict,
    priority: row.priority,
    goneOn: row.gone_on,
    phone: row.phone,
  }));
}

/** A delegate of several sectors may narrow to one; a sector alone needs no choice. */
async function sectorsToChoose(ctx: Context): Promise<{ id: number; name: string }[]> {
  const [fundId] = ctx.actor.fundIds;
  if (fundId === undefined) return [];
  const all = await sectorsOfFund(ctx.tx, fundId);
  return ctx.actor.role === "delegate" ? all.filter(({ id }) => ctx.actor.sectorIds.includes(id)) : all;
}
