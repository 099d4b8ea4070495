import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { fullName } from "~/format/names";
import { candidateLetters } from "~db/queries/recruiting-mails";
import { audienceOf, isSilent, MOST_CANDIDATES, writable } from "./audience.server";
import { erasedOn } from "./candidate";
import type { CandidatesSearch } from "./candidate.form";

/** Rows of one page: the filters narrow, nobody reads two hundred names. */
const SHOWN = 200;

/** The candidates of the fund, by the filters of the address. */
export async function browseCandidates(ctx: Context, search: CandidatesSearch, shown = SHOWN) {
  const today = dayOf(ctx.now);
  const audience = await audienceOf(ctx, search);
  const fundId = ctx.actor.fundIds[0];
  return {
    today,
    search,
    problem: audience.problem,
    total: audience.found.length,
    isCut: audience.found.length >= MOST_CANDIDATES,
    writable: writable(audience, today).length,
    letters: fundId === undefined ? [] : await candidateLetters(ctx.tx, fundId),
    candidates: audience.found.slice(0, shown).map(({ row, km }) => ({
      id: row.id,
      name: fullName({ lastName: row.last_name, firstName: row.first_name }),
      commune: row.commune,
      km,
      profile: row.profile,
      hours: row.hours,
      availableOn: row.available_on,
      mobilityKm: row.mobility_km,
      erasedOn: isSilent(row, today) ? erasedOn({ contactedOn: row.contacted_on, warnedOn: row.warned_on }) : null,
    })),
  };
}
