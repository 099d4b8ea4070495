import { chance } from "./chance";
import { type Ground, kilometres, populationOf, type Town } from "./ground";
import { VOLUMES } from "./volumes";

export type Zone = "ZIP" | "ZAC" | "ZV" | "HZ";

/** A territoire de vie-santé: a small town and the communes that go to its doctors. */
type Catchment = { centre: Town; towns: readonly Town[]; population: number; zone: Zone };

/** Shares of the population: 30.2 % ZIP, 42.0 % ZAC; a little of the rest is only watched. */
const QUOTAS: readonly [zone: Zone, upTo: number][] = [
  ["ZIP", 0.302],
  ["ZAC", 0.722],
  ["ZV", 0.8],
  ["HZ", 1],
];
/** About 2,700 territories in the country: one for 25,000 inhabitants. */
const PEOPLE_A_CATCHMENT = 25_000;
const APART = 9;
/** Deserts and oases of doctors, in kilometres. */
const WAVE = 22;

/** The worst served catchments first, until each class has its share of the inhabitants. */
export function demoZoning(ground: Ground, seed: string, departments: readonly string[]): Catchment[] {
  const needy = departments
    .flatMap((department) => scored(ground, seed, department))
    .toSorted((a, b) => b.need - a.need || (a.centre.code < b.centre.code ? -1 : 1));
  const total = needy.reduce((sum, each) => sum + each.population, 0);
  let before = 0;
  return needy.map(({ centre, towns, population }) => {
    const middle = (before + population / 2) / total;
    before += population;
    return { centre, towns, population, zone: QUOTAS.find(([, upTo]) => middle < upTo)?.[0] ?? "HZ" };
  });
}

type Scored = Omit<Catchment, "zone"> & { need: number };

/** Need grows far from towns, in départements with few doctors, and near the centre of a desert. */
function scored(ground: Ground, seed: string, department: string): Scored[] {
  const towns = ground.departments.get(department)?.towns ?? [];
  const luck = chance(`${seed} zones ${department}`);
  const settled = towns.filter((town) => town.lat !== null);
  if (settled.length === 0) return [];
  const deserts = Array.from({ length: 3 }, () => luck.pick(settled));
  return catchments(towns).map((catchment) => {
    const desert = Math.max(...deserts.map((town) => nearness(town, catchment.centre)));
    const urban = Math.log10(Math.max(1000, catchment.population / 2 + populationOf(catchment.centre)) / 1000);
    return { ...catchment, need: desert * 1.1 - urban * 1.2 + scarcity(department) * 1.6 + luck.next() * 0.25 };
  });
}

/** From about -0.6 in the best served départements to 0.6 where generalists are half as many as elsewhere. */
function scarcity(department: string): number {
  const volume = VOLUMES.find((each) => each.department === department)!;
  const per100k = (volume.generalists / volume.population) * 100_000;
  return Math.max(-0.6, Math.min(0.6, (81 - per100k) / 40));
}

function catchments(towns: readonly Town[]): Omit<Catchment, "zone">[] {
  const total = towns.reduce((sum, town) => sum + populationOf(town), 0);
  const wanted = Math.max(2, Math.round(total / PEOPLE_A_CATCHMENT));
  const centres: Town[] = [];
  for (const town of towns.toSorted((a, b) => populationOf(b) - populationOf(a))) {
    const free = town.kind === "arrondissement" || centres.every((centre) => (kilometres(town, centre) ?? 0) > APART);
    if (free && centres.length < wanted * 1.5) centres.push(town);
  }
  const gathered = new Map(centres.map((centre) => [centre, [] as Town[]]));
  for (const town of towns) gathered.get(nearest(town, centres))!.push(town);
  return [...gathered].map(([centre, members]) => ({
    centre,
    towns: members,
    population: members.reduce((sum, town) => sum + populationOf(town), 0),
  }));
}

/** A commune without a point goes with the centre whose code is nearest: neighbours in the alphabet, often on the ground. */
function nearest(town: Town, centres: readonly Town[]): Town {
  return centres.reduce((best, centre) => (farness(town, centre) < farness(town, best) ? centre : best));
}

function farness(town: Town, centre: Town): number {
  return town === centre ? -1 : (kilometres(town, centre) ?? 10_000 + Math.abs(rank(town) - rank(centre)));
}

function rank(town: Town): number {
  return Number.parseInt(town.code.slice(-3), 10);
}

function nearness(one: Town, other: Town): number {
  return Math.exp(-(((kilometres(one, other) ?? 60) / WAVE) ** 2));
}
