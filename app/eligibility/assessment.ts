import { french } from "~/format/typography";
import type { Provenance, VersionId } from "./rule-version";
import { type Source, sourcesOf } from "./sources";

export type Verdict = "yes" | "no" | "unknown";

/** Everything a page needs to print one line of the table of criteria. */
export interface Criterion {
  readonly code: string;
  readonly label: string;
  /** What is known of the doctor, null when nothing is. */
  readonly value: string | null;
  /** Reads in a cell, and after « il faut ». */
  readonly threshold: string;
  readonly verdict: Verdict;
  /** False for what an earlier text asked and this one no longer does. */
  readonly required: boolean;
  readonly why: string;
  /** The reason as a fragment, for the sentence on top of the page. */
  readonly brief: string;
  readonly sources: readonly Source[];
  readonly status: Provenance["status"];
  /** Why it could not be decided, as a code; null when it was. */
  readonly unresolved: string | null;
  readonly question: string | null;
  /** Who can answer: the doctor during a visit, or the caisse from its own files. */
  readonly askTo: "doctor" | "fund" | null;
  readonly warning: string | null;
  readonly derogation: string | null;
}

export interface Assessment {
  readonly version: VersionId;
  readonly versionName: string;
  readonly verdict: Verdict;
  readonly failing: readonly string[];
  readonly unresolved: readonly string[];
  readonly warnings: readonly string[];
  readonly derogationsUsed: readonly string[];
  readonly criteria: readonly Criterion[];
}

/** A failed confirmed criterion wins over unknown ones; unknown ones are listed all the same. */
export function conclude(version: { id: VersionId; name: string }, criteria: readonly Criterion[]): Assessment {
  const failing = criteria.filter(({ verdict }) => verdict === "no").map(({ code }) => code);
  const unresolved = present(criteria.map((criterion) => criterion.unresolved));
  return {
    version: version.id,
    versionName: version.name,
    verdict: failing.length > 0 ? "no" : unresolved.length > 0 ? "unknown" : "yes",
    failing,
    unresolved,
    warnings: present(criteria.map(({ warning }) => warning)),
    derogationsUsed: present(criteria.map(({ derogation }) => derogation)),
    criteria,
  };
}

interface About {
  readonly code: string;
  readonly label: string;
  readonly threshold: string;
  readonly rule: Provenance;
}

interface Outcome {
  readonly value: string | null;
  readonly brief: string;
  readonly warning?: string;
  readonly derogation?: string;
}

interface Doubt {
  readonly value: string | null;
  readonly brief: string;
  readonly unresolved: string;
  readonly question: string;
  readonly askTo: "doctor" | "fund";
}

export function met(about: About, outcome: Outcome): Criterion {
  return criterion(about, outcome, { verdict: "yes", why: `${capital(outcome.brief)}.` });
}

export function failed(about: About, outcome: Outcome): Criterion {
  return criterion(about, outcome, {
    verdict: "no",
    why: `${capital(outcome.brief)} : il faut ${about.threshold}.`,
  });
}

export function doubtful(about: About, { unresolved, question, askTo, ...outcome }: Doubt): Criterion {
  const why = `${capital(outcome.brief)}.`;
  return criterion(about, outcome, { verdict: "unknown", why, unresolved, question: french(question), askTo });
}

/** A criterion of an earlier text: the page shows that it was lifted, and when. */
export function lifted(about: Omit<About, "threshold">, threshold: string): Criterion {
  const outcome = { value: null, brief: threshold };
  return criterion({ ...about, threshold }, outcome, {
    verdict: "yes",
    required: false,
    why: `${capital(threshold)}.`,
  });
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

function criterion(
  about: About,
  outcome: Outcome,
  judgement: Pick<Criterion, "verdict" | "why"> & Partial<Criterion>,
): Criterion {
  return {
    code: about.code,
    label: about.label,
    required: true,
    sources: sourcesOf(about.rule.sources),
    status: about.rule.status,
    unresolved: null,
    question: null,
    askTo: null,
    warning: outcome.warning ?? null,
    derogation: outcome.derogation ?? null,
    ...judgement,
    value: outcome.value === null ? null : french(outcome.value),
    threshold: french(about.threshold),
    brief: french(outcome.brief),
    why: french(judgement.why),
  };
}

function present(codes: readonly (string | null)[]): string[] {
  return codes.filter((code) => code !== null);
}
