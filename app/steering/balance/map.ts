import { outlinesIn, type Position, type StoredOutlines } from "~/geo/outline";
import { boxOf, flatAround, pathOf } from "~/geo/outline-drawing";
import type { Load, LoadState } from "./loads";
import type { Move } from "./propose";
import type { Situation } from "./situation";

export interface Dot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly state: LoadState;
  readonly moves: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly dots: readonly Dot[];
  readonly names: readonly { id: number; text: string; x: number; y: number }[];
}

const WIDTH = 640;
const MARGIN = 12;
/** Half a side, for the lightest and the heaviest commune. */
const [LEAST, MOST] = [3, 15] as const;

/** The département with its communes: their size is their work, their shape the state of their sector. Null without a place. */
export function drawGround(
  stored: StoredOutlines,
  department: string,
  situation: Situation,
  loads: readonly Load[],
  moves: readonly Move[],
): Drawing | null {
  const outline = outlinesIn(stored).find(({ code }) => code === department);
  const placed = situation.communes.flatMap(({ place, ...commune }) =>
    place && commune.toSee > 0 ? [{ ...commune, place }] : [],
  );
  if (!outline || placed.length === 0) return null;
  const flat = flatAround(placed[0]!.place.latitude);
  const land = outline.polygons.flat(2) as Position[];
  const box = boxOf([...land, ...placed.map(({ place }) => at(place))], flat)!;
  const scale = (WIDTH - 2 * MARGIN) / box.width;
  const project = (position: Position) => {
    const [x, y] = flat(position);
    return [MARGIN + (x - box.x) * scale, MARGIN + (y - box.y) * scale] as const;
  };
  const heaviest = Math.max(...placed.map(({ sectorId, minutes }) => minutes.get(sectorId) ?? 0));
  const states = new Map(loads.map(({ id, state }) => [id, state]));
  const moving = new Set(moves.map(({ code }) => code));
  const dots = placed
    .map(({ code, place, sectorId, minutes }) => {
      const [x, y] = project(at(place));
      const size = LEAST + (MOST - LEAST) * Math.sqrt((minutes.get(sectorId) ?? 0) / heaviest);
      return { code, sectorId, ...rounded(x, y, size), state: states.get(sectorId) ?? "even", moves: moving.has(code) };
    })
    .sort((a, b) => b.size - a.size);
  return {
    width: WIDTH,
    height: Math.ceil(box.height * scale + 2 * MARGIN),
    land: pathOf(outline, project, 1),
    dots: dots.map(({ sectorId: _, ...dot }) => dot),
    names: namesOf(dots, loads),
  };
}

const at = ({ latitude, longitude }: { latitude: number; longitude: number }): Position => [longitude, latitude];
const rounded = (x: number, y: number, size: number) => ({ x: tenth(x), y: tenth(y), size: tenth(size) });
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Half the width of a name and its height, in the units of the drawing. */
const [HALF_NAME, NAME_HEIGHT] = [70, 15] as const;

/** Above the heaviest commune of each sector, none on another. */
function namesOf(dots: readonly (Dot & { sectorId: number })[], loads: readonly Load[]) {
  const set: { id: number; text: string; x: number; y: number }[] = [];
  const asked = loads.flatMap(({ id, name }) => {
    const first = dots.find(({ sectorId }) => sectorId === id);
    return first ? [{ id, text: shortName(name), x: first.x, y: tenth(first.y - first.size - 4) }] : [];
  });
  for (const label of asked.sort((a, b) => a.y - b.y)) {
    const isTaken = (y: number) =>
      set.some((other) => Math.abs(other.x - label.x) < 2 * HALF_NAME && Math.abs(other.y - y) < NAME_HEIGHT);
    let { y } = label;
    while (isTaken(y)) y += NAME_HEIGHT / 2;
    set.push({ ...label, y });
  }
  return set;
}

/** « Secteur de Pornic » → « Pornic »: a map has little room. */
const shortName = (name: string) => name.replace(/^secteur (de la |de |du |des |d['’])?/i, "");
