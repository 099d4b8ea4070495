import { number } from "~/format/numbers";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";

interface Reason {
  readonly state: string;
  readonly class: string;
  readonly letters: number;
  readonly example: string | null;
}

const REASONS: Record<string, string> = {
  hard: "L'adresse n'existe pas",
  refused: "Refusé par le destinataire",
  policy: "Refusé par règle du destinataire",
  deferred: "À réessayer plus tard",
  "mailbox-full": "Boîte pleine",
  throttled: "Le fournisseur demande de ralentir",
  uncertain: "Coupé après l'envoi du texte",
  "sender-lost": "Processus d'envoi arrêté net",
  objection: "Opposition du médecin",
  address: "Adresse à ne plus utiliser",
};

/** Why letters did not arrive, with what a server said. */
export function ReasonsTable({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <Panel title="Pourquoi certains ne sont pas partis">
      <Table
        caption="Motifs, du plus fréquent au moins fréquent"
        rowKey={(row) => `${row.state} ${row.class}`}
        rows={reasons}
        columns={[
          { label: "Motif", kind: "lead", cell: (row) => REASONS[row.class] ?? row.class },
          { label: "Courriels", kind: "number", cell: (row) => number(row.letters) },
          { label: "Exemple de réponse", cell: (row) => row.example?.slice(0, 160) ?? "" },
        ]}
      />
    </Panel>
  );
}
