import type { Chance } from "./chance";

/**
 * How a weekly count stands against what was expected of it, and how it wanders: the ratio follows a random walk, and is
 * read through a noise at least that of chance. How much of either is judged by what each would have said of the past.
 */
export interface Level {
  readonly guesses: readonly Guess[];
}

interface Guess {
  /** Probability of this pair of wandering and noise. */
  readonly weight: number;
  /** Relative variance the walk gains each week. */
  readonly walk: number;
  /** Times the variance that chance alone would give. */
  readonly noise: number;
  /** The ratio today. */
  readonly mean: number;
  readonly variance: number;
}

const WALKS = [0, 0.0002, 0.0006, 0.002, 0.006, 0.02, 0.05];
const NOISES = [1, 1.3, 1.8, 2.5, 4, 6, 10, 16, 25];
/** Weeks in which less than this was expected say nothing that can be read. */
const READABLE = 0.1;
/** What each step towards a wilder walk costs in belief, as a logarithm. */
const CALM = 0.8;
/** A ratio is never believed nearer to nothing than this, or a few empty weeks would never be forgotten. */
const FLOOR = 0.25;

/** @param isCentred the expectation was fitted on these very counts: their ratio is one on the whole. */
export function levelOf(counts: Float64Array, expected: Float64Array, isCentred: boolean): Level {
  const guesses = WALKS.flatMap((walk) =>
    NOISES.map((noise) =>
      filtered(counts, expected, { walk, noise, start: isCentred ? (walk * counts.length) / 3 : 1 }),
    ),
  );
  const best = Math.max(...guesses.map(({ weight }) => weight));
  const weights = guesses.map(({ weight }) => Math.exp(weight - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    guesses: guesses
      .map((guess, at) => ({ ...guess, weight: weights[at]! / sum }))
      .filter(({ weight }) => weight > 1e-4),
  };
}

/** Kalman's filter in one dimension; `weight` is the logarithm of the likelihood. */
function filtered(
  counts: Float64Array,
  expected: Float64Array,
  { walk, noise, start }: { walk: number; noise: number; start: number },
): Guess {
  // Calm and plain noise are believed until the counts say otherwise.
  let [mean, variance, weight] = [1, start, -0.5 * Math.log(noise) - CALM * WALKS.indexOf(walk)];
  for (let week = 0; week < counts.length; week++) {
    const ground = Math.max(FLOOR, mean);
    variance += walk * ground ** 2;
    const base = expected[week]!;
    if (base < READABLE) continue;
    const spread = variance + (noise * ground) / base;
    const surprise = counts[week]! / base - mean;
    weight -= 0.5 * (Math.log(spread) + surprise ** 2 / spread);
    mean = Math.max(0.02, mean + (variance / spread) * surprise);
    variance *= 1 - variance / spread;
  }
  return { weight, walk, noise, mean, variance };
}

export interface Tide {
  /** By coming week, times what is expected. */
  readonly factors: Float64Array;
  readonly noise: number;
}

/** One possible future. */
export function tideOf({ guesses }: Level, weeks: number, chance: Chance): Tide {
  const guess = picked(guesses, chance.uniform());
  let at =
    guess.variance > 1e-9 ? chance.gamma(guess.mean ** 2 / guess.variance, guess.mean / guess.variance) : guess.mean;
  const factors = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) {
    at *= Math.exp(Math.sqrt(guess.walk) * chance.normal() - guess.walk / 2);
    factors[week] = at;
  }
  return { factors, noise: guess.noise };
}

function picked(guesses: readonly Guess[], at: number): Guess {
  let passed = 0;
  for (const guess of guesses) {
    passed += guess.weight;
    if (at < passed) return guess;
  }
  return guesses.at(-1)!;
}

/** The middle of all futures, for what needs one figure. */
export const meanLevel = ({ guesses }: Level) => guesses.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
export const meanNoise = ({ guesses }: Level) => guesses.reduce((sum, { weight, noise }) => sum + weight * noise, 0);
