import { countOf } from "~/format/numbers";
import type { Layout } from "./layout";
import type { Cut } from "./lines";

/** Why a line with the wrong number of values is not read: one value too many or too few moves all the others. */
export function widthProblem(layout: Layout, cells: readonly string[], cut: Cut, line: number): string | null {
  const { width, least, trailing } = layout;
  if (!cut.ended && (cut.unclosed || cells.length !== width + (trailing ? 1 : 0))) {
    return `Le fichier s'arrête au milieu de la ligne ${line} : il est sans doute incomplet. Cette ligne n'est pas lue ; reprenez le fichier entier.`;
  }
  let count = cells.length;
  while (count > width && cells[count - 1]?.trim() === "") count -= 1;
  if (count > width) return `${countOf(count, "valeur")} au lieu de ${width} : les colonnes sont décalées.`;
  if (count < least) return `${countOf(count, "valeur")} au lieu de ${width} : la ligne est incomplète.`;
  return null;
}
