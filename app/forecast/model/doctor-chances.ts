import { askedOf, type Practice } from "./declared";
import { chanceOf, type Model, sumsOf } from "./model";

export interface DoctorChance {
  readonly doctorId: number;
  readonly chance: number;
  /** What a visit is worth compared with the mean of the caisse. */
  readonly factor: number;
}

/** A chance moves a visit in the week, and decides nothing alone: half and double at most. */
const [LEAST, MOST] = [0.5, 2] as const;

export const meanOf = ({ signed, rows }: Pick<Model, "signed" | "rows">): number => signed / rows;

/** To the tenth: a night that learns next to nothing new leaves the weeks as they are. */
export function factorOf(chance: number, mean: number): number {
  return Math.max(LEAST, Math.min(MOST, Math.round((10 * chance) / mean) / 10));
}

export function doctorChances(
  model: Model,
  practices: readonly (Practice & { readonly doctorId: number })[],
): DoctorChance[] {
  const mean = meanOf(model);
  const sums = sumsOf(model, askedOf(practices));
  return practices.map(({ doctorId }, row) => {
    const chance = chanceOf(sums[row]!);
    return { doctorId, chance, factor: factorOf(chance, mean) };
  });
}
