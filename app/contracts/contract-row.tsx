import type { Day } from "~/calendar/day";
import { dayMonthYear, relativeDay } from "~/format/dates";
import { french } from "~/format/typography";
import { RowItem } from "~/ui/row-list";
import type { ContractKind, ContractState } from "./contract";
import { StateBadge } from "./state-badge";

interface ContractRowProps {
  readonly contract: {
    readonly id: string;
    readonly name: string;
    readonly town: string;
    readonly kind: ContractKind;
    readonly state: ContractState;
    readonly size: string;
    readonly version: string | null;
    readonly openedOn: Day;
    readonly signedOn: Day | null;
    readonly endsOn: Day | null;
    readonly nextOn: Day | null;
  };
  readonly today: Day;
}

export function ContractRow({ contract, today }: ContractRowProps) {
  const { id, name, town, state, size, version, openedOn, signedOn, nextOn } = contract;
  const since =
    signedOn === null
      ? `dossier ouvert le ${dayMonthYear(openedOn)}`
      : `signé le ${dayMonthYear(signedOn)}, ${version}`;
  return (
    <RowItem
      to={`/contrats/${id}`}
      name={name}
      where={contract.kind === "collective" ? "contrat collectif" : town}
      reason={french(`${size}, ${since}`)}
      states={[
        <StateBadge key="state" state={state} />,
        nextOn === null ? (
          ""
        ) : (
          <span key="next" className={nextOn < today ? "milestone-late" : "soft small"}>
            {nextOn < today ? `échéance ${relativeDay(nextOn, today)}` : `prochaine ${relativeDay(nextOn, today)}`}
          </span>
        ),
      ]}
    />
  );
}
