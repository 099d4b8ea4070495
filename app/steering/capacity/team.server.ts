import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { USUAL_SETTING } from "~/visits/setting";
import { absencesOfFund, coversOfFund, delegatesOfFund, workingHours } from "~db/queries/working-hours";
import type { Team } from "./capacity";

/** The delegates of a caisse with their hours, absences and stand-ins between two days. */
export async function teamOf(
  { tx }: Context,
  fund: { id: number; department: string },
  first: Day,
  last: Day,
): Promise<Team> {
  const hours = await workingHours(tx);
  const absences = await absencesOfFund(tx, fund.id, first, last);
  const workers = (await delegatesOfFund(tx, fund.id)).map((delegate) => ({
    ...delegate,
    rhythm: hours.get(delegate.id) ?? USUAL_SETTING,
    absences: absences.filter(({ accountId }) => accountId === delegate.id),
  }));
  return { department: fund.department, workers, covers: await coversOfFund(tx, fund.id, first, last) };
}
