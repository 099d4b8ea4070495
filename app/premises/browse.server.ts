import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { listName } from "~/format/names";
import { requestCounts, requestsAmong } from "~db/queries/premises";
import { sectorsOfFund } from "~db/queries/territories";
import type { PremisesSearch } from "./premises.form";
import { isOpen, REQUEST_STATES } from "./request";

const OPEN = REQUEST_STATES.filter(isOpen);
/** More than any fund has open at once; the count says the rest. */
const MOST = 300;

/** The requests of the doctors one sees, those to take up first on top. */
export async function browsePremises(ctx: Context, { etat, secteur }: PremisesSearch, most = MOST) {
  const states = etat === "en-cours" ? OPEN : [etat];
  const counts = await requestCounts(ctx.tx, secteur);
  const countOf = (wanted: readonly (typeof REQUEST_STATES)[number][]) =>
    wanted.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const fundId = ctx.actor.fundIds[0];
  const sectors = fundId === undefined ? [] : await sectorsOfFund(ctx.tx, fundId);
  const mine = ctx.actor.scope === "sector" ? sectors.filter(({ id }) => ctx.actor.sectorIds.includes(id)) : sectors;
  return {
    today: dayOf(ctx.now),
    etat,
    secteur: secteur ?? null,
    sectors: mine,
    open: countOf(OPEN),
    counts: REQUEST_STATES.map((state) => ({ state, count: countOf([state]) })),
    total: countOf(states),
    requests: (await requestsAmong(ctx.tx, { states, sectorId: secteur }, most)).map((row) => ({
      id: row.id,
      doctorId: row.doctor_id,
      name: listName({ lastName: row.last_name, firstName: row.first_name }),
      where: [row.town, row.sector].filter(Boolean).join(" · "),
      kind: row.kind,
      need: row.need,
      state: row.state,
      nextStep: row.next_step,
      nextOn: row.next_on,
      receivedOn: row.received_on,
    })),
  };
}
