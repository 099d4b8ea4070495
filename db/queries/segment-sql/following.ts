import { sql } from "kysely";
import type { Criterion } from "~/segments/criteria";
import { among, anyOf, isIn } from "./ranges";
import type { Condition, Conditions, Terms } from "./terms";

/** Where they stand, what was said to them and by them. */
export const FOLLOWING: Conditions<"stage" | "contact" | "last-visit" | "objection" | "booked" | "contract"> = {
  stage: { joins: "st", condition: stage },
  contact: { joins: "f", condition: contact },
  "last-visit": { joins: null, condition: lastVisit },
  objection: {
    joins: null,
    condition: ({ is }) =>
      isIn(true, sql`report r where r.doctor_id = s.doctor_id and r.objections && ${[...is]}::text[]`),
  },
  booked: {
    joins: null,
    condition: ({ yes }, { now }) =>
      isIn(yes, sql`visit v where v.doctor_id = s.doctor_id and v.state = 'booked' and v.starts_at >= ${now}`),
  },
  contract: {
    joins: "f",
    condition: ({ signed }) => (signed ? sql`f.signed_on is not null` : sql`f.signed_on is null`),
  },
};

/** Whoever is lost stands at no stage any more. */
function stage({ is }: Criterion<"stage">): Condition {
  const reached = is.filter((each) => each !== "none" && each !== "lost");
  return anyOf([
    reached.length > 0 && sql`(${among(sql`st.stage`, reached)} and st.lost_at is null)`,
    is.includes("none") && sql`st.doctor_id is null`,
    is.includes("lost") && sql`st.lost_at is not null`,
  ]);
}

function contact(criterion: Criterion<"contact">, { today }: Terms): Condition {
  if (criterion.when === "never") return sql`f.contacted_on is null`;
  const since = sql`${today}::date - ${criterion.days}::integer`;
  return criterion.when === "within" ? sql`f.contacted_on >= ${since}` : sql`f.contacted_on < ${since}`;
}

/** A visit at which nobody was there is a visit, and no meeting. */
function lastVisit({ is }: Criterion<"last-visit">): Condition {
  const results = is.filter((each) => each !== "never-met");
  return anyOf([
    results.length > 0 &&
      isIn(
        true,
        sql`report r where r.doctor_id = s.doctor_id and ${among(sql`r.result`, results)} and not exists (
          select from report l where l.doctor_id = r.doctor_id and (l.held_at, l.id) > (r.held_at, r.id))`,
      ),
    is.includes("never-met") && isIn(false, sql`report r where r.doctor_id = s.doctor_id and r.result <> 'absent'`),
  ]);
}
