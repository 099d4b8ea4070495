import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { politeName } from "~/format/names";
import { contractTies, lockDoctors, type TiesRow } from "~db/queries/contract-ties";
import type { ContractKind } from "./contract";
import { refusalToBind, type Ties } from "./refusals";

/**
 * Why one of these doctors may not be bound that day, with the name when there are several; null when all may. Held
 * until the end of the transaction, so that two files cannot be signed for one doctor at the same instant.
 */
export async function whyNotBound(
  ctx: Context,
  kind: ContractKind,
  doctorIds: readonly number[],
  { on, except }: { on: Day; except: readonly string[] },
): Promise<string | null> {
  await lockDoctors(ctx.tx, doctorIds);
  for (const row of await contractTies(ctx.tx, doctorIds, except, on)) {
    const why = refusalToBind(kind, tiesIn(row), on);
    if (why) return doctorIds.length > 1 ? `${politeName(named(row))} : ${why}` : why;
  }
  return null;
}

function named(row: TiesRow) {
  return { lastName: row.last_name, firstName: row.first_name };
}

function tiesIn(row: TiesRow): Ties {
  return {
    individual: row.individual_ends_on === null ? null : { endsOn: row.individual_ends_on },
    collective: row.company === null ? null : { company: row.company },
    collectiveEndedOn: row.collective_ended_on,
  };
}
