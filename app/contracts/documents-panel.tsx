import { useFetcher } from "@remix-run/react";
import { shortDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { useTabReply } from "~/visits/hours/use-tab-reply";
import type { OpenedContract } from "./contract.server";
import { DOCUMENTS } from "./documents";

type Paper = OpenedContract["documents"][number];

/** Papers asked for; each received or not needed before the signature. */
export function DocumentsPanel({ contract }: { contract: OpenedContract }) {
  const { documents, state, mayPrepare } = contract;
  const inOrder = [...documents].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const missing = documents.filter((each) => each.received_on === null && each.waived_on === null).length;
  const lines = (
    <ul className="papers">
      {inOrder.map((paper) => (
        <PaperLine key={paper.kind} paper={paper} mayAct={mayPrepare && state === "opened"} />
      ))}
    </ul>
  );
  return (
    <Panel
      title="Pièces du dossier"
      aside={<span className="soft">{missing === 0 ? "complet" : french(`${missing} à recevoir`)}</span>}
    >
      {state === "opened" ? (
        lines
      ) : (
        <details>
          <summary>{countOf(documents.length, "pièce")} au dossier</summary>
          {lines}
        </details>
      )}
    </Panel>
  );
}

const ORDER = Object.keys(DOCUMENTS);

function PaperLine({ paper, mayAct }: { paper: Paper; mayAct: boolean }) {
  const fetcher = useFetcher<{ done: string } | { error: string; fields: Record<string, string[]> }>();
  useTabReply(fetcher.data);
  const name = DOCUMENTS[paper.kind];
  const mark = (to: "received" | "waived" | "asked", words: string, kind: "secondary" | "quiet") => (
    <Button
      kind={kind}
      busy={fetcher.state !== "idle"}
      onClick={() => fetcher.submit({ intent: "document", kind: paper.kind, mark: to }, { method: "post" })}
    >
      {words}
      <span className="visually-hidden"> : {name}</span>
    </Button>
  );
  const isOpen = paper.received_on === null && paper.waived_on === null;
  return (
    <li>
      <span className="paper-name">
        {name}
        <span className="soft small">{standing(paper)}</span>
      </span>
      {mayAct && (
        <span className="cluster">
          {isOpen ? (
            <>
              {mark("received", "Reçue", "secondary")}
              {mark("waived", "Dispenser", "quiet")}
            </>
          ) : (
            mark("asked", "Remettre à recevoir", "quiet")
          )}
        </span>
      )}
    </li>
  );
}

function standing({ asked_on, received_on, waived_on }: Paper): string {
  if (received_on !== null) return french(`reçue le ${shortDay(received_on)}`);
  if (waived_on !== null) return french(`dispensée le ${shortDay(waived_on)}`);
  return french(`demandée le ${shortDay(asked_on)}`);
}
