import { type Belonging, deviationOf, neededIn, sharing, TOLERANCE } from "./loads";
import { type Neighbours, neighboursOf } from "./neighbours";
import type { CommuneWork, Situation } from "./situation";

export interface Move {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly doctors: number;
  readonly held: number;
  /** Minutes of work in the sector that takes it. */
  readonly minutes: number;
}

/** More would not be read, nor explained to the delegates. */
export const MOST_MOVES = 20;
/** What a commune that changes hands costs beside its doctors: presentations, a file to hand over. In doctors. */
const HANDING_OVER = 15;
/** Kilometres to the nearest commune of the other sector that weigh as much as one doctor. */
const KM_A_DOCTOR = 2;

interface Desk {
  readonly situation: Situation;
  readonly neighbours: Neighbours;
  readonly available: ReadonlyMap<number, number>;
  /** Sectors that may give or take. */
  readonly open: ReadonlySet<number>;
  readonly belongs: Map<string, number>;
  needed: Map<number, number>;
}

/**
 * Communes that go to a neighbouring sector until all are within the tolerance, or no swap helps: each time the one that
 * relieves most for the doctors it moves. No sector ends above the heaviest one of before, nor under the lightest; a commune
 * moves once, and its doctors with a visit booked do not move with it.
 */
export function propose(asked: Situation): Move[] {
  const situation = { ...asked, communes: [...asked.communes].sort((a, b) => (a.code < b.code ? -1 : 1)) };
  const desk = deskOf(situation);
  const moves: Move[] = [];
  while (moves.length < MOST_MOVES && !isEven(desk)) {
    const best = bestMove(desk, new Set(moves.map(({ code }) => code)));
    if (best === null) break;
    moves.push(best);
    desk.belongs.set(best.code, best.to);
    desk.needed = neededIn(situation, desk.belongs);
  }
  return isEven(desk) ? withoutNeedless(desk, moves) : moves;
}

export const belongingAfter = (moves: readonly Move[]): Belonging => new Map(moves.map(({ code, to }) => [code, to]));

function deskOf(situation: Situation): Desk {
  const belongs = new Map(situation.communes.map(({ code, sectorId }) => [code, sectorId]));
  const needed = neededIn(situation, belongs);
  const loads = situation.sectors.map(({ id, available }) => ({ id, available, needed: needed.get(id)! }));
  return {
    situation,
    neighbours: neighboursOf(situation.communes),
    available: new Map(situation.sectors.map(({ id, available }) => [id, available])),
    open: new Set(sharing(situation, loads).map(({ id }) => id)),
    belongs,
    needed,
  };
}

function openLoads({ available, needed, open }: Desk) {
  return [...open].map((id) => ({ id, needed: needed.get(id)!, available: available.get(id)! }));
}

const isEven = (desk: Desk) => deviationOf(openLoads(desk)) <= TOLERANCE;

function bestMove(desk: Desk, moved: ReadonlySet<string>): Move | null {
  let best: { move: Move; worth: number } | null = null;
  for (const commune of desk.situation.communes) {
    if (moved.has(commune.code) || commune.toSee === 0) continue;
    for (const { to, metres } of sectorsAround(desk, commune)) {
      const relief = reliefOf(desk, commune, to);
      if (relief <= 0) continue;
      const worth = relief / (commune.doctors + HANDING_OVER + metres / 1000 / KM_A_DOCTOR);
      if (best === null || worth > best.worth) best = { move: moveOf(commune, to), worth };
    }
  }
  return best?.move ?? null;
}

function moveOf({ code, name, sectorId, doctors, held, minutes }: CommuneWork, to: number): Move {
  return { code, name, from: sectorId, to, doctors, held, minutes: minutes.get(to)! };
}

/** The other sectors that one of the communes around belongs to, the nearest first. */
function sectorsAround({ neighbours, belongs, open }: Desk, { code, sectorId }: CommuneWork) {
  const found = new Map<number, number>();
  if (!open.has(sectorId)) return [];
  for (const { code: other, metres } of neighbours.get(code) ?? []) {
    const to = belongs.get(other)!;
    if (to !== sectorId && open.has(to) && !found.has(to)) found.set(to, metres);
  }
  return [...found].map(([to, metres]) => ({ to, metres }));
}

/** How much of Σ work² / hours the swap takes away; none when either of the two would end outside the other's place. */
function reliefOf({ available, needed }: Desk, { sectorId: from, minutes }: CommuneWork, to: number): number {
  const [giving, taking] = [
    { hours: available.get(from)!, work: needed.get(from)!, change: -minutes.get(from)! },
    { hours: available.get(to)!, work: needed.get(to)!, change: minutes.get(to)! },
  ];
  const load = ({ hours, work }: typeof giving, change = 0) => (work + change) / hours;
  if (load(taking, taking.change) > load(giving) || load(giving, giving.change) < load(taking)) return 0;
  return [giving, taking].reduce((sum, { hours, work, change }) => sum + (work ** 2 - (work + change) ** 2) / hours, 0);
}

/** Drops the swaps that the evenness does not need, the one of most doctors first. */
function withoutNeedless(desk: Desk, moves: readonly Move[]): Move[] {
  const before = spread(desk, new Map());
  let kept = [...moves];
  for (const move of [...moves].sort((a, b) => b.doctors - a.doctors || (a.code < b.code ? -1 : 1))) {
    const fewer = kept.filter((each) => each !== move);
    const belongs = new Map([
      ...desk.belongs,
      ...moves.map(({ code, from }) => [code, from] as const),
      ...belongingAfter(fewer),
    ]);
    const tried: Desk = { ...desk, belongs, needed: neededIn(desk.situation, belongs) };
    if (isEven(tried) && spread(tried, belongs) <= before && fewer.every((each) => touches(tried, each))) kept = fewer;
  }
  return kept;
}

function spread(desk: Desk, belongs: Belonging): number {
  const needed = neededIn(desk.situation, belongs);
  const loads = [...desk.open].map((id) => needed.get(id)! / desk.available.get(id)!);
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
}

/** Whether the commune still lies beside its new sector. */
function touches({ neighbours, belongs }: Desk, { code, to }: Move): boolean {
  return (neighbours.get(code) ?? []).some((other) => belongs.get(other.code) === to);
}
