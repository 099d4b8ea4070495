import type { SerializeFrom } from "@remix-run/node";
import { countOf, number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { MOST_RETURNED } from "./bounce-rate";
import type { Deliverability } from "./deliverability.server";
import { providerName } from "./provider-names";

type Provider = SerializeFrom<Deliverability["providers"]>[number];

/** By group of mailboxes, what share comes back, and how high it may really be with so few letters. */
export function ProviderTable({ providers, days }: { providers: readonly Provider[]; days: number }) {
  if (providers.length === 0) return null;
  return (
    <Panel title="Par messagerie">
      <div className="stack">
        <Table
          caption={`Courriels remis et revenus en ${countOf(days, "jour")}, par messagerie`}
          rows={providers}
          rowKey={({ provider }) => provider}
          columns={[
            { label: "Messagerie", kind: "lead", cell: ({ provider }) => providerName(provider) },
            { label: "Remis au serveur", kind: "number", cell: ({ handed }) => number(handed) },
            { label: "Revenus", kind: "number", cell: ({ returned }) => number(returned) },
            { label: "Taux", kind: "number", cell: ({ rate }) => rate && percent(rate.share, 1) },
            { label: "Au plus (95 %)", kind: "number", cell: ({ rate }) => rate && percent(rate.interval.high, 1) },
            { label: "Plaintes", kind: "number", cell: ({ complained }) => number(complained) },
            { label: "État", kind: "state", cell: ({ rate }) => rate && <Standing standing={rate.standing} /> },
          ]}
        />
        <p className="soft small">
          {french(
            `Sur ${countOf(days, "jour")}. La limite que nous nous donnons est de ${percent(MOST_RETURNED, 0)} de retours : les messageries sanctionnent à partir de 5 %. « Au plus » est ce que le vrai taux peut encore valoir avec si peu de courriels.`,
          )}
        </p>
      </div>
    </Panel>
  );
}

const STANDINGS = {
  above: { tone: "danger", label: "au-dessus de la limite" },
  doubtful: { tone: "doubt", label: "peut-être au-dessus" },
  below: { tone: "good", label: "sous la limite" },
} as const;

function Standing({ standing }: { standing: keyof typeof STANDINGS }) {
  const { tone, label } = STANDINGS[standing];
  return <Badge tone={tone}>{label}</Badge>;
}
