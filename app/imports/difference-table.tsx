import { number } from "~/format/numbers";
import { Table } from "~/ui/table";
import type { Difference } from "./import";
import type { ImportKind } from "./kinds";

interface Line {
  readonly label: string;
  readonly count: number;
  readonly meaning: string;
}

const SUBJECTS: Record<ImportKind, string> = {
  rpps: "médecins",
  ameli: "médecins dont le secteur",
  zonage: "communes dont la zone",
  patientele: "mesures",
  emails: "adresses",
};

/** What a file brings, line by line, with what each line means for the data in place. */
export function DifferenceTable({ kind, difference }: { kind: ImportKind; difference: Difference }) {
  return (
    <Table
      caption="Différence avec ce qui est connu"
      columns={[
        { label: "Différence", kind: "lead", cell: (line) => line.label },
        { label: "Nombre", kind: "number", cell: (line) => number(line.count) },
        { label: "Ce que cela fait", cell: (line) => line.meaning },
      ]}
      rows={linesOf(kind, difference)}
      rowKey={(line) => line.label}
    />
  );
}

function linesOf(
  kind: ImportKind,
  { created, changed, unchanged, gone, elsewhere, matching, partial }: Difference,
): Line[] {
  const lines: Line[] = [
    {
      label: "Nouveaux",
      count: created,
      meaning: `${SUBJECTS[kind]} ${kind === "rpps" || kind === "patientele" || kind === "emails" ? "à ajouter" : "n'était pas connu"}`,
    },
    { label: "Modifiés", count: changed, meaning: "la valeur change, l'ancienne reste dans l'historique" },
    { label: "Inchangés", count: unchanged, meaning: "rien n'est écrit" },
  ];
  if (kind === "rpps") {
    lines.push({
      label: "Absents du fichier",
      count: gone,
      meaning: partial
        ? "laissés tels quels : le fichier est un extrait"
        : "marqués absents de l'annuaire, jamais effacés",
    });
  }
  if (matching) {
    lines.push(
      { label: "Lignes rapprochées", count: matching.sure, meaning: "d'un médecin de l'annuaire, sans doute possible" },
      { label: "Lignes douteuses", count: matching.doubtful, meaning: "attendent qu'une personne tranche" },
      { label: "Lignes sans médecin", count: matching.none, meaning: "ne correspondent à personne de connu" },
    );
  }
  if (elsewhere > 0)
    lines.push({
      label: "Hors de la caisse",
      count: elsewhere,
      meaning: "sur le territoire d'une autre caisse, laissés de côté",
    });
  return lines;
}
