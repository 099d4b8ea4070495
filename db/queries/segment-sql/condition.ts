import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Criterion, Group, Kind, Node } from "~/segments/criteria";
import { ELIGIBILITY } from "./eligibility";
import { FOLLOWING } from "./following";
import { PRACTICE } from "./practice";
import { amongNumbers } from "./ranges";
import { REACHING } from "./reaching";
import type { Asking, Condition, Conditions, Joined, Terms } from "./terms";

/** Every kind of criterion, by family: a kind that no family answers for does not compile. */
const CONDITIONS: Conditions<Kind> = { ...ELIGIBILITY, ...PRACTICE, ...FOLLOWING, ...REACHING };

const JOINS: Readonly<Record<Joined, RawBuilder<unknown>>> = {
  f: sql`left join doctor_facts f on f.doctor_id = s.doctor_id`,
  st: sql`left join doctor_stage st on st.doctor_id = s.doctor_id`,
  d: sql`join doctor d on d.id = s.doctor_id`,
};

/** `from score s …` with what the criteria read, and their condition. */
export function membersFrom(criteria: Group, terms: Terms): RawBuilder<unknown> {
  const joins = new Set(joinsOf(criteria));
  const joined = (Object.keys(JOINS) as Joined[]).filter((name) => joins.has(name)).map((name) => JOINS[name]);
  const asked = conditionOf(criteria, terms);
  const where = [...scopeOf(terms), ...(asked === null ? [] : [asked])];
  return sql`from score s ${sql.join(joined, sql` `)} where ${where.length === 0 ? sql`true` : sql.join(where, sql` and `)}`;
}

function scopeOf({ fundIds, sectorIds }: Terms): Condition[] {
  if (sectorIds !== null) return [amongNumbers(sql`s.sector_id`, sectorIds)];
  return fundIds.length === 0 ? [] : [amongNumbers(sql`s.fund_id`, fundIds)];
}

/** Null for a group that says nothing. Null in SQL is false: « none » asks `is not true`, never `not`. */
function conditionOf(node: Node, terms: Terms): RawBuilder<SqlBool> | null {
  if (!isGroup(node)) return askingOf(node).condition(node, terms);
  const parts = node.of.map((each) => conditionOf(each, terms)).filter((each): each is Condition => each !== null);
  if (parts.length === 0) return null;
  if (node.match === "all") return sql`(${sql.join(parts, sql` and `)})`;
  const any = sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
  return node.match === "any" ? any : sql`${any} is not true`;
}

function joinsOf(node: Node): Joined[] {
  if (isGroup(node)) return node.of.flatMap(joinsOf);
  const { joins } = askingOf(node);
  return joins === null ? [] : [joins];
}

function askingOf<K extends Kind>(criterion: Criterion<K>): Asking<K> {
  return CONDITIONS[criterion.kind] as unknown as Asking<K>;
}

function isGroup(node: Node): node is Group {
  return "match" in node;
}
