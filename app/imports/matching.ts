import { firstNameLikeness, lastNameLikeness } from "~/doctors/names";
import type { SpecialtyFamily } from "~/doctors/specialty";
import type { AmeliRow } from "./ameli/row";
import { foldedStreet } from "./streets";

/** A doctor at one of his places: a doctor with two practices is two candidates with one doctorId. */
export type Candidate = {
  doctorId: number;
  lastName: string;
  firstName: string | null;
  family: SpecialtyFamily | null;
  addressLine: string | null;
  postcode: string | null;
  town: string | null;
  phone: string | null;
};

export type AmeliIdentity = Pick<
  AmeliRow,
  "lastName" | "firstName" | "family" | "addressLine" | "postcode" | "town" | "phone"
>;

export type MatchScore = { score: number; reasons: string[] };
export type ScoredCandidate = MatchScore & { doctorId: number };

export type MatchDecision =
  | { kind: "sure"; doctorId: number }
  | { kind: "doubt"; candidates: ScoredCandidate[] }
  | { kind: "none" };

/** 0 to 100. The name is worth most and nothing goes without it; the rest tells homonyms apart. */
export function matchScore(line: AmeliIdentity, candidate: Candidate): MatchScore {
  const last = lastNameLikeness(line.lastName, candidate.lastName);
  if (last.value === 0) return { score: 0, reasons: [last.why] };
  const first = firstNameLikeness(line.firstName ?? "", candidate.firstName ?? "");
  const parts: Part[] = [
    { points: 40 * last.value, why: last.why },
    { points: first.value === 0 ? -30 : 20 * first.value, why: first.why },
    familyPart(line.family, candidate.family),
    groundPart(line, candidate),
    ...streetPart(line.addressLine, candidate.addressLine),
    ...phonePart(line.phone, candidate.phone),
  ];
  const total = parts.reduce((sum, part) => sum + part.points, 0);
  return { score: Math.max(0, Math.min(100, Math.round(total))), reasons: parts.map((part) => part.why) };
}

const SURE = 80;
const POSSIBLE = 55;
/** A homonym this close makes a person decide. */
const MARGIN = 15;
const MOST_SHOWN = 5;

export function decide(scores: readonly ScoredCandidate[]): MatchDecision {
  const ranked = bestOfEach(scores).filter((each) => each.score >= POSSIBLE);
  const [first, second] = ranked;
  if (!first) return { kind: "none" };
  if (first.score >= SURE && first.score - (second?.score ?? 0) >= MARGIN)
    return { kind: "sure", doctorId: first.doctorId };
  return { kind: "doubt", candidates: ranked.slice(0, MOST_SHOWN) };
}

type Part = { points: number; why: string };

function bestOfEach(scores: readonly ScoredCandidate[]): ScoredCandidate[] {
  const best = new Map<number, ScoredCandidate>();
  for (const each of scores) {
    if (each.score > (best.get(each.doctorId)?.score ?? -1)) best.set(each.doctorId, each);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.doctorId - b.doctorId);
}

function familyPart(one: SpecialtyFamily | null, other: SpecialtyFamily | null): Part {
  if (!one || !other) return { points: 0, why: "spécialité inconnue" };
  return one === other ? { points: 15, why: "même spécialité" } : { points: -25, why: "spécialités différentes" };
}

/** Postcodes may be a CEDEX or a slip (01220 for 01120): the town then speaks. */
function groundPart(line: AmeliIdentity, candidate: Candidate): Part {
  if (line.postcode && line.postcode === candidate.postcode) return { points: 15, why: "même code postal" };
  if (line.town && candidate.town && sameTown(line.town, candidate.town)) return { points: 13, why: "même commune" };
  if (!line.postcode || !candidate.postcode) return { points: 0, why: "code postal absent" };
  const near = line.postcode.slice(0, 2) === candidate.postcode.slice(0, 2);
  return near ? { points: 4, why: "même département" } : { points: -10, why: "départements différents" };
}

/** « PARIS » and « Paris 8e Arrondissement », « ST NAZAIRE » and « Saint-Nazaire ». */
function sameTown(one: string, other: string): boolean {
  const [a, b] = [one, other].map((town) => foldedStreet(town).replace(/ \d+ ?e?r? arrondissement$/, ""));
  return a === b;
}

function streetPart(one: string | null, other: string | null): Part[] {
  if (!one || !other) return [];
  if (foldedStreet(one) === foldedStreet(other)) return [{ points: 10, why: "même adresse" }];
  const [a, b] = [wayName(one), wayName(other)];
  return a !== "" && a === b ? [{ points: 6, why: "même rue" }] : [];
}

function wayName(street: string): string {
  return foldedStreet(street).replace(/^\d+ ([a-z] |bis |ter )?/, "");
}

function phonePart(one: string | null, other: string | null): Part[] {
  return one && one === other ? [{ points: 10, why: "même téléphone" }] : [];
}
