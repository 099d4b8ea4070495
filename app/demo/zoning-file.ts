import type { Region } from "./region";
import { regionOf } from "./regions";
import { demoZoning, type Zone } from "./zoning";

/** Spelt with the blanks of the DREES tool. */
const WRITTEN: Record<Zone, string> = {
  ZIP: "1 -Zone d'intervention prioritaire",
  ZAC: "2- Zone d'action complémentaire",
  ZV: "3 - Zone de vigilance",
  HZ: "4 - Hors-vivier",
};
const HEADER = "depcom,libcom,region,region_libelle,TVS,TVS_libelle,region_majoritaire,zonage_regional\n";

/** The communes export of the DREES zoning tool, sorted by commune code. */
export function* zoningFile(region: Pick<Region, "ground" | "seed" | "departments">): Generator<string> {
  yield HEADER;
  const lines = demoZoning(region.ground, region.seed, region.departments).flatMap(({ centre, towns, zone }) =>
    towns.map((town) => {
      const { code, name } = regionOf(town.department);
      return `${[town.code, town.name, code, name, centre.code, centre.name, "oui", WRITTEN[zone]].map(cell).join(",")}\n`;
    }),
  );
  yield* lines.sort();
}

function cell(text: string): string {
  return text.includes(",") ? `"${text}"` : text;
}
