import { addDays, type Day } from "~/calendar/day";
import type { FunnelEvent } from "~/forecast/events";
import type { Step } from "~/forecast/states";

/** A made-up campaign whose law is known. It shares nothing with the engine: daily, with long-tailed delays. */
export interface World {
  readonly seed: number;
  readonly weeks: number;
  /** Newcomers a week. */
  readonly arrivals: number;
  /** Variance of weekly counts, times that of chance; 1: chance alone. */
  readonly overdispersion: number;
  /** Share that arrivals gain or lose over a year, and between the seasons. */
  readonly drift: number;
  readonly season: number;
  /** Share of met doctors who ever sign, in the mean of all zones. */
  readonly ever: number;
  /** Median days from the first meeting to the next steps. */
  readonly pace: number;
  readonly delays: "lognormal" | "weibull" | "geometric";
  /** Whether steps between the meeting and the contract are told. */
  readonly told: boolean;
  readonly funds: number;
}

export const START: Day = "2024-01-01";
export const A_WORLD: World = {
  seed: 1,
  weeks: 100,
  arrivals: 25,
  overdispersion: 1,
  drift: 0,
  season: 0,
  ever: 0.12,
  pace: 20,
  delays: "lognormal",
  told: true,
  funds: 1,
};

const ZONES = [
  { name: "ZIP", share: 0.4, odds: 1.4 },
  { name: "ZAC", share: 0.35, odds: 0.9 },
  { name: "HZ", share: 0.25, odds: 0.5 },
];
const SPECIALTIES = [
  { name: "general-practice", share: 0.75, odds: 1.1 },
  { name: "cardiology", share: 0.25, odds: 0.7 },
];

export function* historyOf(world: World): Generator<FunnelEvent> {
  const dice = diceFrom(world.seed);
  let number = 0;
  for (let week = 0; week < world.weeks; week++) {
    const yearly = week / 52;
    const mean =
      world.arrivals * Math.max(0.1, 1 + world.drift * yearly) * (1 + world.season * Math.sin(2 * Math.PI * yearly));
    const count = dice.count(mean, world.overdispersion);
    for (let each = 0; each < count; each++) {
      number += 1;
      yield* doctorOf(world, dice, `D${number}`, week * 7 + Math.floor(dice.uniform() * 7));
    }
  }
}

function* doctorOf(world: World, dice: Dice, doctor: string, met: number): Generator<FunnelEvent> {
  const [zone, specialty] = [dice.pick(ZONES), dice.pick(SPECIALTIES)];
  const fund = Math.floor(dice.uniform() * world.funds);
  const facts = { doctor, zone: zone.name, specialty: specialty.name, fund: `F${fund}` };
  const told = (stage: Step, at: number): FunnelEvent => ({ ...facts, stage, day: addDays(START, Math.floor(at)) });
  const delay = (median: number) => dice.delay(world.delays, median);
  yield told("visited", met);
  const ever = Math.min(0.95, world.ever * zone.odds * specialty.odds * (1 + 0.3 * (fund % 2)));
  const [simulated, intends, filed] = [0.8, 1.8, 2.6].map((share) => share * world.pace);
  if (dice.uniform() < ever) {
    const steps = [met + delay(simulated!), delay(intends! - simulated!), delay(filed! - intends!), delay(world.pace)];
    const names: Step[] = ["simulated", "intends", "filed", "signed"];
    let at = 0;
    for (const [step, name] of names.entries()) {
      at += steps[step]!;
      if (world.told || name === "signed") yield told(name, at);
    }
    return;
  }
  // The others simulate at times, then leave without a word, or say no.
  let at = met;
  if (world.told && dice.uniform() < 0.3) {
    at += delay(simulated!);
    yield told("simulated", at);
  }
  if (dice.uniform() < 0.4) yield told("lost", at + delay(world.pace * 1.5));
}

interface Dice {
  uniform(): number;
  count(mean: number, overdispersion: number): number;
  pick<T extends { share: number }>(among: readonly T[]): T;
  delay(kind: World["delays"], median: number): number;
}

export function diceFrom(seed: number): Dice {
  // xorshift32, unlike the engine's own generator.
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 20; warm++) uniform();
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean: number) => {
    let [count, time] = [0, -Math.log(1 - uniform())];
    while (time < mean) {
      count += 1;
      time -= Math.log(1 - uniform());
    }
    return count;
  };
  return {
    uniform,
    count(mean, overdispersion) {
      if (overdispersion <= 1) return poisson(mean);
      const spread = Math.sqrt((overdispersion - 1) / mean);
      const sigma = Math.sqrt(Math.log(1 + spread ** 2));
      return poisson(mean * Math.exp(sigma * normal() - sigma ** 2 / 2));
    },
    pick(among) {
      let left = uniform();
      for (const each of among) {
        left -= each.share;
        if (left < 0) return each;
      }
      return among.at(-1)!;
    },
    delay(kind, median) {
      if (kind === "lognormal") return median * Math.exp(0.8 * normal());
      if (kind === "weibull") return median * (-Math.log(1 - uniform()) / Math.LN2) ** (1 / 1.5);
      return (median * -Math.log(1 - uniform())) / Math.LN2;
    },
  };
}
