const MIN = 15;
const MAX = 128;

/** What is wrong with a new password, or null. Length and no composition rule (ASVS 6.2, CNIL 2022-100). */
export function passwordProblem(password: string, owner: { email: string; name: string }): string | null {
  const length = [...password].length;
  if (length < MIN) return `Au moins ${MIN} caractères : une phrase de quatre mots convient très bien.`;
  if (length > MAX) return `Au plus ${MAX} caractères.`;
  const folded = password.toLowerCase();
  const known = [owner.email.split("@")[0] ?? "", ...owner.name.split(/\s+/), "tandem", "motdepasse", "assurance"];
  const rest = known
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word.toLowerCase(), ""), folded);
  if (new Set(rest).size < 5) return "Trop facile à deviner : évitez votre nom, les répétitions et les suites.";
  return null;
}
