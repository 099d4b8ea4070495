import type { Measure, Told } from "./measures";
import { type Published, ratio, suppressed } from "./suppression";

export interface Counted {
  readonly department: string;
  readonly eligible: number;
  readonly visits: number;
  readonly contracts: number;
  readonly in_zip: number;
  readonly zoned: number;
}

export interface Expected {
  readonly department: string;
  readonly middle: number;
  /** Of the caisse with the fewest. */
  readonly signed: number;
}

export interface Figure {
  readonly department: string;
  readonly measure: Measure;
  readonly told: Told;
}

/** '' stands for the whole country. */
const COUNTRY = "";

/** What may be told of each département and of the country, measure by measure; small groups are hidden here. */
export function figuresOf(counted: readonly Counted[], expected: readonly Expected[]): Figure[] {
  const of = (term: (each: Counted) => number) =>
    suppressed(new Map(counted.map((each) => [each.department, term(each)] as const)));
  const contracts = of((each) => each.contracts);
  const eligible = of((each) => each.eligible);
  const inZip = of((each) => each.in_zip);
  const elsewhere = of((each) => each.zoned - each.in_zip);
  return [
    ...listed(
      "visits",
      of((each) => each.visits),
    ),
    ...listed("contracts", contracts),
    ...listed("rate", shares(contracts, eligible)),
    ...listed("zip", zipShares(contracts, inZip, elsewhere)),
    ...listed("forecast", forecasts(expected)),
  ];
}

/** What there is to tell of each place; of one without anything to share, nothing. */
interface Listed {
  readonly cells: Iterable<readonly [place: string, told: Told | null]>;
  readonly total: Told | null;
}

function listed(measure: Measure, { cells, total }: Listed): Figure[] {
  const all = [[COUNTRY, total] as const, ...cells];
  return all.flatMap(([department, told]) => (told ? [{ department, measure, told }] : []));
}

function shares(above: Published, below: Published): Listed {
  const cells = [...above.cells].map(([place, told]) => [place, ratio(told, below.cells.get(place)!)] as const);
  return { cells, total: ratio(above.total, below.total) };
}

/** Both parts and the whole must be fit to be told: one would give another away. */
function zipShares(contracts: Published, inZip: Published, elsewhere: Published): Listed {
  const share = (whole: Told, part: Told, rest: Told): Told | null => {
    if (whole.hidden) return whole;
    if (part.hidden) return part;
    if (rest.hidden) return rest;
    return ratio(part, { value: part.value + rest.value, hidden: null });
  };
  const cells = [...contracts.cells].map(
    ([place, whole]) => [place, share(whole, inZip.cells.get(place)!, elsewhere.cells.get(place)!)] as const,
  );
  return { cells, total: share(contracts.total, inZip.total, elsewhere.total) };
}

/** A forecast is no count of people, but begins with one: where the contracts signed are few, it is not told. */
function forecasts(expected: readonly Expected[]): Published {
  const told = ({ middle, signed }: Expected): Told =>
    signed >= 11 ? { value: middle, hidden: null } : { value: null, hidden: "small" };
  const cells = new Map(expected.map((each) => [each.department, told(each)] as const));
  const shown = expected.filter(({ signed }) => signed >= 11);
  const total: Told =
    shown.length === expected.length && shown.length > 0
      ? { value: shown.reduce((sum, { middle }) => sum + middle, 0), hidden: null }
      : { value: null, hidden: "masked" };
  return { cells, total };
}
