import type { Chance } from "./chance";
import type { Law } from "./hazards";
import { type Level, levelOf, meanLevel, meanNoise, tideOf } from "./level";
import { BANDS, LOST, SIGNED, STATE_COUNT } from "./states";
import { cellOf, expectedByWeek, type Knowledge } from "./tally";

/** Contracts, other steps and newcomers have each their own tides. */
export interface Trends {
  readonly signing: Level;
  readonly advancing: Level;
  readonly arriving: Level;
  /** Newcomers a week, over the whole history. */
  readonly usual: number;
}

export function trendsOf(known: Knowledge, law: Law): Trends {
  const expected = (isSigning: boolean) => {
    const rates = new Float64Array(STATE_COUNT * BANDS);
    for (const { from, to } of law.steps) {
      if (to === LOST || (to === SIGNED) !== isSigning) continue;
      for (let band = 0; band < BANDS; band++)
        rates[from * BANDS + band]! += law.shape[cellOf(from, to, band)]! / law.rate[cellOf(from, to, band)]!;
    }
    return expectedByWeek(known, (from, band) => rates[from * BANDS + band]!);
  };
  const usual = known.arrivals.reduce((sum, each) => sum + each, 0) / known.weeks;
  return {
    signing: levelOf(known.signings, expected(true), true),
    advancing: levelOf(known.advances, expected(false), true),
    arriving: levelOf(known.arrivals, new Float64Array(known.weeks).fill(usual), false),
    usual,
  };
}

export const doubtOf = ({ signing, advancing }: Trends) => ({
  signing: meanNoise(signing),
  advancing: meanNoise(advancing),
});

/** What the coming weeks bring, one way among others. */
export interface Future {
  readonly signing: Float64Array;
  readonly advancing: Float64Array;
  /** Newcomers a week. */
  readonly arriving: Float64Array;
  /** Of contracts: times the variance that chance alone would give. */
  readonly noise: number;
}

export function futureBy(trends: Trends, weeks: number, chance: Chance): Future {
  const signing = tideOf(trends.signing, weeks, chance);
  const arriving = tideOf(trends.arriving, weeks, chance);
  return {
    signing: signing.factors,
    advancing: tideOf(trends.advancing, weeks, chance).factors,
    arriving: arriving.factors.map((factor) => gusty(factor * trends.usual, arriving.noise, chance)),
    noise: signing.noise,
  };
}

/** Newcomers come in bursts: what is more than chance in them is drawn here, chance itself when contracts are counted. */
function gusty(mean: number, noise: number, chance: Chance): number {
  if (noise <= 1 || mean <= 0) return mean;
  const rate = 1 / (noise - 1);
  return chance.gamma(mean * rate, rate);
}

export function steadyFuture(trends: Trends, weeks: number): Future {
  const flat = (level: Level, times = 1) => new Float64Array(weeks).fill(meanLevel(level) * times);
  return {
    signing: flat(trends.signing),
    advancing: flat(trends.advancing),
    arriving: flat(trends.arriving, trends.usual),
    noise: 1,
  };
}
