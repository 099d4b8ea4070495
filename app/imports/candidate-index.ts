import { folded } from "~/doctors/names";
import type { AmeliIdentity, Candidate } from "./matching";

/** Finds, without comparing everybody with everybody, the doctors a line could mean. */
export function candidateIndex(candidates: readonly Candidate[]): (line: AmeliIdentity) => Candidate[] {
  const byWord = new Map<string, Candidate[]>();
  const byStart = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const words = nameWords(candidate.lastName);
    for (const word of words) push(byWord, word, candidate);
    if (candidate.postcode) push(byStart, `${candidate.postcode}${words.join("").slice(0, 2)}`, candidate);
  }
  return (line) => {
    const words = nameWords(line.lastName);
    const found = new Set(words.flatMap((word) => byWord.get(word) ?? []));
    // A slip in the name hides it from the words: neighbours whose name begins alike are looked at too.
    for (const neighbour of byStart.get(`${line.postcode}${words.join("").slice(0, 2)}`) ?? []) found.add(neighbour);
    return [...found];
  };
}

/** Particles alone would call everybody named « de ». */
function nameWords(lastName: string): string[] {
  const words = folded(lastName).split(" ");
  const telling = words.filter((word) => word.length > 2);
  return [...(telling.length > 0 ? telling : words), words.join("")];
}

function push<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
