import type { Day } from "~/calendar/day";
import { assess } from "./assess";
import type { Assessment, Verdict } from "./assessment";
import { type Candidate, candidatesFor } from "./candidates";
import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";

export interface Counterfactual {
  readonly steps: readonly Candidate[];
  /** What the doctor becomes. */
  readonly verdict: Exclude<Verdict, "no">;
  /** Points still open then, for the caisse or for the doctor. */
  readonly open: readonly string[];
}

/**
 * The smallest sets of changes that make the answer a yes: alone first, then by two. Where a refused doctor can only become
 * one to be checked, the sets that reach that. Each set is judged again by the engine before it is returned, and none
 * holds a smaller one that would do.
 */
export function counterfactuals(facts: DoctorFacts, version: IndividualVersion, day: Day): Counterfactual[] {
  const { verdict } = assess(facts, version, day);
  if (verdict === "yes") return [];
  const candidates = candidatesFor(facts, version);
  const sets = [
    ...candidates.map((candidate) => [candidate]),
    ...candidates.flatMap((first, index) =>
      candidates.slice(index + 1).flatMap((second) => (areTogether(first, second) ? [[first, second]] : [])),
    ),
  ];
  const judged = sets.map((steps) => ({ steps, assessment: assess(applied(facts, steps), version, day) }));
  const eligible = smallest(judged.filter(({ assessment }) => assessment.verdict === "yes"));
  const kept =
    eligible.length > 0 || verdict === "unknown"
      ? eligible
      : smallest(judged.filter(({ assessment }) => assessment.verdict === "unknown"));
  return kept
    .map(({ steps, assessment }) => ({
      steps,
      verdict: assessment.verdict as Counterfactual["verdict"],
      open: openIn(assessment),
    }))
    .sort((a, b) => a.steps.length - b.steps.length || effortOf(a) - effortOf(b));
}

/** The doctor as they would be. */
export function applied(facts: DoctorFacts, steps: readonly Pick<Candidate, "change">[]): DoctorFacts {
  return Object.assign({ ...facts }, ...steps.map(({ change }) => change)) as DoctorFacts;
}

/** Two answers to one question exclude each other. */
function areTogether(first: Candidate, second: Candidate): boolean {
  return Object.keys(first.change).every((fact) => !(fact in second.change));
}

interface Judged {
  readonly steps: readonly Candidate[];
  readonly assessment: Assessment;
}

function smallest(judged: readonly Judged[]): Judged[] {
  const within = (small: Judged, large: Judged) =>
    small.steps.length < large.steps.length && small.steps.every((step) => large.steps.includes(step));
  return judged.filter((each) => !judged.some((other) => within(other, each)));
}

function openIn({ criteria }: Assessment): string[] {
  return criteria.flatMap(({ verdict, question }) => (verdict === "unknown" && question !== null ? [question] : []));
}

function effortOf({ steps }: Counterfactual): number {
  return steps.reduce((total, { effort }) => total + effort, 0);
}
