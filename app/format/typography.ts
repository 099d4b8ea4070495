/** U+00A0, before a colon, inside guillemets, between a number and its unit. */
export const NO_BREAK = "\u00a0";

/** U+202F, before ; ! ? % and between thousands. */
export const NARROW = "\u202f";

/**
 * Makes the spaces French typography forbids to break unbreakable. Only spaces that are there are changed, so that
 * addresses and codes typed without them stay whole.
 */
export function french(text: string): string {
  return text
    .replace(/ ([;!?%])/g, `${NARROW}$1`)
    .replace(/ ([:»€])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(\d) (h|min|km|s|ans?|mois|jours?|patients?|médecins?)\b/g, `$1${NO_BREAK}$2`)
    .replace(/\b(h) (?=\d{2}\b)/g, `$1${NO_BREAK}`)
    .replace(/\b(Drs?|Pr|M\.|Mme|art\.|n°) (?=\S)/g, `$1${NO_BREAK}`);
}

/** « text », with the spaces that keep the quotes on the line of their word. */
export function quoted(text: string): string {
  return `«${NO_BREAK}${text}${NO_BREAK}»`;
}

/** ["a", "b", "c"] → « a, b et c ». */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;
}
