/** Chance from a seed: the same forecast asked twice is the same to the last digit. */
export interface Chance {
  /** In [0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Gamma of a shape and a rate: its mean is shape / rate. */
  readonly gamma: (shape: number, rate: number) => number;
  readonly poisson: (mean: number) => number;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state are plenty for some millions of draws, and it is five lines.
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number, rate: number): number => {
    if (shape < 1) return gamma(shape + 1, rate) * (1 - uniform()) ** (1 / shape);
    return marsaglia(shape, normal, uniform) / rate;
  };
  const poisson = (mean: number) => {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = uniform(); product > floor; product *= uniform()) count += 1;
    return count;
  };
  return { uniform, normal, gamma, poisson };
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; shape of one or more. */
function marsaglia(shape: number, normal: () => number, uniform: () => number): number {
  const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * (shape - 1 / 3))];
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
