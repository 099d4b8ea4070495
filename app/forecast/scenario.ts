import { STATE_COUNT } from "./states";

/** What a manager may try out; nothing of it is stored. */
export interface Scenario {
  /** Delegates today, and how many more or fewer: visits follow their number. */
  readonly delegates: number;
  readonly moreDelegates: number;
  /** Points of share, added to newcomers of the priority zones and taken from the others. */
  readonly moreInPriorityZone: number;
  /** Doctors that one more campaign would bring, over its first four weeks. */
  readonly campaign: number;
}

export const AS_IT_IS: Scenario = { delegates: 1, moreDelegates: 0, moreInPriorityZone: 0, campaign: 0 };
const CAMPAIGN_WEEKS = 4;

/** Newcomers by week, group and state, when a number of them come in a week. */
export function enteringBy(entries: Float64Array, isPriority: (group: number) => boolean, scenario: Scenario) {
  const sum = entries.reduce((total, each) => total + each, 0) || 1;
  const shares = turned(
    entries.map((each) => each / sum),
    isPriority,
    scenario.moreInPriorityZone / 100,
  );
  const pace = Math.max(0, 1 + scenario.moreDelegates / Math.max(1, scenario.delegates));
  return (week: number, group: number, state: number, arriving: number) =>
    shares[group * STATE_COUNT + state]! *
    (arriving * pace + (week < CAMPAIGN_WEEKS ? scenario.campaign / CAMPAIGN_WEEKS : 0));
}

/** Moves a share of newcomers into the priority zones, each keeping its own mix. */
function turned(shares: Float64Array, isPriority: (group: number) => boolean, more: number): Float64Array {
  const groupOf = (at: number) => Math.floor(at / STATE_COUNT);
  const inside = shares.reduce((sum, share, at) => sum + (isPriority(groupOf(at)) ? share : 0), 0);
  const wanted = Math.min(1, Math.max(0, inside + more));
  if (more === 0 || inside === 0 || inside === 1) return shares;
  return shares.map((share, at) => share * (isPriority(groupOf(at)) ? wanted / inside : (1 - wanted) / (1 - inside)));
}
