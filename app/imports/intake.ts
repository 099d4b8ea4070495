import { folded } from "~/doctors/names";
import { familyOfSkill } from "~/doctors/specialty";
import type { Problem } from "./batch";
import { isPracticeLine } from "./rpps/practice";
import type { RppsRow } from "./rpps/row";
import type { ZoneRow } from "./zoning/row";
import { expandTvs, type TerritoryCommune } from "./zoning/territories";

/** A directory line beside the folded forms that search and comparison read; not copied, which would cost more than reading it. */
export function forStage(row: RppsRow) {
  const { last, first } = { last: folded(row.lastName), first: folded(row.firstName ?? "") };
  const compact = last.includes(" ") ? ` ${last.replaceAll(" ", "")}` : ""; // « legoff » finds LE GOFF
  const sortName = `${last} ${first}`.trim();
  return {
    row,
    // Only an ordinal specialty says what a doctor is; a capacity or a training does not.
    family: row.skillType === "S" && row.skillCode ? (familyOfSkill(row.skillCode) ?? "other") : null,
    nameWords: `${sortName}${compact}`,
    sortName,
    isPractice: isPracticeLine(row).ok,
  };
}

/** « ST NAZAIRE CEDEX 2 » as the reference of communes folds it. */
export function foldedTown(town: string | null): string | null {
  if (town === null) return null;
  return folded(town)
    .replace(/ cedex( \d+)?$/, "")
    .replace(/\bste\b/g, "sainte")
    .replace(/\bst\b/g, "saint");
}

/** Communes ready to be stored; what names none says why. A district's class is its own, never its commune's. */
export function zonesForStage(rows: readonly ZoneRow[], composition: readonly TerritoryCommune[]) {
  const districts = rows.filter((row) => row.qpvCode !== null);
  const spread = expandTvs(
    rows.filter((row) => row.qpvCode === null),
    composition,
  );
  const zones = spread.rows.flatMap(({ line, communeCode, zone, rawZone, decidedOn }) =>
    communeCode === null ? [] : [{ line, communeCode, zone, rawZone, decidedOn }],
  );
  const warnings: Problem[] = districts.map((row) => ({
    line: row.line,
    reason: "Zonage d'un quartier prioritaire : il dépend de l'adresse du cabinet et n'est pas appliqué à la commune.",
    raw: `${row.qpvCode} ${row.rawZone}`,
  }));
  const unknown = new Set(spread.unknown);
  const rejects: Problem[] = rows
    .filter((row) => row.communeCode === null && row.qpvCode === null && unknown.has(row.tvsCode ?? ""))
    .map((row) => ({
      line: row.line,
      reason:
        "Territoire de vie-santé sans composition connue : importez d'abord le fichier des communes par territoire.",
      raw: `${row.tvsCode} ${row.rawZone}`,
    }));
  return { zones, warnings, rejects };
}
