import { numericDay } from "~/format/dates";
import { Badge } from "~/ui/badge";
import { Table } from "~/ui/table";

interface Email {
  id: number;
  display: string;
  kind: string;
  source: string;
  noted_on: string;
  /** A letter came back from it, or was reported as unwanted: it is not written to again. */
  fails: boolean;
}

/** What each kind of address may be used for: two of them were given for another purpose than information. */
const USES: Readonly<Record<string, readonly [kind: string, use: string]>> = {
  plain: ["Adresse ordinaire", "Courriels d'information de la caisse, sauf opposition du médecin."],
  mssante: ["Messagerie sécurisée de santé", "Échanges de données de santé seulement. Jamais de campagne."],
  order: ["Adresse confiée à l'Ordre", "Alertes sanitaires seulement. Jamais de campagne."],
};

export function EmailTable({ emails }: { emails: readonly Email[] }) {
  if (emails.length === 0) return <p className="soft">Aucune adresse connue.</p>;
  return (
    <Table
      caption="Adresses électroniques et leur usage permis"
      rows={emails}
      rowKey={({ id }) => String(id)}
      columns={[
        { label: "Adresse", kind: "lead", cell: ({ display }) => display },
        {
          label: "État",
          kind: "state",
          cell: ({ fails }) => fails && <Badge tone="danger">Ne reçoit plus nos courriels</Badge>,
        },
        { label: "Nature", cell: ({ kind }) => USES[kind]?.[0] ?? kind },
        { label: "Usage permis", cell: ({ kind }) => USES[kind]?.[1] ?? "Aucun usage connu." },
        { label: "Source et date", cell: ({ source, noted_on }) => `${source}, ${numericDay(noted_on)}` },
      ]}
    />
  );
}
