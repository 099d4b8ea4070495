import type { RawBuilder, SqlBool } from "kysely";
import type { CriterionCode } from "~/eligibility/criterion-bits";
import type { Criterion, Kind } from "~/segments/criteria";
import type { ScoringAsk } from "../scoring";

/** What the conditions need beside the criteria: the day, and the rules of that day as plain values. */
export interface Terms extends Pick<ScoringAsk, "rules" | "today"> {
  readonly now: Date;
  /** Place of each criterion in the masks of `score`. */
  readonly bits: readonly CriterionCode[];
  /**
   * What the policies say already, told again as plain values: the planner then knows how many doctors to expect. No fund:
   * every fund; null: no sector in particular.
   */
  readonly fundIds: readonly number[];
  readonly sectorIds: readonly number[] | null;
}

/** Tables a condition reads beside `score s`; each is joined once, and only when something reads it. */
export type Joined = "f" | "st" | "d";

export type Condition = RawBuilder<SqlBool>;

export interface Asking<K extends Kind> {
  readonly joins: Joined | null;
  readonly condition: (criterion: Criterion<K>, terms: Terms) => Condition;
}

/** The conditions of some kinds of criteria; a condition that is null counts as false, whatever group it stands in. */
export type Conditions<K extends Kind> = { readonly [Each in K]: Asking<Each> };
