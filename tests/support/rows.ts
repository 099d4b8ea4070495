import type { TestDatabase } from "./database";

/** Tables that an import or a scoring may write. */
const WRITTEN = [
  "doctor",
  "place",
  "doctor_facts",
  "fact",
  "doctor_email",
  "commune_zone",
  "match_doubt",
  "score",
] as const;

/** The version of every row of every table: equal before and after means that nothing was written, not even the same. */
export async function rowVersions({ pool }: Pick<TestDatabase, "pool">): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const table of WRITTEN) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(ctid::text || xmin::text, ',' order by ctid)), '') as digest from ${table}`,
    );
    versions[table] = rows[0]!.digest;
  }
  return versions;
}
