import { Link, useFetcher } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import { INTRODUCTION_LABELS, type IntroductionState, type Party, type PartyAnswer } from "./introduction";
import { MAIL_LABELS, type MailState } from "./mail-state";

interface ShownIntroduction {
  readonly id: string;
  readonly candidate_id: string;
  readonly version: number;
  readonly state: IntroductionState;
  readonly candidate_answer: PartyAnswer | null;
  readonly candidate_on: Day | null;
  readonly doctor_answer: PartyAnswer | null;
  readonly doctor_on: Day | null;
  readonly mails: readonly { readonly party: Party; readonly state: MailState; readonly failure: string | null }[];
  /** The one this page is not about. */
  readonly other: string;
  readonly to: string;
}

interface IntroductionItemProps {
  readonly introduction: ShownIntroduction;
  readonly today: Day;
  readonly mayManage: boolean;
}

const TONES = { open: "doubt", refused: "plain", introduced: "good" } as const;
const WHO: Record<Party, string> = { candidate: "Le candidat", doctor: "Le médecin" };

/** Two answers to collect, then a letter to each: where it stands, and what is missing. */
export function IntroductionItem({ introduction, today, mayManage }: IntroductionItemProps) {
  const { other, to, state, mails } = introduction;
  return (
    <li>
      <div className="stack stack-tight">
        <div className="cluster">
          <Link to={to}>{other}</Link>
          <Badge tone={TONES[state]}>{INTRODUCTION_LABELS[state]}</Badge>
        </div>
        <div className="recruiting-answers">
          {(["candidate", "doctor"] as const).map((party) => (
            <PartyLine key={party} party={party} introduction={introduction} today={today} mayManage={mayManage} />
          ))}
        </div>
        {mails.map(({ party, state: sending, failure }) => (
          <span key={party} className="soft small">
            {french(
              `Courriel au ${party === "candidate" ? "candidat" : "médecin"} : ${MAIL_LABELS[sending]}${failure ? `. ${failure}` : ""}`,
            )}
          </span>
        ))}
      </div>
    </li>
  );
}

type PartyLineProps = IntroductionItemProps & { readonly party: Party };

function PartyLine({ party, introduction, today, mayManage }: PartyLineProps) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data);
  const answer = party === "candidate" ? introduction.candidate_answer : introduction.doctor_answer;
  const on = party === "candidate" ? introduction.candidate_on : introduction.doctor_on;
  const isOpen = mayManage && introduction.state !== "introduced";
  return (
    <div>
      <span>
        {french(`${WHO[party]} : ${answer === null ? "à demander" : answer === "yes" ? "oui" : "non"}`)}
        {on !== null && <span className="soft">, le {dayMonthYear(on)}</span>}
      </span>
      {isOpen && answer !== "yes" && (
        <fetcher.Form method="post" action={`/candidats/${introduction.candidate_id}`} className="recruiting-answer">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="introductionId" value={introduction.id} />
          <input type="hidden" name="version" value={introduction.version} />
          <input type="hidden" name="party" value={party} />
          <TextInput
            name="on"
            id={`on-${introduction.id}-${party}`}
            label={<span className="visually-hidden">Réponse donnée le</span>}
            type="date"
            width="medium"
            max={today}
            defaultValue={today}
            error={refused?.fields.on}
          />
          <Button type="submit" name="answer" value="yes" busy={fetcher.state !== "idle"}>
            Est d'accord
          </Button>
          <Button type="submit" name="answer" value="no" kind="quiet">
            Ne souhaite pas
          </Button>
        </fetcher.Form>
      )}
      {refused && (
        <p className="field-error" role="alert">
          {refused.error}
        </p>
      )}
    </div>
  );
}
