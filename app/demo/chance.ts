/** A repeatable source of chance: same seed, same draws, on every machine. */
export type Chance = {
  /** In [0, 1[. */
  next(): number;
  /** Whole number in [0, limit[. */
  below(limit: number): number;
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** A list to draw from with unequal shares. */
export type Wheel<T> = { values: readonly T[]; upTo: Float64Array };

/** Small fast counter generator (sfc32), seeded by a hash of the text. */
export function chance(seed: string): Chance {
  let a = hash(seed, 0x9e3779b9);
  let b = hash(seed, 0x243f6a88);
  let c = hash(seed, 0xb7e15162);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    happens: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}

export function wheel<T>(values: readonly T[], weight: (value: T) => number): Wheel<T> {
  const upTo = new Float64Array(values.length);
  let sum = 0;
  values.forEach((value, index) => {
    sum += Math.max(0, weight(value));
    upTo[index] = sum;
  });
  return { values, upTo };
}

export function spin<T>(chance: Chance, { values, upTo }: Wheel<T>): T {
  const target = chance.next() * upTo[upTo.length - 1]!;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}

function hash(text: string, start: number): number {
  let state = start | 0;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    state ^= state >>> 15;
  }
  return state;
}
