import { figuresOf, type Measure, milliseconds, type Report } from "./report";

/** The bare work and the product's way of doing it, to be run turn by turn. */
export interface Pair {
  readonly name: string;
  readonly floor: () => Promise<Measure>;
  readonly product: () => Promise<Measure>;
  /** The most the product may cost, as a multiple of the floor. */
  readonly atMost: number;
  /** Milliseconds nobody would notice: a product this close to its floor passes whatever the ratio. */
  readonly grace?: number;
  readonly judge?: Judge;
  readonly rounds?: number;
}

/**
 * What a goal is judged on, decided once a kind of work. Wall: work of seconds that waits for the disk. CPU: queries and
 * renderings of milliseconds, where on a busy machine the clock mostly measures the neighbours.
 */
export type Judge = "wall" | "cpu";

const ATTEMPTS = 3;

/** Floor and product alternate, so that whatever slows the machine slows both; the median of the neighbours' ratios counts. */
export async function compare(report: Report, pair: Pair): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const outcome = judged(pair, await rounds(pair));
    if (outcome.isMet || attempt === ATTEMPTS) {
      report.goal(pair.name, outcome.isMet, outcome.figures);
      report.note(`floor    ${figuresOf(outcome.floor)}`);
      report.note(`product  ${figuresOf(outcome.product)}`);
      return;
    }
    report.note(`(${pair.name}: ${outcome.figures}; measured again)`);
  }
}

async function rounds({ floor, product, rounds = 3 }: Pair): Promise<[floor: Measure, product: Measure][]> {
  const runs: [Measure, Measure][] = [];
  for (let round = 0; round < rounds; round++) runs.push([await floor(), await product()]);
  return runs;
}

function judged({ atMost, grace, judge = "wall" }: Pair, runs: readonly [Measure, Measure][]) {
  // Where the system does not count CPU by process, the clock has to do.
  const by: Judge = runs.some((run) => run.some(({ cpu }) => Number.isNaN(cpu))) ? "wall" : judge;
  const ratio = median(runs.map(([floor, product]) => product[by] / floor[by]));
  const excess = median(runs.map(([floor, product]) => product[by] - floor[by]));
  const goal = `at most ${atMost.toFixed(2)}${grace === undefined ? "" : ` or + ${grace} ms`}, ${by}`;
  const difference = grace === undefined ? "" : ` (${excess < 0 ? "-" : "+"} ${milliseconds(Math.abs(excess))})`;
  return {
    isMet: ratio <= atMost || (grace !== undefined && excess <= grace),
    figures: `${ratio.toFixed(2)} x the floor${difference}; ${goal}`,
    floor: middle(runs.map(([floor]) => floor)),
    product: middle(runs.map(([, product]) => product)),
  };
}

function middle(measures: readonly Measure[]): Measure {
  const of = (read: (measure: Measure) => number | undefined) => median(measures.map((each) => read(each) ?? 0));
  const [first] = measures;
  return {
    wall: of(({ wall }) => wall),
    cpu: of(({ cpu }) => cpu),
    ...(first?.rows === undefined ? {} : { rows: of(({ rows }) => rows) }),
    ...(first?.rss === undefined ? {} : { rss: of(({ rss }) => rss) }),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
