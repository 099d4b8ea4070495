import type { Position, Ring } from "./outline-arcs";

/** Points whose triangle with their neighbours is smaller go, in square grid units (about 0.8 hectare each at 46.5° N). */
const LEAST_AREA = 6;
/** A closed arc keeps at least a triangle. */
const LEAST_POINTS = 4;

/** Visvalingam and Whyatt: takes out the point that matters least, again and again; the two ends stay. */
export function simplifiedArc(arc: Ring): Ring {
  const kept = [...arc];
  const least = isClosed(arc) ? LEAST_POINTS : 2;
  while (kept.length > least) {
    let [lightest, at] = [LEAST_AREA, -1];
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1]!, kept[i]!, kept[i + 1]!);
      if (area < lightest) [lightest, at] = [area, i];
    }
    if (at < 0) break;
    kept.splice(at, 1);
  }
  return kept;
}

function isClosed(arc: Ring): boolean {
  return String(arc[0]) === String(arc.at(-1));
}

function triangle([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}

/** Steps between points, each number in groups of five bits as printable characters: the encoded polyline of Google. */
export function encodeArc(arc: Ring): string {
  let [x, y] = [0, 0];
  return arc
    .map(([toX, toY]) => {
      const step = encodeNumber(toX - x) + encodeNumber(toY - y);
      [x, y] = [toX, toY];
      return step;
    })
    .join("");
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = "";
  while (rest >= 32) {
    text += String.fromCharCode((32 | (rest & 31)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}
