import { Form } from "@remix-run/react";
import { numericDayAndTime } from "~/format/dates";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Table } from "~/ui/table";

type Session = {
  id: string;
  device: string;
  address: string;
  created_at: string;
  seen_at: string;
  isCurrent: boolean;
};

export function MySessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Table
      caption="Mes sessions ouvertes"
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        { label: "Appareil", kind: "lead", cell: (session) => session.device },
        { label: "Adresse réseau", cell: (session) => session.address },
        { label: "Connexion", cell: (session) => numericDayAndTime(session.created_at) },
        { label: "Dernière activité", cell: (session) => numericDayAndTime(session.seen_at) },
        {
          label: "Terminer",
          hideLabel: true,
          kind: "state",
          cell: (session) =>
            session.isCurrent ? <Badge tone="good">Cette session</Badge> : <EndSession session={session} />,
        },
      ]}
    />
  );
}

function EndSession({ session }: { session: Session }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="sessionId" value={session.id} />
      <Button type="submit" aria-label={`Terminer la session ${session.device}`}>
        Terminer
      </Button>
    </Form>
  );
}
