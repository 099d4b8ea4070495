import { sql } from "kysely";
import type { Problem } from "~/imports/batch";
import type { Tx } from "../connection";
import { copyInto } from "../copy";

export async function insertProblems(
  tx: Tx,
  id: string,
  fundId: number | null,
  severity: "rejected" | "warning",
  problems: readonly Problem[],
) {
  if (problems.length === 0) return;
  const rows = problems.map(({ line, reason, raw }) => [id, fundId, line, severity, reason, raw]);
  await copyInto(tx, "import_problem", ["import_id", "fund_id", "line", "severity", "reason", "raw"], rows);
}

/** In the order they were found, from a place on: small enough to stream a report of any length. */
export function problemsAfter(tx: Tx, importId: string, after: number, limit: number) {
  return tx
    .selectFrom("import_problem")
    .select(["id", "line", "severity", "reason", "raw"])
    .where("import_id", "=", importId)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export function problemsByReason(tx: Tx, id: string) {
  return tx
    .selectFrom("import_problem")
    .select(["severity", "reason", sql<number>`count(*)::int`.as("count")])
    .where("import_id", "=", id)
    .groupBy(["severity", "reason"])
    .orderBy(sql`severity = 'warning'`)
    .orderBy(sql`count(*)`, "desc")
    .limit(30)
    .execute();
}
