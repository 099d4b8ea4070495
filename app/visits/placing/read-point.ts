import type { Point } from "~/geo/point";
import { isInFrance } from "./france";

/** Longer texts are no address of a map. */
export const LONGEST = 2_000;

const NUMBER = String.raw`[+-]?\d{1,3}(?:[.,]\d+)?`;
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*°?\s*(?:[,;/\s]\s*)(${NUMBER})\s*°?$`);
const GEO = new RegExp(`^geo:(${NUMBER}),(${NUMBER})`, "i");
/** 47°13'06.2"N 1°33'13"O: degrees, minutes, seconds, then the side of the world; O is west in French. */
const SEXAGESIMAL = /(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|''|’’)\s*)?([NSEWO])/gi;

/** Where addresses of maps keep their point, the most telling first: the place itself, then the middle of the view. */
const IN_LINKS: readonly RegExp[] = [
  /!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)/, // Google, the place
  /[?&#]mlat=(-?[\d.]+)&mlon=(-?[\d.]+)/, // OpenStreetMap, the mark
  /[?&](?:q|ll|query|destination|daddr|center|c)=(?:loc:)?(-?[\d.]+),(-?[\d.]+)/,
  /#map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/, // OpenStreetMap, the view
  /@(-?[\d.]+),(-?[\d.]+)/, // Google, the view
];

/**
 * The point a text names: two numbers with points or commas, degrees and minutes, a geo: address, or a link to a map.
 * Longitude first is understood too, for only one order falls in France. Null when the text names none, or none in France.
 */
export function readPoint(text: string): Point | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  const pair = pairIn(trimmed);
  if (!pair) return null;
  const [first, second] = pair;
  const asTold = { latitude: first, longitude: second };
  const turned = { latitude: second, longitude: first };
  return [asTold, turned].find(isInFrance) ?? null;
}

/** As it is typed back into the field, to about a metre: « 47.21840, -1.55360 ». */
export function writePoint({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

function pairIn(text: string): readonly [number, number] | null {
  if (/^https?:\/\//i.test(text)) return linkedPair(text);
  const plain = PAIR.exec(withPoints(text)) ?? GEO.exec(text);
  return plain ? [numberOf(plain[1]!), numberOf(plain[2]!)] : sexagesimalPair(text);
}

/** « 47,2184, -1,5536 »: a comma between two figures is decimal when the text has another separator. */
function withPoints(text: string): string {
  const commas = text.match(/\d,\d/g)?.length ?? 0;
  const isDecimal = commas === 2 || (commas === 1 && /[\s;/]/.test(text.replace(/,\s/g, ",")));
  return isDecimal ? text.replace(/(\d),(\d)/g, "$1.$2") : text;
}

function linkedPair(link: string): readonly [number, number] | null {
  const text = decoded(link);
  for (const shape of IN_LINKS) {
    const found = shape.exec(text);
    if (found) return [Number(found[1]), Number(found[2])];
  }
  return null;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link; // a lone % is part of the text
  }
}

function sexagesimalPair(text: string): readonly [number, number] | null {
  const parts = [...text.matchAll(SEXAGESIMAL)];
  const at = (sides: string) => {
    const part = parts.find(([, , , , side]) => sides.includes(side!.toUpperCase()));
    if (!part) return null;
    const [, degrees, minutes, seconds = "0", side] = part;
    const size = Number(degrees) + Number(minutes) / 60 + numberOf(seconds) / 3_600;
    return "SWO".includes(side!.toUpperCase()) ? -size : size;
  };
  const [latitude, longitude] = [at("NS"), at("EWO")];
  return latitude === null || longitude === null ? null : [latitude, longitude];
}

function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}
