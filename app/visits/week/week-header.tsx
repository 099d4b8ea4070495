import { addDays, partsOf } from "~/calendar/day";
import { addWeeks } from "~/calendar/week";
import { shortDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { Button, LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export interface WeekHeaderProps {
  readonly weekOn: string;
  readonly isAtHand: boolean;
  /** Proposals that may be accepted. */
  readonly proposals: number;
  readonly isComputed: boolean;
  /** Null when nothing may be proposed: no base, or a week that is over. */
  readonly onPropose: (() => void) | null;
  readonly onAccept: () => void;
  readonly isBusy: boolean;
}

export function WeekHeader(props: WeekHeaderProps) {
  const { weekOn, isAtHand, proposals, isComputed, onPropose, onAccept, isBusy } = props;
  const friday = addDays(weekOn, 4);
  const hasProposals = proposals > 0;
  return (
    <PageHeader
      title="Ma semaine"
      facts={
        <nav className="week-nav" aria-label="Semaines">
          <LinkButton to={at(addWeeks(weekOn, -1))} icon="chevron-left" iconOnly kind="quiet">
            Semaine précédente
          </LinkButton>
          <strong>
            du {shortDay(weekOn)} au {shortDay(friday)} {partsOf(friday).year}
          </strong>
          <LinkButton to={at(addWeeks(weekOn, 1))} icon="chevron-right" iconOnly kind="quiet">
            Semaine suivante
          </LinkButton>
          {!isAtHand && (
            <LinkButton to="/visites/semaine" kind="quiet">
              Cette semaine
            </LinkButton>
          )}
        </nav>
      }
      action={
        onPropose && (
          <div className="cluster">
            <Button kind={isComputed ? "secondary" : "primary"} onClick={onPropose} busy={isBusy}>
              {isComputed ? "Recalculer" : "Proposer ma semaine"}
            </Button>
            {hasProposals && (
              <Button kind="primary" onClick={onAccept} disabled={isBusy}>
                Accepter la semaine
                <span className="visually-hidden">, {countOf(proposals, "visite")}</span>
              </Button>
            )}
          </div>
        )
      }
    />
  );
}

function at(weekOn: string): string {
  return `/visites/semaine?semaine=${weekOn}`;
}
