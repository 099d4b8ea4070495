export interface Fit {
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly steps: number;
  readonly isSettled: boolean;
}

const MOST_STEPS = 40;
const SETTLED = 1e-8;

/** Logistic regression with a quadratic penalty on all but the intercept, by Newton's method with halved steps. */
export function fitLogistic(matrix: Float64Array, signed: Uint8Array, penalty: number): Fit {
  const rows = signed.length;
  const width = rows === 0 ? 0 : matrix.length / rows;
  let at = new Float64Array(width + 1);
  const yes = signed.reduce((sum, each) => sum + each, 0);
  at[0] = Math.log((yes + 0.5) / (rows - yes + 0.5));
  let value = lossOf(matrix, signed, at, penalty);
  for (let step = 1; step <= MOST_STEPS; step++) {
    const move = solved(...slopes(matrix, signed, at, penalty));
    let [next, nextValue, length] = [at, Number.POSITIVE_INFINITY, 1];
    for (; length > 1e-6 && !(nextValue <= value); length /= 2) {
      next = at.map((each, place) => each - length * move[place]!);
      nextValue = lossOf(matrix, signed, next, penalty);
    }
    if (!(nextValue <= value)) return fitted(at, step, true);
    const gain = value - nextValue;
    [at, value] = [next, nextValue];
    if (gain < SETTLED * (1 + value)) return fitted(at, step, true);
  }
  return fitted(at, MOST_STEPS, false);
}

const fitted = (at: Float64Array, steps: number, isSettled: boolean): Fit => ({
  intercept: at[0]!,
  weights: [...at.slice(1)],
  steps,
  isSettled,
});

export function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

export function sumAt(
  matrix: Float64Array,
  row: number,
  { intercept, weights }: Pick<Fit, "intercept" | "weights">,
): number {
  let sum = intercept;
  const first = row * weights.length;
  for (let place = 0; place < weights.length; place++) sum += weights[place]! * matrix[first + place]!;
  return sum;
}

/** −log of the chance given to what happened, written so that it never overflows. */
export const lossAt = (sum: number, signed: number) =>
  Math.max(sum, 0) - sum * signed + Math.log1p(Math.exp(-Math.abs(sum)));

function lossOf(matrix: Float64Array, signed: Uint8Array, at: Float64Array, penalty: number): number {
  const fit = { intercept: at[0]!, weights: [...at.subarray(1)] };
  let loss = 0;
  for (let row = 0; row < signed.length; row++) loss += lossAt(sumAt(matrix, row, fit), signed[row]!);
  return loss + (penalty / 2) * fit.weights.reduce((sum, each) => sum + each * each, 0);
}

function slopes(
  matrix: Float64Array,
  signed: Uint8Array,
  at: Float64Array,
  penalty: number,
): [Float64Array[], Float64Array] {
  const size = at.length;
  const slope = new Float64Array(size);
  const bend = Array.from({ length: size }, () => new Float64Array(size));
  const line = new Float64Array(size).fill(1);
  for (let row = 0; row < signed.length; row++) {
    let sum = at[0]!;
    for (let place = 1; place < size; place++) {
      line[place] = matrix[row * (size - 1) + place - 1]!;
      sum += at[place]! * line[place]!;
    }
    const given = chance(sum);
    const weight = given * (1 - given);
    for (let place = 0; place < size; place++) {
      const value = line[place]!;
      if (value === 0) continue;
      slope[place]! += (given - signed[row]!) * value;
      const curve = bend[place]!;
      for (let other = 0; other <= place; other++) curve[other]! += weight * value * line[other]!;
    }
  }
  for (let place = 0; place < size; place++) {
    slope[place]! += place === 0 ? 0 : penalty * at[place]!;
    bend[place]![place]! += place === 0 ? 1e-9 : penalty + 1e-9;
  }
  return [bend, slope];
}

/** Cholesky; only the lower half of the matrix is read. */
function solved(bend: Float64Array[], slope: Float64Array): Float64Array {
  const size = slope.length;
  const root = bend.map((line) => line.slice());
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = root[row]![column]!;
      for (let each = 0; each < column; each++) sum -= root[row]![each]! * root[column]![each]!;
      root[row]![column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[column]![column]!;
    }
  const move = slope.slice();
  for (let row = 0; row < size; row++) {
    for (let each = 0; each < row; each++) move[row]! -= root[row]![each]! * move[each]!;
    move[row]! /= root[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let each = row + 1; each < size; each++) move[row]! -= root[each]![row]! * move[each]!;
    move[row]! /= root[row]![row]!;
  }
  return move;
}
