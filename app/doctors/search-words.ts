import { folded } from "./names";

/** What was typed, ready to be compared with the folded line of search of a doctor. */
export interface Wanted {
  /** Three signs or more: each must be somewhere in the line. */
  readonly words: readonly string[];
  /** Shorter: each must begin a word of the line. */
  readonly beginnings: readonly string[];
  /** Set when only short words were typed: how the name begins. */
  readonly prefix: string | null;
}

const LONGEST = 200;
const MOST_WORDS = 6;
const SHORTEST_WORD = 3;
const TITLES = new Set(["dr", "docteur", "pr", "professeur", "mme", "madame", "monsieur"]);
/** The directory writes these in full; people and postal addresses do not. */
const IN_FULL: Readonly<Record<string, string>> = { st: "saint", ste: "sainte" };

/** Null when there is nothing to look for: an empty field, one letter, the first digits of a number. */
export function wantedBy(typed: string): Wanted | null {
  const words = spelled(typed);
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  const short = words.filter((word) => word.length < SHORTEST_WORD);
  if (long.length > 0) return { words: long, beginnings: short, prefix: null };
  const prefix = words.join(" ");
  return /[a-z]{2}|[a-z] [a-z]/.test(prefix) ? { words: [], beginnings: [], prefix } : null;
}

function spelled(typed: string): string[] {
  const signs = atHome(typed.slice(0, LONGEST));
  const words = gathered(folded(signs).split(" ").filter(Boolean));
  const named = words.filter((word) => !TITLES.has(word));
  const full = named.map((word, rank) => (rank < named.length - 1 ? (IN_FULL[word] ?? word) : word));
  return [...new Set(full)].slice(0, MOST_WORDS);
}

/** « +33 2 40 » and « 0033 (0)2 40 » are dialled 02 40 at home. */
function atHome(typed: string): string {
  return typed.replace(/(?<!\d)(?:\+|00)33[\s.-]*(?:\(0\))?[\s.-]*(?=[1-9])/g, "0");
}

/** Phones and RPPS numbers are typed in groups: « 02 61 91 » is one run of digits. A postcode stays alone. */
function gathered(words: readonly string[]): string[] {
  const runs: string[] = [];
  let open = false;
  for (const word of words) {
    const isGroup = /^\d{1,4}$/.test(word);
    if (isGroup && open) runs[runs.length - 1] += word;
    else runs.push(word);
    open = isGroup;
  }
  return runs;
}
