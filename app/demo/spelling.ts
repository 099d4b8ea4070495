/** As directories print it: capitals, no accents, blanks for apostrophes. */
export function plain(text: string): string {
  return unaccented(text).toUpperCase().replace(/['’]/g, " ");
}

/** As the RPPS prints a name: capitals, apostrophes and hyphens kept. */
export function capitals(text: string): string {
  return unaccented(text).toUpperCase();
}

/** As postal lines print a town: no hyphens, saints shortened, no arrondissement. */
export function postalTown(name: string): string {
  return plain(name)
    .replace(/ \d+ER? ARRONDISSEMENT$/, "")
    .replaceAll("-", " ")
    .replace(/\bSAINTE\b/g, "STE")
    .replace(/\bSAINT\b/g, "ST");
}

/** As e-mail addresses print it. */
export function slug(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** « de » before a town: d'Angers, du Mans, des Herbiers, de La Flèche. */
export function ofTown(name: string): string {
  if (name.startsWith("Le ")) return `du ${name.slice(3)}`;
  if (name.startsWith("Les ")) return `des ${name.slice(4)}`;
  return /^[AEIOUY]/.test(unaccented(name)) ? `d'${name}` : `de ${name}`;
}

export function unaccented(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/Œ/g, "OE");
}
