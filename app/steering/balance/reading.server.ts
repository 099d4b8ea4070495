import type { Context } from "~/access/context";
import { addDays, type Day } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { notFound } from "~/errors";
import { USUAL_SETTING } from "~/visits/setting";
import { fundSheet } from "~db/queries/funds";
import { communesOfSectors, type SectorCommune, type WorkRow, workByCommune } from "~db/queries/sector-work";
import { sectorsOfFund } from "~db/queries/territories";
import { minutesOn, type Team } from "../capacity/capacity";
import { teamOf } from "../capacity/team.server";
import { neededIn } from "./loads";
import { type CommuneRead, type Situation, situationOf } from "./situation";

export interface Reading {
  readonly fund: { readonly id: number; readonly name: string; readonly department: string };
  readonly today: Day;
  readonly until: Day;
  readonly team: Team;
  readonly situation: Situation;
  /** Minutes of a visit with its road in each sector, and the visits of a day at most. */
  readonly rateOf: (sectorId: number) => { perVisit: number; mostVisits: number };
  /** Doctors worth a visit who are in no sector: nobody's work. */
  readonly strays: number;
}

/** The work of a caisse and the hours it has for it, over some weeks from today. */
export async function readBalance(ctx: Context, weeks: number): Promise<Reading> {
  const [fundId] = ctx.actor.fundIds;
  const fund = fundId === undefined ? undefined : await fundSheet(ctx.tx, fundId);
  if (fundId === undefined || !fund) throw notFound("Caisse");
  const today = dayIn(fund.zone, ctx.now);
  const days = Array.from({ length: weeks * 7 }, (_, after) => addDays(today, after));
  const until = days.at(-1)!;
  const work = await workByCommune(ctx.tx, fundId, { now: ctx.now, until });
  const communes = communesRead(await communesOfSectors(ctx.tx, fundId), work);
  const team = await teamOf(ctx, { id: fundId, department: fund.department }, today, until);
  const sectors = (await sectorsOfFund(ctx.tx, fundId)).map((sector) => ({ ...sector, ...customs(team, sector.id) }));
  const bare = situationOf(sectors, communes);
  const needed = neededIn(bare, new Map());
  const available = hoursOver(team, days, needed);
  return {
    fund: { id: fundId, name: fund.name, department: fund.department },
    today,
    until,
    team,
    situation: { ...bare, sectors: bare.sectors.map((each) => ({ ...each, available: available.get(each.id) ?? 0 })) },
    rateOf: (id) => rateIn(bare, sectors, id),
    strays: work.reduce((sum, { sector_id, to_see }) => sum + (sector_id === null ? to_see : 0), 0),
  };
}

function hoursOver(team: Team, days: readonly Day[], needed: ReadonlyMap<number, number>): Map<number, number> {
  const all = new Map<number, number>();
  for (const day of days)
    for (const [id, minutes] of minutesOn(team, day, (sectorId) => needed.get(sectorId) ?? 0))
      all.set(id, (all.get(id) ?? 0) + minutes);
  return all;
}

/** How the delegates of a sector work, on average; the usual way where there is none. */
function customs({ workers }: Team, sectorId: number) {
  const own = workers.filter(({ sectorIds }) => sectorIds.includes(sectorId)).map(({ rhythm }) => rhythm);
  const rhythms = own.length === 0 ? [USUAL_SETTING] : own;
  const mean = (read: (rhythm: (typeof rhythms)[number]) => number) =>
    rhythms.reduce((sum, each) => sum + read(each), 0) / rhythms.length;
  return {
    available: 0,
    visitMinutes: mean(({ visitMinutes }) => visitMinutes),
    mostVisits: mean(({ mostVisits }) => mostVisits),
    safetyPercent: mean(({ safetyPercent }) => safetyPercent),
  };
}

/** On average over the communes of the sector; without anybody to see, the visit alone. */
function rateIn(
  { communes }: Situation,
  sectors: readonly { id: number; visitMinutes: number; mostVisits: number }[],
  sectorId: number,
) {
  const own = communes.filter((commune) => commune.sectorId === sectorId);
  const visits = own.reduce((sum, { toSee }) => sum + toSee, 0);
  const minutes = own.reduce((sum, commune) => sum + commune.minutes.get(sectorId)!, 0);
  const { visitMinutes, mostVisits } = sectors.find(({ id }) => id === sectorId) ?? USUAL_SETTING;
  return { perVisit: visits === 0 ? visitMinutes : minutes / visits, mostVisits };
}

/** Doctors by commune: those who would change hands with it, and those whom a visit booked keeps where they are. */
function communesRead(communes: readonly SectorCommune[], work: readonly WorkRow[]): CommuneRead[] {
  const rows = new Map<string, WorkRow[]>();
  for (const row of work) rows.set(row.commune_code ?? "", [...(rows.get(row.commune_code ?? "") ?? []), row]);
  return communes.map(({ code, name, sector_id, latitude, longitude, population }) => {
    const kept = new Map<number, number>();
    const sum = { doctors: 0, toSee: 0, held: 0, zip: 0 };
    for (const row of rows.get(code) ?? []) {
      if (row.sector_id !== null && row.sector_id !== sector_id) {
        kept.set(row.sector_id, (kept.get(row.sector_id) ?? 0) + row.to_see);
        continue;
      }
      sum.doctors += row.doctors - row.held;
      sum.toSee += row.to_see - row.held;
      sum.held += row.held;
      sum.zip += row.to_see_zip;
    }
    if (sum.held > 0) kept.set(sector_id, sum.held);
    const place =
      latitude === null || longitude === null ? null : { latitude, longitude, isApproximate: true, population };
    return { code, name, sectorId: sector_id, place, kept, ...sum };
  });
}
