import type { Candidate, PlanDay, Problem } from "./problem";

/** A published test problem: distances and times are whole units of 1/10 (Solomon) or 1/100 (Cordeau). */
export interface Toptw {
  instance: string;
  scale: number;
  vertices: Vertex[];
}

export interface Vertex {
  number: number;
  /** Coordinates in thousandths, exact. */
  x: number;
  y: number;
  service: number;
  score: number;
  opens: number;
  closes: number;
}

export type Reading = { ok: true; toptw: Toptw } | { ok: false; why: string };

/** Vertex lines have at least: i x y d S f a O C. The header lines are shorter, and broken in some copies. */
const LEAST_FIELDS = 9;
const MOST_VERTICES = 5_000;

export function readToptw(instance: string, text: string): Reading {
  // `trim` takes a byte order mark with it.
  const filled = text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, fields: line.trim().split(/\s+/) }))
    .filter(({ fields }) => fields[0] !== "");
  const first = filled.findIndex(({ fields }) => fields[0] === "0" && fields.length >= LEAST_FIELDS);
  const body = first < 0 ? [] : filled.slice(first);
  const short = body.find(({ fields }) => fields.length < LEAST_FIELDS);
  if (short) return { ok: false, why: `La ligne ${short.number} est incomplète.` };
  const lines = body.map(({ fields }) => fields);
  if (lines.length < 2) return { ok: false, why: "Ce fichier ne contient aucun sommet à visiter." };
  if (lines.length > MOST_VERTICES) return { ok: false, why: `Ce fichier dépasse ${MOST_VERTICES} sommets.` };
  const wrong = lines.findIndex(
    (fields, i) => fields[0] !== String(i) || fields.some((f) => !Number.isFinite(Number(f))),
  );
  if (wrong >= 0) return { ok: false, why: `La ligne du sommet ${wrong} n’a pas la forme attendue.` };
  const scale = scaleOf(instance, lines);
  return { ok: true, toptw: { instance, scale, vertices: lines.map((fields) => vertexOf(fields, scale)) } };
}

/** Solomon distances count tenths, Cordeau distances hundredths. Without a telling name: Cordeau writes three decimals. */
function scaleOf(instance: string, lines: string[][]): number {
  if (/^pr\d/i.test(instance)) return 100;
  if (/^(c|r|rc)\d/i.test(instance)) return 10;
  return lines.some((fields) => /\.\d{3}/.test(fields[1]!)) ? 100 : 10;
}

function vertexOf(fields: string[], scale: number): Vertex {
  return {
    number: Number(fields[0]),
    x: Math.round(Number(fields[1]) * 1000),
    y: Math.round(Number(fields[2]) * 1000),
    service: Math.round(Number(fields[3]) * scale),
    score: Math.round(Number(fields[4])),
    opens: Math.round(Number(fields.at(-2)) * scale),
    closes: Math.round(Number(fields.at(-1)) * scale),
  };
}

/** As a week of `days` equal days; candidate ids are the vertex numbers, padded so that they sort as numbers. */
export function toptwProblem({ scale, vertices }: Toptw, days: number): Problem {
  const depot = vertices[0]!;
  const size = vertices.length;
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) seconds[i * size + j] = distance(vertices[i]!, vertices[j]!, scale);
  }
  const day = (_: unknown, index: number): PlanDay => ({
    id: String(index + 1),
    works: true,
    startPlace: 0,
    endPlace: 0,
    departsFrom: depot.opens,
    returnsBy: depot.closes,
    lunch: null,
    maxVisits: size,
  });
  const candidate = ({ number, score, service, opens, closes }: Vertex): Candidate => ({
    id: String(number).padStart(4, "0"),
    score,
    service,
    place: number,
    windows: Array.from({ length: days }, () => [{ from: opens, to: closes }]),
  });
  return {
    days: Array.from({ length: days }, day),
    candidates: vertices
      .slice(1)
      .filter((vertex) => vertex.score > 0)
      .map(candidate),
    locks: [],
    travel: { size, seconds, source: "euclidean" },
  };
}

/** Truncated Euclidean distance, exact: the root is corrected in whole numbers. */
function distance(a: Vertex, b: Vertex, scale: number): number {
  const square = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) * scale * scale;
  let length = Math.floor(Math.sqrt(square) / 1000);
  while ((length + 1) ** 2 * 1_000_000 <= square) length++;
  while (length ** 2 * 1_000_000 > square) length--;
  return length;
}
