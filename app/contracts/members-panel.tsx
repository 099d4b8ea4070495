import { Link, useFetcher } from "@remix-run/react";
import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { politeName, properCase } from "~/format/names";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { useTabReply } from "~/visits/hours/use-tab-reply";
import type { OpenedContract } from "./contract.server";

type Member = OpenedContract["members"][number];
type Reply = { done: string } | { error: string; fields: Record<string, string[]> };

/** The doctors who join a company's contract: in and out at the anniversary. */
export function MembersPanel({ contract }: { contract: OpenedContract }) {
  const { members, state, mayPrepare, mayDecide } = contract;
  const isFile = state === "opened";
  const mayQuit = isFile ? mayPrepare : mayDecide && ["signed", "running", "suspended"].includes(state);
  return (
    <Panel title="Médecins adhérents">
      <div className="stack">
        <ul className="papers">
          {members.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              contract={contract}
              mayQuit={mayQuit && member.left_on === null}
            />
          ))}
        </ul>
        {isFile && mayPrepare && <Join />}
      </div>
    </Panel>
  );
}

function MemberLine({ member, contract, mayQuit }: { member: Member; contract: OpenedContract; mayQuit: boolean }) {
  const fetcher = useFetcher<Reply>();
  const refused = useTabReply(fetcher.data);
  const { id, doctor_id, last_name, first_name, town, entered_on, left_on } = member;
  const start = contract.startsOn;
  const name =
    last_name === null
      ? "Médecin d'un autre secteur"
      : politeName({ lastName: last_name, firstName: first_name ?? "" });
  return (
    <li>
      <span className="paper-name">
        {last_name === null ? name : <Link to={`/medecins/${doctor_id}`}>{name}</Link>}
        <span className="soft small">
          {french(
            [
              properCase(town ?? ""),
              start && `depuis le ${dayMonthYear(entered_on)}`,
              left_on && `jusqu'au ${dayMonthYear(left_on)}`,
            ]
              .filter(Boolean)
              .join(", "),
          )}
        </span>
        {refused && <span role="alert">{refused.error}</span>}
      </span>
      {mayQuit && (
        <fetcher.Form method="post" className="cluster">
          <input type="hidden" name="intent" value="quit" />
          <input type="hidden" name="member" value={id} />
          {start === null ? (
            <input type="hidden" name="on" value={contract.today} />
          ) : (
            <Select
              name="on"
              id={`on-${id}`}
              label="Sort à l'anniversaire"
              width="medium"
              options={anniversaries(start)}
            />
          )}
          <Button type="submit" kind="quiet" busy={fetcher.state !== "idle"}>
            {start === null ? "Retirer" : "Noter la sortie"}
            <span className="visually-hidden"> de {name}</span>
          </Button>
        </fetcher.Form>
      )}
    </li>
  );
}

function anniversaries(start: string) {
  return Array.from({ length: CONTRACT_YEARS - 1 }, (_, index) => addYears(start, index + 1)).map((value) => ({
    value,
    label: dayMonthYear(value),
  }));
}

function Join() {
  const fetcher = useFetcher<Reply>();
  const refused = useTabReply(fetcher.data);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="join" />
      <TextInput
        name="rpps"
        label="Ajouter un médecin, par son numéro RPPS"
        inputMode="numeric"
        width="medium"
        maxLength={11}
        error={refused?.fields.rpps}
      />
      <div className="form-actions">
        <Button type="submit" icon="plus" busy={fetcher.state !== "idle"}>
          Ajouter au dossier
        </Button>
      </div>
    </fetcher.Form>
  );
}
