/** A proportion as a sample knows it; `size` may be a fraction, once corrected for what its members share. */
export interface Proportion {
  readonly share: number;
  readonly size: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval: keeps its promise for rare events, where the usual one does not. */
export function wilson({ share, size }: Proportion, z: number): Interval {
  const weight = (z * z) / size;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (z / (1 + weight)) * Math.sqrt((share * (1 - share)) / size + weight / (4 * size));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Newcombe's hybrid of two Wilson intervals (1998, method 10): the difference `one` − `other`. */
export function newcombe(one: Proportion, other: Proportion, z: number): Interval {
  const [a, b] = [wilson(one, z), wilson(other, z)];
  const difference = one.share - other.share;
  return {
    low: difference - Math.hypot(one.share - a.low, b.high - other.share),
    high: difference + Math.hypot(a.high - one.share, other.share - b.low),
  };
}

/** The normal quantile widened for few independent units: Student's, by the expansion of Cornish and Fisher. */
export function widened(z: number, degrees: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / degrees + second / degrees ** 2;
}
