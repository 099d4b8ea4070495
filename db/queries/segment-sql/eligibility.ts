import { type RawBuilder, sql } from "kysely";
import type { Criterion } from "~/segments/criteria";
import { among, anyOf, between } from "./ranges";
import type { Condition, Conditions, Terms } from "./terms";

/** What the rules say: read in `score`, and the distance to the threshold beside the facts. */
export const ELIGIBILITY: Conditions<"verdict" | "failing" | "nearness" | "priority" | "unknown-fact"> = {
  verdict: { joins: null, condition: ({ is }) => among(sql`s.verdict`, is) },
  failing: {
    joins: null,
    condition: ({ is }, { bits }) =>
      sql`s.failing & ${is.reduce((mask, code) => mask | (1 << bits.indexOf(code)), 0)} <> 0`,
  },
  nearness: { joins: "f", condition: nearness },
  priority: { joins: null, condition: (range) => between(sql`s.priority`, range) },
  "unknown-fact": {
    joins: "f",
    // A doctor without a row of facts is one of whom everything is unknown.
    condition: ({ is }) => anyOf(is.map((column) => sql`${sql.ref(`f.${column}`)} is null`)),
  },
};

function nearness({ side, from, to }: Criterion<"nearness">, terms: Terms): Condition {
  const distance = distanceToThreshold(terms);
  if (side === "either") return between(sql`abs(${distance})`, { from, to });
  // Nobody lacks zero patients: on the line, one is above.
  if (side === "missing") return between(sql`-(${distance})`, { from: Math.max(from, 1), to });
  return between(sql`(${distance})`, { from, to });
}

/** Patients from the line, on either side; read where the criteria bring the facts in. */
export function gapToThreshold(terms: Terms): RawBuilder<number> {
  return sql<number>`abs(${distanceToThreshold(terms)})`;
}

/**
 * Patients above the line, negative below it, as app/eligibility/criteria/patients.ts counts them: the other count stands
 * in for the exact one only where it proves something. Null: nothing is proven, or the specialty has no known line.
 */
function distanceToThreshold({ rules: { patients, fileActive } }: Terms): RawBuilder<number> {
  const { minimum, adultsCount } = patients;
  const [exact, bound] = adultsCount ? [sql`f.mt_adult`, sql`f.mt_total`] : [sql`f.mt_total`, sql`f.mt_adult`];
  const proves = adultsCount ? sql`${bound} < ${minimum}` : sql`${bound} >= ${minimum}`;
  const lines = Object.entries(fileActive).map(
    ([specialty, line]) => sql`when s.specialty = ${specialty} then f.active_count - ${line}::integer`,
  );
  return sql<number>`case when s.specialty = 'general-practice' then
    case when ${exact} is not null then ${exact} - ${minimum}::integer when ${proves} then ${bound} - ${minimum}::integer end
    ${sql.join(lines, sql` `)} end`;
}
