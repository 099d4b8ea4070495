export const LONGEST_NAME = 80;

/** What a new letter begins with. */
export const STARTS = ["model", "blank"] as const;

/** « Aide à l'emploi » → « Aide à l'emploi (copie) », cut so that it still is a name. */
export function copyName(name: string): string {
  const suffix = " (copie)";
  return `${name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
}
