import type { Day } from "~/calendar/day";
import type { Judge, Verdict } from "../batch";
import { at, orNull, plainText } from "../cells";
import { readCommune } from "../communes";
import { readFileDay } from "../days";
import type { Layout } from "../layout";
import type { ZoningField } from "../layouts/zoning";
import { shown } from "../wording";
import { readZone, type Zone } from "./zone";

/** The class of a commune, of a district inside one (qpvCode), or of a territory still to be spread over its communes. */
export type ZoneRow = {
  line: number;
  communeCode: string | null;
  communeName: string | null;
  tvsCode: string | null;
  tvsName: string | null;
  qpvCode: string | null;
  zone: Zone;
  rawZone: string;
  decidedOn: Day | null;
  majority: boolean | null;
};

export type ZoningPlaces = Readonly<Partial<Record<ZoningField, number>>>;

export function zoneJudge(layout: Layout): Judge<ZoneRow> {
  return (cells, line) => zoneLine(cells, layout.columns, line);
}

export function zoneLine(cells: readonly string[], places: ZoningPlaces, line: number): Verdict<ZoneRow> {
  const rawZone = at(cells, places.zone);
  const zone = readZone(rawZone);
  if (!zone.ok) return { is: "rejected", why: zone.why };
  const warnings: string[] = [];
  const tvsCode = orNull(at(cells, places.tvsCode).toUpperCase());
  const communes = readCommunes(at(cells, places.communeCode), at(cells, places.communeName), warnings);
  if (communes.length === 0 && (places.communeCode !== undefined || !tvsCode)) {
    return { is: "rejected", why: "Aucun code commune lisible sur la ligne." };
  }
  const rest = {
    line,
    tvsCode,
    tvsName: orNull(plainText(at(cells, places.tvsName), "TVS", warnings)),
    qpvCode: orNull(at(cells, places.qpvCode).toUpperCase()),
    zone: zone.zone,
    rawZone,
    decidedOn: readDecision(at(cells, places.decidedOn), warnings),
    majority: readMajority(at(cells, places.majority)),
  };
  const rows = communes.length > 0 ? communes : [{ communeCode: null, communeName: null }];
  return { is: "kept", rows: rows.map((commune) => ({ ...rest, ...commune })), warnings };
}

/** A district may lie in several communes: « 44109, 44184 » beside « Nantes, Saint-Nazaire ». */
function readCommunes(codes: string, names: string, warnings: string[]) {
  const parts = codes.split(/[,;/]/).map((part) => part.trim());
  const named = parts.length > 1 ? names.split(/[,;/]/).map((part) => part.trim()) : [names];
  return parts.flatMap((part, rank) => {
    const { code, note } = readCommune(part, null);
    if (note) warnings.push(note);
    const communeName = orNull(plainText(named[rank] ?? "", "Commune", warnings));
    return code ? [{ communeCode: code, communeName }] : [];
  });
}

function readDecision(text: string, warnings: string[]): Day | null {
  const day = text === "" ? null : readFileDay(text);
  if (text !== "" && !day) warnings.push(`Date d'arrêté ${shown(text)} illisible : laissée vide.`);
  return day;
}

function readMajority(text: string): boolean | null {
  if (/^oui$/i.test(text)) return true;
  return /^non$/i.test(text) ? false : null;
}
