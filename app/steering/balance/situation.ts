import type { Place } from "~/geo/estimate";
import { metresBetween } from "~/geo/point";
import { centreOf, roadMinutes } from "../capacity/road";

/** A sector as its communes and its delegates make it. */
export interface SectorHours {
  readonly id: number;
  readonly name: string;
  /** Minutes its delegates can give. */
  readonly available: number;
  /** Minutes that no swap moves: visits booked, and doctors kept by their delegate until one is held. */
  readonly fixed: number;
}

export interface CommuneWork {
  readonly code: string;
  readonly name: string;
  readonly sectorId: number;
  /** Doctors who would change hands with it; those with a visit booked are not among them. */
  readonly doctors: number;
  /** Doctors who stay with their delegate until their visit is held. */
  readonly held: number;
  /** Those worth a visit among the doctors who would change hands. */
  readonly toSee: number;
  /** Doctors to see, visits booked included, in a priority area. */
  readonly zip: number;
  readonly place: Place | null;
  /** Minutes of work, road included, by the sector that would do it. */
  readonly minutes: ReadonlyMap<number, number>;
}

export interface Situation {
  readonly sectors: readonly SectorHours[];
  readonly communes: readonly CommuneWork[];
}

/** What is read of a commune: its doctors, wherever they belong today. */
export interface CommuneRead extends Omit<CommuneWork, "minutes"> {
  /** Visits that stay where they are, by sector. */
  readonly kept: ReadonlyMap<number, number>;
}

export interface SectorRead {
  readonly id: number;
  readonly name: string;
  readonly available: number;
  /** Minutes of one visit, and the share added to every way, as its delegates have set them. */
  readonly visitMinutes: number;
  readonly safetyPercent: number;
}

/** Hours of work for each commune under each sector: the same visits cost more to those who live farther. */
export function situationOf(sectors: readonly SectorRead[], communes: readonly CommuneRead[]): Situation {
  const centres = new Map(sectors.map(({ id }) => [id, centreOf(stopsOf(communes, id))]));
  const peopled = communes.filter(({ place, toSee }) => place !== null && toSee > 0);
  const works = communes.map((commune) => {
    const nearest = commune.place && nearestOf(commune, peopled);
    const perVisit = (sector: SectorRead) => sector.visitMinutes + wayTo(commune, nearest, sector, centres);
    return { commune, perVisit };
  });
  return {
    sectors: sectors.map((sector) => ({
      id: sector.id,
      name: sector.name,
      available: sector.available,
      fixed: works.reduce((sum, { commune, perVisit }) => {
        const kept = commune.kept.get(sector.id) ?? 0;
        return kept === 0 ? sum : sum + kept * perVisit(sector);
      }, 0),
    })),
    communes: works.map(({ commune: { kept: _, ...commune }, perVisit }) => ({
      ...commune,
      minutes: new Map(sectors.map((sector) => [sector.id, commune.toSee * perVisit(sector)])),
    })),
  };
}

type Centres = ReadonlyMap<number, Place | null>;

/** A commune that nobody can place counts the visit alone. */
function wayTo({ place, toSee }: CommuneRead, nearest: Place | null, sector: SectorRead, centres: Centres): number {
  const centre = centres.get(sector.id) ?? place;
  return place === null || centre === null ? 0 : roadMinutes({ place, toSee, nearest }, centre, sector.safetyPercent);
}

function stopsOf(communes: readonly CommuneRead[], sectorId: number) {
  return communes.flatMap(({ place, toSee, sectorId: own }) => (place && own === sectorId ? [{ place, toSee }] : []));
}

function nearestOf(commune: CommuneRead, among: readonly CommuneRead[]): Place | null {
  let [best, least] = [null as Place | null, Number.POSITIVE_INFINITY];
  for (const { code, place } of among) {
    if (code === commune.code || place === null || commune.place === null) continue;
    const metres = metresBetween(commune.place, place);
    if (metres < least) [best, least] = [place, metres];
  }
  return best;
}
