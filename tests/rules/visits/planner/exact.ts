import type { Candidate, Lunch, Problem, StartWindow } from "~/visits/planner/problem";

/** The highest score of a small week without conflicts, by dynamic programming over sets; -1 when the locks cannot be kept. */
export function bestScore(problem: Problem): number {
  const list = problem.candidates;
  const sets = 1 << list.length;
  let best = new Int32Array(sets).fill(-1);
  best[0] = 0;
  for (let d = 0; d < problem.days.length; d++) {
    const day = feasibleSets(problem, d);
    const grown = new Int32Array(sets).fill(-1);
    for (let seen = 0; seen < sets; seen++) {
      if (best[seen]! < 0) continue;
      const rest = ~seen & (sets - 1);
      for (let set = rest; ; set = (set - 1) & rest) {
        if (day[set]) grown[seen | set] = Math.max(grown[seen | set]!, best[seen]! + scoreOf(list, set));
        if (set === 0) break;
      }
    }
    best = grown;
  }
  const locked = problem.locks.reduce((set, lock) => set | (1 << list.findIndex(({ id }) => id === lock.candidate)), 0);
  return best.reduce(
    (top, score, set) => ((set & locked) === locked && oneAddressEach(list, set) ? Math.max(top, score) : top),
    -1,
  );
}

const scoreOf = (list: Candidate[], set: number) =>
  list.reduce((sum, { score }, i) => (set & (1 << i) ? sum + score : sum), 0);

function oneAddressEach(list: Candidate[], set: number): boolean {
  const groups = list.flatMap(({ group }, i) => (group !== undefined && set & (1 << i) ? [group] : []));
  return new Set(groups).size === groups.length;
}

/** Which sets of visits fit into one day, from the earliest end of each state: the set, the last visit, lunch taken. */
function feasibleSets(problem: Problem, d: number): Uint8Array {
  const { days, candidates, travel } = problem;
  const day = days[d]!;
  const n = candidates.length;
  const fits = new Uint8Array(1 << n);
  fits[0] = day.works ? 0 : 1;
  if (!day.works) return fits;
  const way = (a: number, b: number) => travel.seconds[a * travel.size + b]!;
  const placeOf = (last: number) => (last === n ? day.startPlace : candidates[last]!.place!);
  const free = new Float64Array((1 << n) * (n + 1) * 2).fill(Number.POSITIVE_INFINITY);
  const at = (set: number, last: number, fed: number) => (set * (n + 1) + last) * 2 + fed;
  const offer = (state: number, time: number) => {
    free[state] = Math.min(free[state]!, time);
  };
  const goOn = (set: number, last: number, fed: number, now: number) => {
    for (let c = 0; c < n; c++) {
      if (set & (1 << c)) continue;
      const start = firstStart(startsOf(problem, c, d), now + way(placeOf(last), candidates[c]!.place!));
      offer(at(set | (1 << c), c, fed), start + candidates[c]!.service);
    }
  };
  const eat = (set: number, last: number, { from, to, length }: Lunch) => {
    const sits = Math.max(free[at(set, last, 0)]!, from);
    if (sits <= to) offer(at(set, last, 1), sits + length);
  };
  free[at(0, n, day.lunch ? 0 : 1)] = day.departsFrom;
  for (let state = 0; state < (1 << n) * (n + 1); state++) {
    const [set, last] = [Math.floor(state / (n + 1)), state % (n + 1)];
    if (day.lunch) eat(set, last, day.lunch);
    for (const fed of [0, 1]) goOn(set, last, fed, free[at(set, last, fed)]!);
    const home = free[at(set, last, 1)]! + way(placeOf(last), day.endPlace);
    if (popcount(set) <= day.maxVisits && home <= day.returnsBy) fits[set] = 1;
  }
  return fits;
}

function startsOf(problem: Problem, c: number, d: number): StartWindow[] {
  const candidate = problem.candidates[c]!;
  const lock = problem.locks.find((each) => each.candidate === candidate.id);
  if (lock && lock.day !== null && lock.day !== d) return [];
  return lock?.start ? [lock.start] : candidate.windows[d]!;
}

function firstStart(windows: StartWindow[], at: number): number {
  const window = windows.find(({ to }) => at <= to);
  return window ? Math.max(at, window.from) : Number.POSITIVE_INFINITY;
}

const popcount = (set: number) => set.toString(2).replaceAll("0", "").length;
