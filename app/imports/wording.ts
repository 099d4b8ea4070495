import { french, quoted } from "~/format/typography";

/** What happened, what is safe, what to do: the three things a person wants to know of a file that is not taken. */
export function refusal(what: string, todo: string): { ok: false; why: string } {
  return { ok: false, why: french(`${what} Rien n'a été importé et les données en place sont inchangées. ${todo}`) };
}

/** A value of the file inside a sentence: short, and without what could break the line it is shown on. */
export function shown(value: string): string {
  const plain = value.replace(/\p{C}+/gu, " ").trim();
  return quoted(plain.length > 60 ? `${plain.slice(0, 60)}…` : plain);
}
