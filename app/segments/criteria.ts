import type { FactColumn } from "~/doctors/fact-catalog";
import type { SpecialtyFamily } from "~/doctors/specialty";
import type { Verdict } from "~/eligibility/assessment";
import type { CriterionCode } from "~/eligibility/criterion-bits";
import type { Zone } from "~/eligibility/doctor-facts";
import type { Stage } from "~/funnel/stage";
import type { Objection } from "./objections";

/** Both ends belong to the range; no second end: and beyond. */
export interface Range {
  readonly from: number;
  readonly to: number | null;
}

/** « never » is one's own answer; « before » speaks of those for whom it happened, but longer ago. */
export type Since = { readonly when: "never" } | { readonly when: "within" | "before"; readonly days: number };

/** A doctor under the threshold lacks patients, one on it or over it is above; « either » looks at the distance alone. */
export type Side = "missing" | "above" | "either";
export type SpecialtyChoice = SpecialtyFamily | "other" | "specialists";
export type FeeChoice = "1" | "2" | "2-optam" | "2-no-optam" | "3";
export type VisitResult = "interested" | "later" | "objection" | "refused" | "absent";
export type Channel = "email" | "visit" | "call";
/** Contact and contract have criteria of their own: never contacted is known, not unknown. */
export type UnknownFact = Exclude<FactColumn, "contacted_on" | "signed_on">;

interface OneOf<Value> {
  readonly is: readonly Value[];
}

/**
 * What may be asked of a doctor. Each kind has one entry in the form, the SQL, the sentence, the catalogue and the
 * builder: a new one here and the compiler names the places to visit.
 */
interface Asked {
  readonly verdict: OneOf<Verdict>;
  readonly failing: OneOf<CriterionCode>;
  readonly nearness: Range & { readonly side: Side };
  readonly zone: OneOf<Zone | "unknown">;
  readonly specialty: OneOf<SpecialtyChoice>;
  readonly "fee-sector": OneOf<FeeChoice>;
  readonly sector: OneOf<number>;
  readonly fund: OneOf<number>;
  readonly "practice-size": Range;
  readonly priority: Range;
  readonly stage: OneOf<Stage | "none" | "lost">;
  readonly contact: Since;
  readonly "last-visit": OneOf<VisitResult | "never-met">;
  readonly objection: OneOf<Objection>;
  /** A letter the relay took; of one campaign or of any, ever or over the last days. */
  readonly campaign: { readonly received: boolean; readonly campaignId: string | null; readonly days: number | null };
  readonly booked: { readonly yes: boolean };
  readonly contract: { readonly signed: boolean };
  readonly "unknown-fact": OneOf<UnknownFact>;
  readonly email: { readonly usable: boolean };
  readonly "opt-out": { readonly of: readonly Channel[]; readonly noted: boolean };
}

export type Kind = keyof Asked;
type Kinds = { readonly [K in Kind]: { readonly kind: K } & Asked[K] };
export type Criterion<K extends Kind = Kind> = Kinds[K];

export type Match = "all" | "any" | "none";

/** A group left empty says nothing: it neither keeps nor removes anybody. */
export interface Group {
  readonly match: Match;
  readonly of: readonly Node[];
}

export type Node = Group | Criterion;

export const EVERYBODY: Group = { match: "all", of: [] };

export const DEEPEST = 3;
export const MOST_CRITERIA = 40;
/** What the address of a page may still carry, once encoded. */
export const LONGEST_TEXT = 6_000;
/** Bounds of the numbers one may ask for. */
export const MOST = { patients: 20_000, doctors: 500, points: 10_000, days: 3_650 } as const;

export function isGroup(node: Node): node is Group {
  return "match" in node;
}

export function criteriaIn(node: Node): Criterion[] {
  return isGroup(node) ? node.of.flatMap(criteriaIn) : [node];
}

/** The same doctors, said shortest: empty groups gone, groups of one opened, « all » in « all » and « any » in « any » poured together. */
export function plain(group: Group): Group {
  const said = plainNode(group);
  if (said === null) return EVERYBODY;
  return isGroup(said) ? said : { match: "all", of: [said] };
}

function plainNode(node: Node): Node | null {
  if (!isGroup(node)) return node;
  const { match } = node;
  const of = node.of.flatMap((child): readonly Node[] => {
    const said = plainNode(child);
    if (said === null) return [];
    return isGroup(said) && pours(said.match, match) ? said.of : [said];
  });
  if (of.length === 0) return null;
  return of.length === 1 && match !== "none" ? of[0]! : { match, of };
}

function pours(inner: Match, outer: Match): boolean {
  return inner === outer ? outer !== "none" : inner === "any" && outer === "none";
}

/** As it travels in an address. */
export function writeCriteria(group: Group): string {
  return JSON.stringify(group);
}
