import type { RawBuilder, SqlBool } from "kysely";
import type { Context } from "~/access/context";
import { segmentTerms } from "~/doctors/scoring.server";
import { conflict, notFound } from "~/errors";
import { segmentById } from "~db/queries/segment-sql/saved";
import { segmentCondition } from "~db/queries/segments";
import type { Group } from "./criteria";
import { readCriteria } from "./criteria.form";

/** The criteria of a saved segment, as they are now. */
export async function segmentCriteria(ctx: Context, id: string): Promise<Group> {
  const segment = await segmentById(ctx.tx, id);
  if (!segment) throw notFound("Segment");
  return criteriaKept(segment.criteria);
}

/** Criteria kept as JSON, as the condition of a statement that reads `score s`: who is meant today. */
export function membersOf(ctx: Context, kept: unknown): RawBuilder<SqlBool> {
  return segmentCondition(criteriaKept(kept), segmentTerms(ctx));
}

/** What was kept was valid then; a criterion may have gone since. */
export function criteriaKept(kept: unknown): Group {
  const read = readCriteria(kept);
  if (!read.ok) throw conflict(`Ce segment ne se lit plus. ${read.why}`);
  return read.criteria;
}
