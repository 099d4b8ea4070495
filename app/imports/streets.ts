import { folded } from "~/doctors/names";

/** « 0012 », « B », « Rue », « DES LILAS » → « 12 B Rue DES LILAS ». Zero-filled numbers are what geocoders refuse. */
export function streetLine(number: string, index: string, type: string, street: string): string {
  return [number.replace(/^0+(?=\d)|^0+$/, ""), index, type, street].filter((part) => part !== "").join(" ");
}

/** « 10 RUE DU CENTRE - CS 30001 » → the street, and the box that says where the mail waits. */
export function withoutPostBox(text: string): { street: string; postBox: string } {
  const street = text.replace(/^0+(?=\d)|^0+\s+(?=\D)/, "");
  const box = /[\s,-]*\b((?:CS|BP|TSA)\s*\d+)\s*$/i.exec(street);
  return box ? { street: street.slice(0, box.index).trim(), postBox: box[1] ?? "" } : { street, postBox: "" };
}

/** The form in which two spellings of one address meet. */
export function foldedStreet(text: string): string {
  const words = folded(text).split(" ");
  return words.map((word, rank) => WORDS[word] ?? (rank < 3 ? (WAYS[word] ?? word) : word)).join(" ");
}

const WORDS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  dr: "docteur",
  gal: "general",
  mal: "marechal",
};

/** Kinds of way are shortened only near the number: further on, « r » or « pl » is somebody's initial. */
const WAYS: Readonly<Record<string, string>> = {
  r: "rue",
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  pl: "place",
  all: "allee",
  che: "chemin",
  chem: "chemin",
  rte: "route",
  imp: "impasse",
  sq: "square",
  crs: "cours",
  qu: "quai",
  fg: "faubourg",
  fbg: "faubourg",
  pass: "passage",
  res: "residence",
  lot: "lotissement",
  esp: "esplanade",
  prom: "promenade",
  rpt: "rond point",
};
