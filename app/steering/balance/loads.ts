import type { Situation } from "./situation";

/** How far from the load of the caisse a sector may be and still be called even. */
export const TOLERANCE = 0.08;

export type LoadState = "over" | "even" | "under" | "nobody" | "empty";

export interface Load {
  readonly id: number;
  readonly name: string;
  /** Minutes of work, and minutes of delegates. */
  readonly needed: number;
  readonly available: number;
  /** needed / available; null without anybody's hours. */
  readonly load: number | null;
  readonly state: LoadState;
  /** All its work lies in one commune, which no swap can share. */
  readonly isOneCommune: boolean;
}

/** Which commune belongs to which sector; by default as it is today. */
export type Belonging = ReadonlyMap<string, number>;

export function neededIn({ sectors, communes }: Situation, belongs: Belonging): Map<number, number> {
  const needed = new Map(sectors.map(({ id, fixed }) => [id, fixed]));
  for (const { code, sectorId, minutes } of communes) {
    const id = belongs.get(code) ?? sectorId;
    needed.set(id, (needed.get(id) ?? 0) + (minutes.get(id) ?? 0));
  }
  return needed;
}

/** The load of the caisse: all the work against all the hours. A sector that nobody visits has no hours to weigh. */
function meanLoad(loads: readonly { needed: number; available: number }[]): number {
  const staffed = loads.filter(({ available }) => available > 0);
  const available = staffed.reduce((sum, each) => sum + each.available, 0);
  return available === 0 ? 0 : staffed.reduce((sum, { needed }) => sum + needed, 0) / available;
}

/** Each sector against the sectors that can share their work; those that cannot are said apart. */
export function loadsOf(situation: Situation, belongs: Belonging = new Map()): Load[] {
  const needed = neededIn(situation, belongs);
  const bare = situation.sectors.map(({ id, name, available }) => ({ id, name, available, needed: needed.get(id)! }));
  const reference = meanLoad(sharing(situation, bare));
  return bare.map((sector) => {
    const load = sector.available > 0 ? sector.needed / sector.available : null;
    const isOneCommune = workingCommunes(situation, sector.id) === 1;
    return { ...sector, load, isOneCommune, state: stateOf(sector.needed, load, reference) };
  });
}

/** Sectors whose work can go to a neighbour: with delegates, and not one commune that weighs more than the others. */
export function sharing<Sector extends { id: number; needed: number; available: number }>(
  situation: Situation,
  loads: readonly Sector[],
): Sector[] {
  const staffed = loads.filter(({ available }) => available > 0);
  const mean = meanLoad(staffed);
  return staffed.filter(
    ({ id, needed, available }) => needed / available <= mean || workingCommunes(situation, id) !== 1,
  );
}

/** The farthest any of them is from their common load, as a share of it. */
export function deviationOf(loads: readonly { needed: number; available: number }[]): number {
  const mean = meanLoad(loads);
  if (mean === 0) return 0;
  return Math.max(0, ...loads.map(({ needed, available }) => Math.abs(needed / available / mean - 1)));
}

function workingCommunes({ communes }: Situation, sectorId: number): number {
  return communes.filter((commune) => commune.sectorId === sectorId && commune.toSee > 0).length;
}

function stateOf(needed: number, load: number | null, reference: number): LoadState {
  if (load === null) return needed > 0 ? "nobody" : "empty";
  if (load > reference * (1 + TOLERANCE)) return "over";
  return load < reference * (1 - TOLERANCE) ? "under" : "even";
}
