import { earliestStart, type Terrain } from "./terrain";
import { rewrite, type Tours } from "./tours";

/** Orders tried at most: a day rarely has more than six appointments, 720 orders and a lunch. */
const MOST_STEPS = 50_000;

export interface Ordering {
  /** 0: everything in time. Otherwise the least worst delay found, and `order` is the one it belongs to. */
  late: number;
  order: number[];
}

/** Puts the lunch and the visits bound to a day into it, in an order that keeps all of them. */
export function layBound(tours: Tours): void {
  const { terrain } = tours;
  for (let day = 0; day < terrain.days; day++) {
    if (terrain.maxVisits[day]! > 0 || terrain.lunchLength[day]! > 0) layInOrder(tours, day, mandatory(terrain, day));
  }
}

/** False when no order keeps all of them: the day is then empty. */
export function layInOrder(tours: Tours, day: number, nodes: number[]): boolean {
  const { late, order } = orderOf(tours.terrain, day, nodes);
  if (late <= 0 && rewrite(tours, day, Int32Array.from(order), 0, order.length)) return true;
  rewrite(tours, day, Int32Array.of(), 0, 0);
  return false;
}

/** The lunch of a day and the visits bound to it. */
export function mandatory(terrain: Terrain, day: number): number[] {
  const nodes: number[] = [];
  for (let c = 0; c < terrain.candidates; c++) {
    if (terrain.must[c] && terrain.lockedOn[c] === day) nodes.push(c);
  }
  if (terrain.lunchLength[day]! > 0) nodes.push(terrain.rows + day);
  return nodes;
}

/** The order of these stops, from base to base, with the least worst delay: depth-first, the earliest deadline first. */
export function orderOf(terrain: Terrain, day: number, nodes: number[]): Ordering {
  const sorted = [...nodes].sort((a, b) => deadline(terrain, day, a) - deadline(terrain, day, b) || a - b);
  const best: Ordering = { late: Number.MAX_SAFE_INTEGER, order: sorted };
  const order: number[] = [];
  const taken = new Set<number>();
  let steps = 0;
  const descend = (from: number, at: number, late: number): void => {
    if (late >= best.late || best.late === 0 || steps++ > MOST_STEPS) return;
    if (order.length === sorted.length) {
      const home = at + terrain.out[from * terrain.rows + terrain.endRow[day]!]!;
      const worst = Math.max(late, home - terrain.returnsBy[day]!);
      if (worst < best.late) Object.assign(best, { late: worst, order: [...order] });
      return;
    }
    for (const node of sorted) {
      if (taken.has(node)) continue;
      taken.add(node);
      order.push(node);
      const { start, leaves } = visit(terrain, day, from, at, node);
      const delay = Math.max(late, start - deadline(terrain, day, node));
      descend(node < terrain.rows ? node : from, leaves, delay);
      order.pop();
      taken.delete(node);
    }
  };
  descend(terrain.startRow[day]!, terrain.departsFrom[day]!, 0);
  return best;
}

function deadline(terrain: Terrain, day: number, node: number): number {
  return node < terrain.rows ? terrain.close[day * terrain.candidates + node]! : terrain.lunchTo[day]!;
}

/** When a stop starts, and the time from which the way on counts (with the service of its place, as `out` does). */
function visit(terrain: Terrain, day: number, from: number, at: number, node: number) {
  if (node >= terrain.rows) {
    const start = Math.max(at + terrain.service[from]!, terrain.lunchFrom[day]!);
    return { start, leaves: start + terrain.lunchLength[day]! - terrain.service[from]! };
  }
  const arrives = at + terrain.out[from * terrain.rows + node]!;
  const early = earliestStart(terrain, day * terrain.candidates + node, arrives);
  const start = early < 0 ? arrives : early;
  return { start, leaves: start };
}
