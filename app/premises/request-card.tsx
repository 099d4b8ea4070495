import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { Day } from "~/calendar/day";
import { dayMonthYear, fullDay } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import { DueDay } from "./due-day";
import { ANSWER_LABELS, BODY_LABELS, KIND_LABELS, STATE_LABELS } from "./labels";
import type { Answer, Body, RequestKind, RequestState } from "./request";
import { isOpen } from "./request";
import { RequestStateBadge } from "./state-badge";
import { StepForm } from "./step-form";

interface ShownRequest {
  readonly id: string;
  readonly version: number;
  readonly kind: RequestKind;
  readonly need: string;
  readonly state: RequestState;
  readonly directed_to: Body | null;
  readonly answer: Answer | null;
  readonly next_step: string | null;
  readonly next_on: Day | null;
  readonly received_on: Day;
  readonly created_by: string | null;
  readonly steps: readonly ShownStep[];
}

interface ShownStep {
  readonly id: number;
  readonly to_state: RequestState;
  readonly happened_on: Day;
  readonly note: string;
  readonly by: string | null;
}

interface RequestCardProps {
  readonly request: ShownRequest;
  readonly today: Day;
  readonly mayManage: boolean;
}

/** One request from the day it came to its end, and the step to take now. */
export function RequestCard({ request, today, mayManage }: RequestCardProps) {
  const [isStepping, setStepping] = useState(false);
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data, () => setStepping(false));
  const last = request.steps.at(-1);
  return (
    <Panel
      title={KIND_LABELS[request.kind]}
      aside={<RequestStateBadge state={request.state} answer={request.answer} />}
    >
      <div className="stack">
        <p className="premises-need">{request.need}</p>
        {request.next_step !== null && request.next_on !== null && (
          <p>
            <strong>{french("À faire :")}</strong> {request.next_step}, <DueDay day={request.next_on} today={today} />
          </p>
        )}
        <ol className="premises-steps">
          <li>
            <span className="nowrap">{dayMonthYear(request.received_on)}</span>
            <span>
              Reçue
              {request.created_by && <span className="soft">, notée par {request.created_by}</span>}
            </span>
          </li>
          {request.steps.map((step) => (
            <li key={step.id}>
              <span className="nowrap">{dayMonthYear(step.happened_on)}</span>
              <span>
                {sentenceOf(step, request)}
                {step.by && <span className="soft">, par {step.by}</span>}
                {step.note && <span className="premises-note">{step.note}</span>}
              </span>
            </li>
          ))}
        </ol>
        {isStepping ? (
          <StepForm
            request={request}
            fetcher={fetcher}
            refused={refused}
            today={today}
            onClose={() => setStepping(false)}
          />
        ) : (
          mayManage && (
            <div className="cluster">
              {isOpen(request.state) && (
                <Button kind="primary" onClick={() => setStepping(true)}>
                  Noter l'étape suivante
                </Button>
              )}
              {last && (
                <fetcher.Form method="post">
                  <input type="hidden" name="id" value={request.id} />
                  <input type="hidden" name="version" value={request.version} />
                  <Button type="submit" name="intent" value="undo" kind="quiet" icon="undo">
                    Annuler l'étape du {fullDay(last.happened_on)}
                  </Button>
                </fetcher.Form>
              )}
              {refused && <p role="alert">{refused.error}</p>}
            </div>
          )
        )}
      </div>
    </Panel>
  );
}

function sentenceOf(step: ShownStep, { directed_to, answer }: ShownRequest): string {
  const state = STATE_LABELS[step.to_state];
  const label = state.charAt(0).toLocaleUpperCase("fr") + state.slice(1);
  if (step.to_state === "directed" && directed_to !== null)
    return french(`${label} vers : ${BODY_LABELS[directed_to]}`);
  if (step.to_state === "answered" && answer !== null) return french(`${label} : ${ANSWER_LABELS[answer]}`);
  return label;
}
