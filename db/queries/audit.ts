import type { EventName, Events } from "~/audit/event";
import type { Tx } from "../connection";

export interface NewEvent<Name extends EventName> {
  readonly fundId: number | null;
  readonly accountId: string | null;
  readonly name: Name;
  readonly facts: Events[Name];
}

export async function insertEvent<Name extends EventName>(tx: Tx, event: NewEvent<Name>): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      fund_id: event.fundId,
      account_id: event.accountId,
      name: event.name,
      facts: JSON.stringify(event.facts),
    })
    .execute();
}

export interface EventSearch {
  readonly accountId?: string | undefined;
  readonly names?: readonly EventName[] | undefined;
  /** Keyset: events older or newer than this one. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** One more than asked tells whether there are others. Newest first, except when reading towards the newest. */
export function events(tx: Tx, search: EventSearch, limit: number) {
  const { accountId, names, before, after } = search;
  return tx
    .selectFrom("audit_event as e")
    .leftJoin("account as a", "a.id", "e.account_id")
    .select(["e.id", "e.at", "e.name", "e.facts", "e.account_id", "a.name as who", "a.role"])
    .$if(accountId !== undefined, (query) => query.where("e.account_id", "=", accountId!))
    .$if(names !== undefined, (query) => query.where("e.name", "in", [...names!]))
    .$if(before !== undefined, (query) => query.where("e.id", "<", before!))
    .$if(after !== undefined, (query) => query.where("e.id", ">", after!))
    .orderBy("e.id", after === undefined ? "desc" : "asc")
    .limit(limit)
    .execute();
}

export async function countEvents(tx: Tx, { accountId, names }: Pick<EventSearch, "accountId" | "names">) {
  const { count } = await tx
    .selectFrom("audit_event as e")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .$if(accountId !== undefined, (query) => query.where("e.account_id", "=", accountId!))
    .$if(names !== undefined, (query) => query.where("e.name", "in", [...names!]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
