import { departmentDoctors } from "./department";
import type { Doctor } from "./doctor";
import type { Ground } from "./ground";
import { VOLUMES } from "./volumes";

/** The départements shown to visitors: Pays de la Loire. */
export const DEMO_DEPARTMENTS = ["44", "49", "53", "72", "85"] as const;

/** Invented people over a few départements; every demo file is written from it. */
export type Region = {
  ground: Ground;
  seed: string;
  departments: readonly string[];
  /** YYYY-MM-DD. */
  today: string;
  doctors: readonly Doctor[];
};

export function demoRegion(ground: Ground, seed: string, departments: readonly string[], today: string): Region {
  const doctors = departments.flatMap((department) =>
    departmentDoctors({ ground, seed, department, reach: departments, scale: 1 }),
  );
  return { ground, seed, departments, today, doctors };
}

/** The country, a département at a time: it never stands in memory whole. */
export function* countryByDepartment(ground: Ground, seed: string, today: string, scale: number): Generator<Region> {
  const reach = VOLUMES.map((volume) => volume.department);
  for (const department of reach) {
    const doctors = departmentDoctors({ ground, seed, department, reach, scale });
    yield { ground, seed, departments: [department], today, doctors };
  }
}
