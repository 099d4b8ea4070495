import { Link, useFetcher } from "@remix-run/react";
import { dayOf } from "~/calendar/day";
import { numericDay } from "~/format/dates";
import { listName } from "~/format/names";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Table } from "~/ui/table";
import { ADDRESS_ANSWERS, type AddressAnswer } from "./causes";
import { RETURN_FETCHER } from "./return-messages";

interface Question {
  readonly id: string;
  readonly doctor_id: number;
  readonly recipient_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly address: string;
  readonly delegate: string | null;
  readonly asked_at: string;
  readonly answer: AddressAnswer | null;
  readonly answered_at: string | null;
  readonly is_suppressed: boolean;
}

/** Addresses asked for: what waits first, then what was answered. */
export function QuestionTable({ questions, mayManage }: { questions: readonly Question[]; mayManage: boolean }) {
  return (
    <Table
      caption="Adresses demandées aux délégués"
      rows={questions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Médecin",
          kind: "lead",
          cell: (row) => (
            <Link to={`/medecins/${row.doctor_id}/donnees`} data-row-link>
              {listName({ lastName: row.last_name, firstName: row.first_name })}
            </Link>
          ),
        },
        { label: "Adresse revenue", cell: ({ address }) => address },
        { label: "Demandée à", cell: ({ delegate }) => delegate ?? "" },
        { label: "Le", cell: ({ asked_at }) => numericDay(dayOf(asked_at)) },
        { label: "Réponse", kind: "state", cell: (row) => <Answer question={row} /> },
        ...(mayManage
          ? [{ label: "Actes", hideLabel: true, cell: (row: Question) => <Acts question={row} /> } as const]
          : []),
      ]}
    />
  );
}

function Answer({ question: { answer, answered_at } }: { question: Question }) {
  if (answer === null) return <Badge tone="doubt">Attendue</Badge>;
  return (
    <Badge tone={answer === "given" ? "good" : "plain"}>
      {ADDRESS_ANSWERS[answer]}
      {answered_at && `, ${numericDay(dayOf(answered_at))}`}
    </Badge>
  );
}

/** A question may be taken back; an address confirmed by the doctor makes its bounce a false one. */
function Acts({ question }: { question: Question }) {
  const fetcher = useFetcher({ key: RETURN_FETCHER });
  const post = (fields: Record<string, string | number>) => fetcher.submit(fields, { method: "post" });
  if (question.answer === null)
    return (
      <Button kind="quiet" onClick={() => post({ intent: "withdraw", questionId: question.id })}>
        Retirer la question
      </Button>
    );
  if (question.answer === "same" && question.is_suppressed)
    return (
      <Button
        kind="quiet"
        onClick={() => post({ intent: "judge-false", recipientId: question.recipient_id, reason: "confirmed" })}
      >
        Réécrire à cette adresse
      </Button>
    );
  return null;
}
