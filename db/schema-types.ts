import type { Pool } from "./connection";

const TYPES: Record<string, string> = {
  int2: "number",
  int4: "number",
  int8: "number",
  float4: "number",
  float8: "number",
  text: "string",
  uuid: "string",
  bool: "boolean",
  date: "string",
  bytea: "Buffer",
  _date: "string[]",
  _text: "string[]",
  _int4: "number[]",
  _int8: "string[]",
};

interface Column {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly generated: boolean;
}

/** The text of db/schema.ts, read off a migrated database. */
export async function schemaTypes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<Column>(`
    select c.relname as relation, a.attname as name, t.typname as type, a.attnotnull as required,
      a.atthasdef or a.attidentity <> '' as generated
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely%' and c.relname <> 'applied_policies'
    order by c.relname, a.attnum`);
  const relations = new Map<string, Column[]>();
  for (const row of rows) relations.set(row.relation, [...(relations.get(row.relation) ?? []), row]);
  const tables = [...relations].map(([name, columns]) => `  ${name}: {\n${columns.map(line).join("")}  };\n`);
  return `// Generated from the database by "npm run db:types"; never edited.
import type { ColumnType, Generated } from "kysely";

/** Read as Date, written as Date or ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;
type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>;
/** Read parsed, written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;

export interface Schema {
${tables.join("")}}
`;
}

function line({ name, type, required, generated }: Column): string {
  return `    ${name}: ${typeOf(type, required, generated)};\n`;
}

function typeOf(type: string, required: boolean, generated: boolean): string {
  if (type === "timestamptz") return generated ? "GeneratedInstant" : required ? "Instant" : "Instant | null";
  if (type === "jsonb") return generated ? "GeneratedJson" : required ? "Json" : "Json | null";
  const base = TYPES[type];
  if (!base) throw new Error(`No TypeScript type is declared for the column type ${type}.`);
  const full = required ? base : `${base} | null`;
  return generated ? `Generated<${full}>` : full;
}
