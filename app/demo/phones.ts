import { VOLUMES } from "./volumes";

/** The only ranges the telephone authority keeps for fiction: ten thousand numbers each. */
export const FICTION_RANGES = ["019900", "026191", "035301", "046571", "053649", "063998"] as const;

const NORTH_WEST = "14 18 22 27 28 29 35 36 37 41 44 45 49 50 53 56 61 72 76 85 974 976".split(" ");
const NORTH_EAST = "02 08 10 21 25 39 51 52 54 55 57 58 59 60 62 67 68 70 71 80 88 89 90".split(" ");
const SOUTH_EAST = "01 03 04 05 06 07 11 13 15 2A 2B 26 30 34 38 42 43 48 63 66 69 73 74 83 84".split(" ");
const PARIS = "75 77 78 91 92 93 94 95".split(" ");

/** Fewer practices than doctors: neighbouring départements get different numbers of the same range. */
const PRACTICES_A_DOCTOR = 0.8;
const STARTS = starts();

export function practicePhone(department: string, index: number): string {
  const rank = (STARTS.get(department)! + index) % 10_000;
  return rangeOf(department) + String((rank * 7_919) % 10_000).padStart(4, "0");
}

export function mobilePhone(index: number): string {
  return `063998${String((index * 7_919) % 10_000).padStart(4, "0")}`;
}

function rangeOf(department: string): string {
  if (PARIS.includes(department)) return "019900";
  if (NORTH_WEST.includes(department)) return "026191";
  if (NORTH_EAST.includes(department)) return "035301";
  return SOUTH_EAST.includes(department) ? "046571" : "053649";
}

function starts(): Map<string, number> {
  const next = new Map<string, number>();
  return new Map(
    VOLUMES.map(({ department, generalists, specialists }) => {
      const range = rangeOf(department);
      const start = next.get(range) ?? 0;
      next.set(range, start + Math.ceil((generalists + specialists) * PRACTICES_A_DOCTOR));
      return [department, start];
    }),
  );
}
