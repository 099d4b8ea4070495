import type { SerializeFrom } from "@remix-run/node";
import { number } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { CAUSE_LABELS, type Cause } from "./causes";
import type { Deliverability } from "./deliverability.server";
import { MessageRows } from "./message-rows";
import { OppositionRows } from "./opposition-rows";
import { QuestionTable } from "./question-table";
import { ReturnedCard } from "./returned-card";
import { EMPTY_VIEWS, type View } from "./views";

interface Props {
  view: View;
  list: SerializeFrom<Deliverability["list"]>;
  cause: Cause | null;
  mayManage: boolean;
  here: string;
}

/** The list of the tab one is on. */
export function DeliverabilityRows({ view, list, cause, mayManage, here }: Props) {
  if (list.rows.length === 0 && cause === null) {
    return (
      <EmptyState
        icon="mail"
        {...EMPTY_VIEWS[view]}
        action={<LinkButton to="/campagnes">Voir les campagnes</LinkButton>}
      />
    );
  }
  switch (list.kind) {
    case "returned":
      return (
        <>
          <Chips label="Motifs">
            {list.causes.map((each) => (
              <Chip
                key={each.cause}
                to={cause === each.cause ? here : `${here}?motif=${each.cause}`}
                isOn={cause === each.cause}
                count={each.letters}
              >
                {CAUSE_LABELS[each.cause]}
              </Chip>
            ))}
          </Chips>
          <ol
            className="returns"
            data-rows
            aria-label={`Courriels revenus, ${number(list.rows.length)} sur cette page`}
          >
            {list.rows.map((letter) => (
              <ReturnedCard key={letter.id} letter={letter} mayManage={mayManage} />
            ))}
          </ol>
        </>
      );
    case "questions":
      return <QuestionTable questions={list.rows} mayManage={mayManage} />;
    case "oppositions":
      return <OppositionRows oppositions={list.rows} />;
    case "messages":
      return <MessageRows messages={list.rows} view={view} />;
  }
}
