import { folded } from "~/doctors/names";
import { capital } from "~/eligibility/assessment";
import { CATALOG, KINDS } from "./catalog";
import { type Criterion, DEEPEST, type Kind, type Match, type Node } from "./criteria";
import { partOf } from "./describe";
import {
  CHANNELS,
  FACT_NAMES,
  FAILINGS,
  FEE_SECTORS,
  HEARD,
  LAST_VISITS,
  type Names,
  SPECIALTIES,
  STAGES,
  VERDICTS,
  ZONES,
} from "./labels";

/** Something to add to a group: a criterion by its name, one already filled in, or a group. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What it belongs to, beside it. */
  readonly family: string;
  readonly node: Node;
  /** Folded, each to be begun by a typed word. */
  readonly words: readonly string[];
}

/** Enough to choose from without scrolling far. */
const MOST = 12;

const GROUPS: Readonly<Record<Match, string>> = {
  any: "Groupe : au moins un de…",
  none: "Groupe : sauf ceux qui…",
  all: "Groupe : tous à la fois…",
};

/** By their names alone while nothing is typed; then everything that every typed word begins a word of, names first. */
export function suggestionsFor(text: string, all: readonly Suggestion[]): Suggestion[] {
  const typed = folded(text).split(" ").filter(Boolean);
  if (typed.length === 0) return all.filter(({ id }) => !id.includes("="));
  const begun = (words: readonly string[]) => typed.every((word) => words.some((own) => own.startsWith(word)));
  const [named, others] = [true, false].map((isNamed) =>
    all.filter(({ label, words }) => begun(words) && begun(wordsOf([label])) === isNamed),
  );
  return [...named!, ...others!].slice(0, MOST);
}

/** All that may be added to a group at that depth, the root being 1. */
export function everySuggestion(names: Names, depth: number): Suggestion[] {
  const isOffered = (kind: Kind) =>
    (kind !== "fund" || several(names.funds)) && (kind !== "sector" || several(names.sectors));
  const kinds = KINDS.filter(isOffered);
  return [
    ...kinds.map((kind) => ({
      id: kind,
      label: CATALOG[kind].label,
      family: CATALOG[kind].family,
      node: CATALOG[kind].fresh,
      words: wordsOf([CATALOG[kind].label, ...CATALOG[kind].words]),
    })),
    ...(depth < DEEPEST ? (Object.keys(GROUPS) as Match[]).map(groupOf) : []),
    ...filledIn(names)
      .filter(({ kind }) => isOffered(kind))
      .map((criterion) => filled(criterion, names)),
  ];
}

function groupOf(match: Match): Suggestion {
  return {
    id: `group ${match}`,
    label: GROUPS[match],
    family: "Groupes",
    node: { match, of: [] },
    words: wordsOf([GROUPS[match]]),
  };
}

function filled(criterion: Criterion, names: Names): Suggestion {
  const { label } = CATALOG[criterion.kind];
  const part = capital(partOf(criterion, names));
  return {
    id: `=${JSON.stringify(criterion)}`,
    label: part,
    family: label,
    node: criterion,
    words: wordsOf([part, label]),
  };
}

type Valued =
  | "verdict"
  | "failing"
  | "zone"
  | "specialty"
  | "fee-sector"
  | "stage"
  | "last-visit"
  | "objection"
  | "unknown-fact";

const VALUES: { readonly [K in Valued]: Readonly<Record<string, string>> } = {
  verdict: VERDICTS,
  zone: ZONES,
  specialty: SPECIALTIES,
  "fee-sector": FEE_SECTORS,
  stage: STAGES,
  "last-visit": LAST_VISITS,
  objection: HEARD,
  failing: FAILINGS,
  "unknown-fact": FACT_NAMES,
};

function filledIn({ sectors, funds, campaigns }: Names): Criterion[] {
  const numbered = (kind: "sector" | "fund", named: Readonly<Record<number, string>>) =>
    Object.keys(named).map((id) => ({ kind, is: [Number(id)] }));
  return [
    ...Object.entries(VALUES).flatMap(([kind, words]) =>
      Object.keys(words).map((value) => ({ kind, is: [value] }) as unknown as Criterion),
    ),
    { kind: "contact", when: "never" },
    { kind: "contact", when: "within", days: 30 },
    { kind: "contact", when: "before", days: 180 },
    { kind: "nearness", side: "above", from: 0, to: 100 },
    { kind: "nearness", side: "either", from: 0, to: 50 },
    { kind: "practice-size", from: 1, to: 1 },
    { kind: "booked", yes: true },
    { kind: "contract", signed: true },
    { kind: "email", usable: false },
    ...(Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]).flatMap((channel): Criterion[] => [
      { kind: "opt-out", of: [channel], noted: false },
      { kind: "opt-out", of: [channel], noted: true },
    ]),
    ...numbered("sector", sectors),
    ...numbered("fund", funds),
    ...Object.keys(campaigns).map(
      (campaignId): Criterion => ({ kind: "campaign", received: true, campaignId, days: null }),
    ),
  ];
}

function wordsOf(texts: readonly string[]): string[] {
  return folded(texts.join(" ")).split(" ");
}

function several(named: object): boolean {
  return Object.keys(named).length > 1;
}
