import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { addDays, type Day } from "~/calendar/day";
import { Button, LinkButton } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea, TextInput } from "~/ui/text-input";
import { MILESTONE_FETCHER, MILESTONES_AT } from "./milestone-messages";

interface Worked {
  readonly id: string;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly contractId: string;
  /** The fact is noted on the contract's page. */
  readonly isByFact: boolean;
}

const AT = { method: "post", action: MILESTONES_AT } as const;

/** Done, or postponed with a reason; the message that follows can take it back. */
export function MilestoneActions({ milestone, today }: { milestone: Worked; today: Day }) {
  const [isPostponing, setPostponing] = useState(false);
  const fetcher = useFetcher({ key: MILESTONE_FETCHER });
  const { id, title, dueOn, contractId, isByFact } = milestone;
  return (
    <span className="milestone-acts">
      {isByFact ? (
        <LinkButton to={`/contrats/${contractId}#assistants`} icon="edit" data-milestone-done>
          Noter<span className="visually-hidden"> : {title}</span>
        </LinkButton>
      ) : (
        <Button
          icon="check"
          data-milestone-done
          busy={fetcher.state !== "idle" && fetcher.formData?.get("id") === id}
          onClick={() => fetcher.submit({ intent: "done", id, dueOn: dueOn ?? "" }, AT)}
        >
          Fait<span className="visually-hidden"> : {title}</span>
        </Button>
      )}
      {dueOn !== null && (
        <Button kind="quiet" icon="clock" onClick={() => setPostponing(true)}>
          Reporter<span className="visually-hidden"> : {title}</span>
        </Button>
      )}
      <Postpone milestone={milestone} today={today} isOpen={isPostponing} onClose={() => setPostponing(false)} />
    </span>
  );
}

const A_MONTH = 30;

function Postpone(props: { milestone: Worked; today: Day; isOpen: boolean; onClose: () => void }) {
  const { milestone, today, isOpen, onClose } = props;
  const fetcher = useFetcher({ key: MILESTONE_FETCHER });
  return (
    <Dialog title={`Reporter : ${milestone.title}`} isOpen={isOpen} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          fetcher.submit(event.currentTarget, AT);
          onClose();
        }}
      >
        <input type="hidden" name="intent" value="postpone" />
        <input type="hidden" name="id" value={milestone.id} />
        <input type="hidden" name="dueOn" value={milestone.dueOn ?? ""} />
        <TextInput
          name="to"
          label="Nouveau jour"
          type="date"
          width="medium"
          required
          min={addDays(today, 1)}
          defaultValue={addDays(today, A_MONTH)}
        />
        <TextArea name="reason" label="Pourquoi" rows={2} required minLength={3} maxLength={300} />
        <div className="form-actions">
          <Button type="submit" kind="primary">
            Reporter
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Ne rien changer
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
