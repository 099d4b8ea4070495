import { type Wheel, wheel } from "./chance";
import { VOLUMES } from "./volumes";

/** What the generator needs of a commune; the commune reference fits. */
export type Town = {
  code: string;
  name: string;
  department: string;
  postcodes: readonly string[];
  population: number | null;
  lat: number | null;
  lon: number | null;
  kind: string;
  parent: string | null;
};

/** What the generator needs of a fund. */
export type FundName = { id: number; code: string; name: string; department: string };

/** The towns of one département where doctors may practise. */
export type DepartmentTowns = {
  department: string;
  /** Every current commune, cities cut into arrondissements. */
  towns: readonly Town[];
  /** Inhabited communes, the largest first; those of 3,000 inhabitants and more. */
  bySize: readonly Town[];
  sizeable: readonly Town[];
  forGeneralists: Wheel<Town>;
  forSpecialists: Wheel<Town>;
  /** Codes of merged communes, still seen in files. */
  merged: ReadonlyMap<string, string>;
};

export type Ground = {
  departments: ReadonlyMap<string, DepartmentTowns>;
  funds: ReadonlyMap<string, FundName>;
};

/** Arranges the reference once; every generator starts from it. */
export function demoGround(communes: readonly Town[], funds: readonly FundName[]): Ground {
  const current = byDepartment(communes.filter((town) => town.kind === "commune" || town.kind === "arrondissement"));
  const merged = byDepartment(communes.filter((town) => town.kind === "delegated"));
  return {
    departments: new Map(
      VOLUMES.flatMap(({ department }) => {
        const towns = current.get(department) ?? [];
        return towns.length > 0 ? [[department, arranged(department, towns, merged.get(department) ?? [])]] : [];
      }),
    ),
    funds: new Map(funds.map((fund) => [fund.department, fund])),
  };
}

export function populationOf(town: Town): number {
  return town.population ?? 0;
}

/** Great-circle distance in kilometres; null when a point is unknown. */
export function kilometres(one: Town, other: Town): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null;
  const degree = Math.PI / 180;
  const north = (other.lat - one.lat) * degree;
  const east = (other.lon - one.lon) * degree * Math.cos(((one.lat + other.lat) / 2) * degree);
  return 6371 * Math.hypot(north, east);
}

function byDepartment(towns: readonly Town[]): Map<string, Town[]> {
  const groups = new Map<string, Town[]>();
  for (const town of towns) {
    const group = groups.get(town.department);
    if (group) group.push(town);
    else groups.set(town.department, [town]);
  }
  return groups;
}

function arranged(department: string, towns: readonly Town[], merged: readonly Town[]): DepartmentTowns {
  const settled = towns.filter((town) => town.postcodes.length > 0 && populationOf(town) > 0);
  const bySize = settled.toSorted((a, b) => populationOf(b) - populationOf(a));
  return {
    department,
    towns,
    bySize,
    sizeable: bySize.filter((town) => populationOf(town) >= 3000),
    forGeneralists: wheel(settled, generalistWeight),
    forSpecialists: wheel(settled, specialistWeight),
    merged: new Map(merged.flatMap((town) => (town.parent ? [[town.parent, town.code]] : []))),
  };
}

/** Hardly anyone settles under 700 inhabitants. */
function generalistWeight(town: Town): number {
  const people = populationOf(town);
  return people < 700 ? people / 40 : people;
}

/** Specialists gather in towns, far beyond their share of the inhabitants. */
function specialistWeight(town: Town): number {
  const people = populationOf(town);
  return people < 4000 ? people / 800 : people ** 1.4 / 4000 ** 0.4;
}
