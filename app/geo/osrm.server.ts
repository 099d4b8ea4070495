import { metresBetween, type Point } from "./point";
import type { Roads } from "./roads";

const TIMEOUT_MS = 5_000;
/** A table of 49 by 49 is some 20 kB; anything far beyond is no answer to our question. */
const MOST_BYTES = 1_000_000;
/** Nobody drives longer between two doctors of one sector: a greater figure is an error. */
const MOST_SECONDS = 12 * 3_600;
const ATTEMPTS = 2;

/** An OSRM server: `GET /table/v1/driving/{longitude,latitude;…}`. */
export function osrmRoads(baseUrl: string, timeoutMs = TIMEOUT_MS): Roads {
  const root = baseUrl.replace(/\/+$/, "");
  return {
    async table(sources, destinations) {
      const url = `${root}/table/v1/driving/${question(sources, destinations)}`;
      for (let attempt = 1; ; attempt++) {
        try {
          return readTable(await answerOf(url, timeoutMs), sources, destinations);
        } catch (error) {
          if (attempt === ATTEMPTS) throw error;
        }
      }
    },
  };
}

function question(sources: readonly Point[], destinations: readonly Point[]): string {
  const points = [...sources, ...destinations].map(({ latitude, longitude }) => `${longitude},${latitude}`).join(";");
  const first = sources.map((_, i) => i).join(";");
  const then = destinations.map((_, i) => sources.length + i).join(";");
  return `${points}?annotations=duration&sources=${first}&destinations=${then}`;
}

async function answerOf(url: string, timeoutMs: number): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
  if (!response.ok || !response.body) throw new Error(`The road service answers ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("The road service answers too much");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function readTable(answer: unknown, sources: readonly Point[], destinations: readonly Point[]): (number | null)[][] {
  const { code, durations } = (answer ?? {}) as { code?: unknown; durations?: unknown };
  if (code !== "Ok" || !Array.isArray(durations) || durations.length !== sources.length)
    throw new Error("The road service answers no table of the size asked");
  return durations.map((row, i) => {
    if (!Array.isArray(row) || row.length !== destinations.length)
      throw new Error("The road service answers a row of another length");
    return row.map((cell, j) => secondsIn(cell, sources[i]!, destinations[j]!));
  });
}

/** Faster than the great circle at 200 km/h is no road. */
const FASTEST = 200 / 3.6;

function secondsIn(cell: unknown, from: Point, to: Point): number | null {
  if (cell === null) return null;
  const least = metresBetween(from, to) / FASTEST;
  if (typeof cell !== "number" || !(cell >= Math.floor(least) && cell <= MOST_SECONDS))
    throw new Error("The road service answers an impossible time");
  return Math.round(cell);
}
