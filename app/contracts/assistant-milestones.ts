import type { Day } from "~/calendar/day";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { versionById } from "~/eligibility/versions";
import type { Profile } from "./assistant";
import type { ContractTerms } from "./contract";
import { type Milestone, milestone } from "./milestone";
import { secretaryReplacementDueOn } from "./secretary";
import { trainingDeadlines } from "./training";

export interface AssistantFacts {
  readonly id: string;
  readonly profile: Profile;
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  readonly trainingStartedOn: Day | null;
  readonly certifiedOn: Day | null;
  readonly wasSecretary: boolean;
  readonly secretaryReplacedOn: Day | null;
}

/** Training and secretary, for each assistant still there: somebody who left has nothing more to obtain. */
export function assistantMilestones(terms: ContractTerms, assistants: readonly AssistantFacts[]): Milestone[] {
  const version = textOf(terms);
  return assistants.filter(({ leftOn }) => leftOn === null).flatMap((assistant) => duties(version, assistant));
}

/** The page of the collective contract repeats the two years of the 2024 convention. */
function textOf({ version }: ContractTerms): IndividualVersion {
  return versionById(version === "COLL2026" ? "CONV2024" : version) as IndividualVersion;
}

function duties(version: IndividualVersion, assistant: AssistantFacts): Milestone[] {
  const { id, profile, hiredOn, certifiedOn, trainingStartedOn, wasSecretary, secretaryReplacedOn } = assistant;
  const due = trainingDeadlines(version, { hiredOn, profile });
  const duties = [milestone(`certificate:${id}`, "certificate", due.qualificationDueOn, { doneOn: certifiedOn })];
  if (due.startDueOn !== null)
    duties.push(
      milestone(`training-start:${id}`, "training-start", due.startDueOn, { doneOn: trainingStartedOn ?? certifiedOn }),
    );
  if (wasSecretary)
    duties.push(
      milestone(`secretary:${id}`, "secretary", secretaryReplacementDueOn(version.id, hiredOn), {
        doneOn: secretaryReplacedOn,
      }),
    );
  return duties;
}
