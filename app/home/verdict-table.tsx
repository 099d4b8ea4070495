import { Link } from "@remix-run/react";
import { type Filters, listAddress, NO_FILTERS } from "~/doctors/filters";
import { countOf, number } from "~/format/numbers";
import { Panel } from "~/ui/panel";
import { ComputedAt } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";

type Zone = "ZIP" | "ZAC" | "autres" | "inconnue";
type Verdict = "yes" | "no" | "unknown";
type Count = { zone: Zone; verdict: Verdict; doctors: number };

const ZONES: readonly { key: Zone | null; label: string }[] = [
  { key: "ZIP", label: "ZIP" },
  { key: "ZAC", label: "ZAC" },
  { key: "autres", label: "Hors ZIP et ZAC" },
  { key: "inconnue", label: "Zone non connue" },
  { key: null, label: "Ensemble" },
];

const VERDICTS: readonly { key: Verdict | null; word: Filters["verdict"]; label: string }[] = [
  { key: "yes", word: "oui", label: "Éligibles" },
  { key: "unknown", word: "a-verifier", label: "À vérifier" },
  { key: "no", word: "non", label: "Non éligibles" },
  { key: null, word: null, label: "Ensemble" },
];

/** Every figure leads to the doctors it counts. */
export function VerdictTable({ counts, computedAt }: { counts: readonly Count[]; computedAt: string | null }) {
  const columns: Column<(typeof ZONES)[number]>[] = [
    { label: "Zone", kind: "lead", cell: ({ label }) => label },
    ...VERDICTS.map(
      ({ key, word, label }): Column<(typeof ZONES)[number]> => ({
        label,
        kind: "number",
        cell: (zone) => {
          const doctors = total(counts, zone.key, key);
          if (doctors === 0) return 0;
          return (
            <Link
              to={listAddress({ ...NO_FILTERS, zone: zone.key, verdict: word })}
              aria-label={`${countOf(doctors, "médecin")}, ${zone.label}, ${label}`}
            >
              {number(doctors)}
            </Link>
          );
        },
      }),
    ),
  ];
  return (
    <Panel
      title="Où en sont les médecins"
      aside={
        computedAt && (
          <span className="small soft">
            <ComputedAt instant={computedAt} />
          </span>
        )
      }
    >
      <Table caption="Médecins par zone et par verdict" columns={columns} rows={ZONES} rowKey={({ label }) => label} />
    </Panel>
  );
}

function total(counts: readonly Count[], zone: Zone | null, verdict: Verdict | null): number {
  return counts
    .filter((count) => (zone === null || count.zone === zone) && (verdict === null || count.verdict === verdict))
    .reduce((sum, { doctors }) => sum + doctors, 0);
}
