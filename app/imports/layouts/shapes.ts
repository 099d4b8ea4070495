import { listed } from "~/format/typography";
import { comparable, type HeaderReading, readHeader } from "../header";
import { type ImportKind, KIND_LABELS } from "../kinds";
import { refusal, shown } from "../wording";
import { AMELI_SHAPES } from "./ameli";
import { foreignHeader } from "./not-ours";
import { OWN_SHAPES } from "./own";
import { RPPS_SHAPES } from "./rpps";
import type { Shape } from "./shape";
import { ZONING_SHAPES } from "./zoning";

const SHAPES: readonly Shape[] = [...RPPS_SHAPES, ...AMELI_SHAPES, ...ZONING_SHAPES, ...OWN_SHAPES];

export type ShapeReading = { ok: true; shape: Shape; places: Record<string, number> } | { ok: false; why: string };

export function shapeOf(names: readonly string[], asked: ImportKind | undefined): ShapeReading {
  const keys = new Set(comparable(names));
  const shape = SHAPES.find((each) => each.fits(keys));
  if (!shape) return unknown(names, keys, asked);
  if (asked && shape.kind !== asked) {
    return refusal(
      `Vous avez choisi « ${KIND_LABELS[asked]} », mais ce fichier est « ${KIND_LABELS[shape.kind]} ».`,
      "Changez le type d'import ou choisissez un autre fichier.",
    );
  }
  const header = readHeader(names, shape.columns);
  return unusable(header) ?? { ok: true, shape, places: header.places };
}

function unusable({ missing, twice }: HeaderReading): ShapeReading | null {
  if (missing.length > 0) {
    const these = missing.length > 1 ? "Il manque les colonnes" : "Il manque la colonne";
    return refusal(
      `${these} ${listed(missing.map(shown))}.`,
      "Reprenez le fichier d'origine, avec sa ligne d'en-tête complète, puis recommencez.",
    );
  }
  if (twice.length > 0) {
    return refusal(
      `${twice.length > 1 ? "Des colonnes figurent" : "Une colonne figure"} deux fois : ${listed(twice.map(shown))}.`,
      "Ne gardez qu'une colonne de chaque nom, puis recommencez.",
    );
  }
  return null;
}

/** Nobody's header: said with the columns the chosen import expects, so that the person can compare. */
function unknown(names: readonly string[], keys: ReadonlySet<string>, asked: ImportKind | undefined): ShapeReading {
  const foreign = foreignHeader(names, keys);
  if (foreign) return refusal(foreign.what, foreign.todo);
  if (!asked)
    return refusal("Ce fichier n'est pas reconnu.", "Vérifiez que sa première ligne porte les noms des colonnes.");
  const nearest = SHAPES.filter((each) => each.kind === asked)
    .map((each) => readHeader(names, each.columns))
    .reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  const missing = unusable(nearest);
  if (missing) return missing;
  return refusal(
    `Ce fichier n'est pas reconnu comme « ${KIND_LABELS[asked]} ».`,
    "Vérifiez que sa première ligne porte les noms des colonnes.",
  );
}
