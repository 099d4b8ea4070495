import fc from "fast-check";
import type { Criterion, Group, Kind, Node } from "~/segments/criteria";
import {
  CHANNELS,
  FACT_NAMES,
  FAILINGS,
  FEE_SECTORS,
  HEARD,
  LAST_VISITS,
  type Names,
  SIDES,
  SPECIALTIES,
  STAGES,
  VERDICTS,
  ZONES,
} from "~/segments/labels";

export const SECTORS = [1, 2, 3];
export const FUNDS = [441, 491, 531];
export const CAMPAIGNS = ["00000000-0000-4000-8000-0000000000c1", "00000000-0000-4000-8000-0000000000c2"];

export const NAMES: Names = {
  sectors: { 1: "Secteur de Nantes", 2: "Secteur d'Angers", 3: "Presqu'île" },
  funds: { 441: "CPAM de la Loire-Atlantique", 491: "CPAM de Maine-et-Loire", 531: "CPAM de la Mayenne" },
  campaigns: { [CAMPAIGNS[0]!]: "Rentrée", [CAMPAIGNS[1]!]: "Journée du 3 mars" },
};

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const keys = <Key extends string>(words: Readonly<Record<Key, string>>) => some(Object.keys(words) as Key[]);
const range = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.option(fc.integer({ min: least, max: most }), { nil: null }))
    .map(([from, to]) => (to !== null && to < from ? { from: to, to: from } : { from, to }));
const days = fc.integer({ min: 1, max: 400 });

/** One arbitrary a kind, so that a new kind does not compile until chance knows it. */
const CRITERIA: { readonly [K in Kind]: fc.Arbitrary<Omit<Criterion<K>, "kind">> } = {
  verdict: fc.record({ is: keys(VERDICTS) }),
  failing: fc.record({ is: keys(FAILINGS) }),
  nearness: fc
    .tuple(fc.constantFrom(...(Object.keys(SIDES) as (keyof typeof SIDES)[])), range(0, 900))
    .map(([side, ends]) => ({ side, ...ends })),
  zone: fc.record({ is: keys(ZONES) }),
  specialty: fc.record({ is: keys(SPECIALTIES) }),
  "fee-sector": fc.record({ is: keys(FEE_SECTORS) }),
  sector: fc.record({ is: some(SECTORS) }),
  fund: fc.record({ is: some(FUNDS) }),
  "practice-size": range(1, 60),
  priority: range(0, 600),
  stage: fc.record({ is: keys(STAGES) }),
  contact: fc.oneof(
    fc.constant({ when: "never" as const }),
    fc.record({ when: fc.constantFrom("within" as const, "before" as const), days }),
  ),
  "last-visit": fc.record({ is: keys(LAST_VISITS) }),
  objection: fc.record({ is: keys(HEARD) }),
  campaign: fc.record({
    received: fc.boolean(),
    campaignId: fc.option(fc.constantFrom(...CAMPAIGNS), { nil: null }),
    days: fc.option(days, { nil: null }),
  }),
  booked: fc.record({ yes: fc.boolean() }),
  contract: fc.record({ signed: fc.boolean() }),
  "unknown-fact": fc.record({ is: keys(FACT_NAMES) }),
  email: fc.record({ usable: fc.boolean() }),
  "opt-out": fc.record({ of: keys(CHANNELS), noted: fc.boolean() }),
};

const KINDS = Object.keys(CRITERIA) as Kind[];

export const someCriterion: fc.Arbitrary<Criterion> = fc.oneof(...KINDS.map(criterionOf));

export function criterionOf(kind: Kind): fc.Arbitrary<Criterion> {
  return (CRITERIA[kind] as fc.Arbitrary<object>).map((given) => ({ kind, ...given }) as Criterion);
}

const group = (node: fc.Arbitrary<Node>): fc.Arbitrary<Group> =>
  fc.record({
    match: fc.constantFrom("all" as const, "any" as const, "none" as const),
    of: fc.array(node, { maxLength: 3 }),
  });

/** Three groups deep, empty ones included. */
export const someCriteria: fc.Arbitrary<Group> = group(
  fc.oneof(
    { weight: 3, arbitrary: someCriterion },
    {
      weight: 2,
      arbitrary: group(
        fc.oneof({ weight: 3, arbitrary: someCriterion }, { weight: 1, arbitrary: group(someCriterion) }),
      ),
    },
  ),
);
