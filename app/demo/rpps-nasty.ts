import type { Region } from "./region";
import { RPPS_COLUMNS } from "./rpps-columns";
import { doctorLines } from "./rpps-doctor";

type Damage = (cells: string[]) => string;

const COLUMN = new Map(RPPS_COLUMNS.map((name, index) => [name, index]));

/** What real extractions have been seen to hold: some lines must be refused, the others read with a warning. */
const DAMAGES: readonly Damage[] = [
  (cells) => written(changed(cells, { "Identifiant PP": (rpps) => rpps.slice(0, 10) + ((Number(rpps[10]) + 1) % 10) })),
  (cells) => written(changed(cells, { "Identifiant PP": (rpps) => rpps.slice(0, 10) })),
  (cells) => written(changed(cells, { "Identifiant PP": () => "", "Identification nationale PP": () => "" })),
  (cells) => written(changed(cells, { "Identification nationale PP": () => "899700042379" })),
  (cells) => written(changed(cells, { "Code savoir-faire": () => "SM99", "Libellé savoir-faire": () => "Inconnu" })),
  (cells) => written(cells.slice(0, 40)),
  (cells) => written([...cells, "TROP"]),
  (cells) => written(changed(cells, { "Code postal (coord. structure)": (code) => code.slice(0, 4) })),
  (cells) => written(changed(cells, { "Téléphone (coord. structure)": () => "261910001" })),
  (cells) => written(changed(cells, { "Adresse e-mail (coord. structure)": () => "pas d email" })),
  (cells) => written(changed(cells, { "Raison sociale site": () => '=HYPERLINK("http://exemple.invalid")' })),
  (cells) => written(changed(cells, { "Nom d'exercice": (name) => `"${name}` })),
  () => `${"|".repeat(56)}\n`,
];

export function nastyLines(region: Region): string[] {
  const step = Math.floor(region.doctors.length / (DAMAGES.length + 1));
  if (step === 0) return [];
  return DAMAGES.map((damage, index) => {
    const [line] = doctorLines(region, region.doctors[step * (index + 1)]!);
    return damage(line!.trimEnd().split("|").slice(0, -1));
  });
}

function changed(cells: string[], changes: Record<string, (cell: string) => string>): string[] {
  const copy = [...cells];
  for (const [name, change] of Object.entries(changes)) {
    const index = COLUMN.get(name)!;
    copy[index] = change(copy[index] ?? "");
  }
  return copy;
}

function written(cells: string[]): string {
  return `${cells.join("|")}|\n`;
}
