import { type SqlBool, sql } from "kysely";
import type { StaffingOption } from "~/aids/options";
import type { Day } from "~/calendar/day";
import type { ContractKind, ContractState } from "~/contracts/contract";
import type { VersionId } from "~/eligibility/rule-version";
import type { Tx } from "../connection";

export interface ContractFilter {
  readonly states: readonly ContractState[] | null;
  readonly kind: ContractKind | null;
  /** Folded words that the doctor's line or the company's name holds. */
  readonly words: readonly string[];
}

function filtered(tx: Tx, { states, kind, words }: ContractFilter) {
  return tx
    .selectFrom("contract as c")
    .leftJoin("doctor as d", "d.id", "c.doctor_id")
    .$if(states !== null, (query) => query.where("c.state", "in", [...states!]))
    .$if(kind !== null, (query) => query.where("c.kind", "=", kind!))
    .where((c) =>
      c.and(
        words.map(
          (word) =>
            sql<SqlBool>`coalesce(d.search, lower(unaccent(c.company))) like ${`%${word.replace(/[%_\\]/g, "\\$&")}%`}`,
        ),
      ),
    );
}

/** The latest files first; a page goes on after the last row of the one before. */
export function contractPage(
  tx: Tx,
  filter: ContractFilter,
  after: { openedOn: Day; id: string } | null,
  limit: number,
) {
  return filtered(tx, filter)
    .select(["c.id", "c.doctor_id", "c.company", "c.opened_on", "c.signed_on", "c.ends_on", "c.etp"])
    .select(["d.last_name", "d.first_name", "d.town"])
    .select([
      sql<ContractKind>`c.kind`.as("kind"),
      sql<ContractState>`c.state`.as("state"),
      sql<StaffingOption | null>`c.option`.as("option"),
      sql<VersionId | null>`c.version`.as("version"),
      sql<Day | null>`(select min(m.due_on) from milestone m where m.contract_id = c.id and m.state in ('coming', 'due'))`.as(
        "next_on",
      ),
    ])
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(c.opened_on, c.id) < (${after!.openedOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy("c.opened_on", "desc")
    .orderBy("c.id", "desc")
    .limit(limit)
    .execute();
}

export async function countContracts(tx: Tx, filter: ContractFilter): Promise<number> {
  const row = await filtered(tx, filter).select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow();
  return row.count;
}
