import { todaysRules } from "~/doctors/scoring.server";
import { codesIn } from "~/eligibility/criterion-bits";
import type { Criterion, Group, Kind, Node, Range } from "~/segments/criteria";
import { NOON } from "../../support/database";

/** A doctor with everything told of them, read table by table. */
export interface Told {
  readonly id: number;
  readonly fund: number;
  readonly sector: number | null;
  readonly specialty: string;
  readonly zone: string | null;
  readonly verdict: string;
  readonly failing: number;
  readonly priority: number;
  /** Doctors of the main practice, this one included; null when the practice is not known. */
  readonly colleagues: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stage: { readonly stage: string; readonly lost: boolean } | null;
  readonly reports: readonly { readonly result: string; readonly objections: readonly string[]; readonly at: number }[];
  readonly visitsBookedAt: readonly number[];
  readonly letters: readonly { readonly campaign: string; readonly state: string; readonly at: number }[];
  readonly addresses: readonly string[];
  readonly refused: readonly string[];
}

const DAY_MS = 86_400_000;
const NOW = NOON.getTime();
const { patients } = todaysRules({ now: NOON }).rules;

/** Group by group, as a person would read it aloud. A group without a word in it says nothing. */
export function isMeant(node: Node, who: Told): boolean {
  if (!("match" in node)) return (JUDGES[node.kind] as (asked: Criterion, who: Told) => boolean)(node, who);
  const spoken = node.of.filter(speaks);
  if (spoken.length === 0) return true;
  const verdicts = spoken.map((each) => isMeant(each, who));
  return { all: verdicts.every(Boolean), any: verdicts.some(Boolean), none: !verdicts.some(Boolean) }[node.match];
}

function speaks(node: Node): boolean {
  return !("match" in node) || (node as Group).of.some(speaks);
}

const within = (value: number | null, { from, to }: Range) =>
  value !== null && value >= from && value <= (to ?? Number.POSITIVE_INFINITY);
const fact = <T>(who: Told, name: string) => (who.facts[name] ?? null) as T | null;

/** Sector 2: the Optam told, or else the option that was told; null when neither was. */
function optamOf(who: Told): boolean | null {
  return fact<boolean>(who, "optam") ?? (fact(who, "optam_variant") === null ? null : true);
}

function distance(who: Told): number | null {
  if (who.specialty !== "general-practice") return null;
  const [total, adults] = [fact<number>(who, "mt_total"), fact<number>(who, "mt_adult")];
  if (total !== null) return total - patients.minimum;
  return adults !== null && adults >= patients.minimum ? adults - patients.minimum : null;
}

function lastResult(who: Told): string | null {
  return [...who.reports].sort((a, b) => b.at - a.at)[0]?.result ?? null;
}

function daysSinceContact(who: Told): number | null {
  const on = fact<string>(who, "contacted_on");
  return on === null ? null : Math.round((Date.parse("2026-11-24") - Date.parse(on)) / DAY_MS);
}

const JUDGES: { readonly [K in Kind]: (asked: Criterion<K>, who: Told) => boolean } = {
  verdict: ({ is }, { verdict }) => (is as string[]).includes(verdict),
  failing: ({ is }, { failing }) => codesIn(failing).some((code) => is.includes(code)),
  nearness: ({ side, ...ends }, who) => {
    const by = distance(who);
    if (by === null) return false;
    if (side === "either") return within(Math.abs(by), ends);
    return side === "above" ? by >= 0 && within(by, ends) : by < 0 && within(-by, ends);
  },
  zone: ({ is }, { zone }) => (is as string[]).includes(zone ?? "unknown"),
  specialty: ({ is }, { specialty }) =>
    (is as string[]).includes(specialty) || (is.includes("specialists") && specialty !== "general-practice"),
  "fee-sector": ({ is }, who) => {
    const sector = fact<string>(who, "fee_sector");
    if (sector === null) return false;
    if ((is as string[]).includes(sector)) return true;
    const optam = optamOf(who);
    return (
      sector === "2" && ((is.includes("2-optam") && optam === true) || (is.includes("2-no-optam") && optam === false))
    );
  },
  sector: ({ is }, { sector }) => sector !== null && is.includes(sector),
  fund: ({ is }, { fund }) => is.includes(fund),
  "practice-size": (ends, { colleagues }) => within(colleagues, ends),
  priority: (ends, { priority }) => within(priority, ends),
  stage: ({ is }, { stage }) => (is as string[]).includes(stage === null ? "none" : stage.lost ? "lost" : stage.stage),
  contact: (asked, who) => {
    const ago = daysSinceContact(who);
    if (asked.when === "never") return ago === null;
    return ago !== null && (asked.when === "within" ? ago <= asked.days : ago > asked.days);
  },
  "last-visit": ({ is }, who) =>
    (is as (string | null)[]).includes(lastResult(who)) ||
    (is.includes("never-met") && who.reports.every(({ result }) => result === "absent")),
  objection: ({ is }, { reports }) =>
    reports.some(({ objections }) => objections.some((code) => (is as string[]).includes(code))),
  campaign: ({ received, campaignId, days }, { letters }) =>
    received ===
    letters.some(
      ({ campaign, state, at }) =>
        state === "accepted" &&
        (campaignId === null || campaign === campaignId) &&
        (days === null || at >= NOW - days * DAY_MS),
    ),
  booked: ({ yes }, { visitsBookedAt }) => yes === visitsBookedAt.some((at) => at >= NOW),
  contract: ({ signed }, who) => signed === (fact(who, "signed_on") !== null),
  "unknown-fact": ({ is }, who) => is.some((name) => fact(who, name) === null),
  email: ({ usable }, { addresses }) => usable === addresses.includes("plain"),
  "opt-out": ({ of, noted }, { refused }) => noted === refused.some((channel) => (of as string[]).includes(channel)),
};
