import { kilometres, populationOf, type Town } from "./ground";
import { ofTown } from "./spelling";
import { VOLUMES } from "./volumes";

type DemoSector = { name: string; mainTown: Town; communes: readonly string[]; population: number };

const CHOSEN: Record<string, number> = { "44": 6, "49": 4, "53": 2, "72": 3, "85": 4 };
/** Doctors a delegate can follow, where the number of sectors was not chosen. */
const DOCTORS_A_SECTOR = 400;
const MOST_SECTORS = 12;
const ROUNDS = 250;
/** Nothing to compare with beyond: a town has no larger one around. */
const FAR = 60;

/**
 * Cuts a fund's ground into sectors of neighbouring communes with about the same number of inhabitants. Each commune goes
 * to the nearest centre, distances being shortened round by round for the sectors that are too small: borders stay straight
 * and no sector is in two pieces.
 */
export function demoSectors(communes: readonly Town[], department: string): DemoSector[] {
  const own = communes.filter((town) => town.department === department && town.kind !== "delegated");
  const placed = own.filter((town) => town.lat !== null && town.kind !== "parent");
  if (placed.length === 0) return [];
  const main = mainTowns(placed);
  const centres = main.slice(0, sectorCount(department));
  const sectors = balance(placed, centres);
  const codes = centres.map(() => [] as string[]);
  for (const town of own) codes[sectorOf(town, sectors, placed)]!.push(town.code);
  return centres.map((_, index) => {
    const mainTown = main.find((town) => sectors.get(town.code) === index)!;
    const population = placed.reduce(
      (sum, town) => sum + (sectors.get(town.code) === index ? populationOf(town) : 0),
      0,
    );
    return { name: `Secteur ${ofTown(mainTown.name)}`, mainTown, communes: codes[index]!.sort(), population };
  });
}

function sectorCount(department: string): number {
  const volume = VOLUMES.find((each) => each.department === department);
  const doctors = volume ? volume.generalists + volume.specialists : 0;
  return CHOSEN[department] ?? Math.min(MOST_SECTORS, Math.max(2, Math.round(doctors / DOCTORS_A_SECTOR)));
}

/** A main town is large and far from a larger one: Châteaubriant before the suburbs of Nantes. */
function mainTowns(towns: readonly Town[]): Town[] {
  const bySize = towns.toSorted((a, b) => populationOf(b) - populationOf(a) || (a.code < b.code ? -1 : 1));
  const standing = bySize.map((town, index) => {
    const larger = bySize.slice(0, index).map((other) => kilometres(town, other) ?? 0);
    return { town, weight: populationOf(town) * Math.min(FAR, ...larger) };
  });
  return standing.toSorted((a, b) => b.weight - a.weight).map(({ town }) => town);
}

/** Sector index of each commune, by code. The best of all rounds is kept. */
function balance(towns: readonly Town[], centres: readonly Town[]): Map<string, number> {
  const fair = towns.reduce((sum, town) => sum + populationOf(town), 0) / centres.length;
  const squares = towns.map((town) => centres.map((centre) => squaredDistance(town, centre)));
  const head = centres.map(() => 0);
  let step = 300; // square kilometres
  let best = { spread: Number.POSITIVE_INFINITY, sectors: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const sectors = squares.map((row) => nearest(row, head));
    const sizes = centres.map(() => 0);
    for (const [index, town] of towns.entries()) sizes[sectors[index]!]! += populationOf(town);
    const spread = Math.max(...sizes) / Math.max(1, Math.min(...sizes));
    if (spread < best.spread) best = { spread, sectors };
    for (const [index, size] of sizes.entries()) head[index]! += step * Math.max(-1, 1 - size / fair);
    step *= 0.99;
  }
  return new Map(towns.map((town, index) => [town.code, best.sectors[index]!]));
}

/** A centre never leaves its own sector, however large its town. */
function squaredDistance(town: Town, centre: Town): number {
  return town === centre ? Number.NEGATIVE_INFINITY : (kilometres(town, centre) ?? 0) ** 2;
}

function nearest(squares: readonly number[], head: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < squares.length; index++) {
    if (squares[index]! - head[index]! < squares[best]! - head[best]!) best = index;
  }
  return best;
}

/** A commune without a point follows one that shares its postcode, or the commune before it in the list of codes. */
function sectorOf(town: Town, sectors: ReadonlyMap<string, number>, placed: readonly Town[]): number {
  const known = sectors.get(town.code);
  if (known !== undefined) return known;
  const neighbour =
    placed.find((other) => other.postcodes.some((postcode) => town.postcodes.includes(postcode))) ??
    placed.findLast((other) => other.code < town.code);
  return sectors.get(neighbour?.code ?? "") ?? 0;
}
