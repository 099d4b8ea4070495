import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Arm } from "~/campaigns/results/arm";
import type { ResultList } from "~/campaigns/results/result-list";
import type { Tx } from "../connection";

export interface Horizons {
  readonly visitDays: number;
  readonly contractDays: number;
}

type Condition = RawBuilder<SqlBool>;

const isHeldOut = sql<SqlBool>`r.state = 'held_out'`;

/** Booked from the first letter on, whoever asked; a proposal nobody accepted is no visit. */
const visited = ({ visitDays }: Horizons): Condition => sql`r.doctor_id in (
  select v.doctor_id from visit v, going g where v.state in ('booked', 'done', 'missed')
    and v.created_at >= g.started_at and v.created_at < g.started_at + make_interval(days => ${visitDays}))`;

const signed = ({ contractDays }: Horizons): Condition => sql`r.doctor_id in (
  select m.doctor_id from funnel_move m, going g where m.to_stage = 'signed'
    and m.at >= g.started_at and m.at < g.started_at + make_interval(days => ${contractDays}))`;

/** Said through the link of a letter after this one, and before the next to the same doctor. */
const opposed: Condition = sql`r.state = 'accepted'
  and r.doctor_id in (select o.doctor_id from opt_out o, going g where o.source = 'lien de désinscription' and o.noted_at >= g.started_at)
  and exists (select from opt_out o where o.doctor_id = r.doctor_id and o.source = 'lien de désinscription' and o.noted_at >= r.settled_at
    and not exists (select from recipient later where later.doctor_id = r.doctor_id and later.state = 'accepted'
      and later.settled_at > r.settled_at and later.settled_at <= o.noted_at))`;

/** A request made on the doctor's pages carries the number of the campaign. */
const asked: Condition = sql`r.state <> 'held_out' and r.doctor_id in (
  select f.doctor_id from follow_up f, going g where f.id between (left(g.id::text, 24) || '000000000000')::uuid
    and (left(g.id::text, 24) || 'ffffffffffff')::uuid)`;

/** The figure and the rows it opens obey the same condition. */
function conditionOf(list: ResultList, horizons: Horizons): Condition {
  switch (list) {
    case "letter":
      return sql`not ${isHeldOut}`;
    case "holdout":
      return isHeldOut;
    case "letter-visits":
      return sql`not ${isHeldOut} and ${visited(horizons)}`;
    case "holdout-visits":
      return sql`${isHeldOut} and ${visited(horizons)}`;
    case "letter-contracts":
      return sql`not ${isHeldOut} and ${signed(horizons)}`;
    case "holdout-contracts":
      return sql`${isHeldOut} and ${signed(horizons)}`;
    case "accepted":
      return sql`r.state = 'accepted'`;
    case "delivered":
      return sql`r.outcome = 'delivered'`;
    case "refused":
      return sql`(r.state = 'rejected' or r.outcome = 'bounced')`;
    case "complained":
      return sql`r.outcome = 'complained'`;
    case "opposed":
      return opposed;
    case "asked":
      return asked;
  }
}

const going = (campaignId: string) =>
  sql`going as materialized (select id, started_at from campaign where id = ${campaignId})`;

export async function resultCounts<List extends ResultList>(
  tx: Tx,
  campaignId: string,
  lists: readonly List[],
  horizons: Horizons,
): Promise<Record<List, number>> {
  const counts = lists.map((list) => sql`count(*) filter (where ${conditionOf(list, horizons)}) as ${sql.id(list)}`);
  const { rows } = await sql<Record<List, number>>`
    with ${going(campaignId)}
    select ${sql.join(counts)} from recipient r where r.campaign_id = ${campaignId}`.execute(tx);
  return rows[0]!;
}

/** Both sides of the comparison, summed over practices. */
export async function armsOf(
  tx: Tx,
  campaignId: string,
  success: "visits" | "contracts",
  horizons: Horizons,
): Promise<{ letter: Arm; holdout: Arm }> {
  const succeeded = success === "visits" ? visited(horizons) : signed(horizons);
  const { rows } = await sql<Arm & { is_held_out: boolean }>`
    with ${going(campaignId)},
    practice as (
      select ${isHeldOut} as is_held_out, count(*) as doctors, count(*) filter (where ${succeeded}) as successes
      from recipient r where r.campaign_id = ${campaignId} group by 1, coalesce(r.practice_key, r.doctor_id::text))
    select is_held_out, count(*) as practices, sum(doctors)::bigint as doctors, sum(successes)::bigint as successes,
      sum(doctors * doctors)::bigint as "doctorSquares", sum(successes * successes)::bigint as "successSquares",
      sum(doctors * successes)::bigint as crossed
    from practice group by 1`.execute(tx);
  const side = (heldOut: boolean): Arm => {
    const { is_held_out: _side, ...arm } = rows.find((row) => row.is_held_out === heldOut) ?? {
      is_held_out: heldOut,
      ...NOBODY,
    };
    return arm;
  };
  return { letter: side(false), holdout: side(true) };
}

const NOBODY: Arm = { practices: 0, doctors: 0, successes: 0, doctorSquares: 0, successSquares: 0, crossed: 0 };

export async function resultRows(
  tx: Tx,
  campaignId: string,
  ask: { list: ResultList; horizons: Horizons; after: number; limit: number },
) {
  const { rows } = await sql<{
    id: number;
    doctor_id: number;
    last_name: string | null;
    first_name: string | null;
    town: string | null;
    settled_at: Date | null;
  }>`
    with ${going(campaignId)}
    select r.id, r.doctor_id, d.last_name, d.first_name, d.town, r.settled_at
    from recipient r left join doctor d on d.id = r.doctor_id
    where r.campaign_id = ${campaignId} and r.id > ${ask.after} and ${conditionOf(ask.list, ask.horizons)}
    order by r.id limit ${ask.limit}`.execute(tx);
  return rows;
}
