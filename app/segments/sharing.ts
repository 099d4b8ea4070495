/** What a person may call an audience. */
export const LONGEST_NAME = 80;

/** « Proches du seuil » → « Proches du seuil (copie) », within the length of a name. */
export function copyName(name: string): string {
  const mark = " (copie)";
  return `${name.slice(0, LONGEST_NAME - mark.length).trimEnd()}${mark}`;
}
