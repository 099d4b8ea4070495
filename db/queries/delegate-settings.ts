import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Setting, Span } from "~/visits/setting";
import type { Tx } from "../connection";

/** Only one's own: the base may be a home. */
export async function settingOf(tx: Tx, accountId: string): Promise<Setting | null> {
  const row = await tx
    .selectFrom("delegate_setting")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!row) return null;
  const { base_label: label, base_latitude: latitude, base_longitude: longitude } = row;
  return {
    base: label === null || latitude === null || longitude === null ? null : { label, latitude, longitude },
    hours: row.hours as unknown as (Span | null)[],
    lunch: { from: row.lunch_from, to: row.lunch_to, minutes: row.lunch_minutes },
    visitMinutes: row.visit_minutes,
    mostVisits: row.most_visits,
    safetyPercent: row.safety_percent,
  };
}

export async function saveSetting(tx: Tx, owner: { id: string; fundId: number }, setting: Setting): Promise<void> {
  const row = {
    base_label: setting.base?.label ?? null,
    base_latitude: setting.base?.latitude ?? null,
    base_longitude: setting.base?.longitude ?? null,
    hours: JSON.stringify(setting.hours),
    lunch_from: setting.lunch.from,
    lunch_to: setting.lunch.to,
    lunch_minutes: setting.lunch.minutes,
    visit_minutes: setting.visitMinutes,
    most_visits: setting.mostVisits,
    safety_percent: setting.safetyPercent,
    changed_at: new Date(),
  };
  await tx
    .insertInto("delegate_setting")
    .values({ account_id: owner.id, fund_id: owner.fundId, ...row })
    .onConflict((clash) => clash.column("account_id").doUpdateSet(row))
    .execute();
}

export type AbsencePart = "day" | "morning" | "afternoon";

export interface Absence {
  readonly id: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly part: AbsencePart;
  readonly kind: string;
}

/** Those that touch the days from first to last. */
export async function absencesBetween(tx: Tx, accountId: string, first: Day, last: Day): Promise<Absence[]> {
  const rows = await tx
    .selectFrom("absence")
    .select(["id", "from_on as fromOn", "to_on as toOn", "part", "kind"])
    .where("account_id", "=", accountId)
    .where("from_on", "<=", last)
    .where("to_on", ">=", first)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows as Absence[];
}

export interface CommuneFound {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly latitude: number;
  readonly longitude: number;
}

const COMMUNE = sql`c.code, c.name, c.department, c.latitude, c.longitude`;
const PLACED = sql<boolean>`c.kind <> 'delegated' and c.latitude is not null and c.longitude is not null`;

/** Communes whose name, or whose postcode, begins so: those of the fund first, then the most peopled. */
export async function communesBeginning(tx: Tx, fundId: number, typed: string, limit: number): Promise<CommuneFound[]> {
  const { rows } = await sql<CommuneFound>`
    with typed as materialized (select tandem.folded_town(${typed}) as name)
    select ${COMMUNE} from commune c, typed
    where ${PLACED} and typed.name <> ''
      and (starts_with(c.folded, typed.name) or position(' ' || typed.name in c.folded) > 0
        or exists (select from unnest(c.postcodes) as postcode where starts_with(postcode, typed.name)))
    order by c.folded = typed.name desc, starts_with(c.folded, typed.name) desc, c.fund_id is not distinct from ${fundId} desc,
      c.population desc nulls last, c.code limit ${limit}`.execute(tx);
  return rows;
}

/** The commune of that code, or those of exactly that name. */
export async function communesMeant(tx: Tx, meant: { code: string; name: string }): Promise<CommuneFound[]> {
  const { rows } = await sql<CommuneFound>`
    select ${COMMUNE} from commune c
    where ${PLACED} and case when ${meant.code} <> '' then c.code = ${meant.code}
      else c.folded = (select tandem.folded_town(${meant.name})) end
    order by c.population desc nulls last limit 10`.execute(tx);
  return rows;
}

/** The commune whose middle is nearest; a degree of longitude shrinks with the latitude. */
export async function nearestCommune(tx: Tx, point: { latitude: number; longitude: number }) {
  const { rows } = await sql<CommuneFound>`
    select ${COMMUNE} from commune c where ${PLACED}
    order by (c.latitude - ${point.latitude}) ^ 2
      + ((c.longitude - ${point.longitude}) * cos(radians(${point.latitude}))) ^ 2 limit 1`.execute(tx);
  return rows[0];
}
