/** The five ways a use case can say no. Doorways translate them; nothing else catches them. */
export type Refusal = "not-found" | "forbidden" | "invalid" | "conflict" | "unavailable";

export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    /** What the user reads, in French. */
    message: string,
    /** By field name, what is wrong with it. */
    readonly fields: Record<string, string[]> = {},
  ) {
    super(message);
    this.name = "Refused";
  }
}

export const notFound = (what: string) => new Refused("not-found", `${what} introuvable.`);
export const invalid = (fields: Record<string, string[]>, message = "Certains champs sont à corriger.") =>
  new Refused("invalid", message, fields);
export const conflict = (why: string) => new Refused("conflict", why);
export const unavailable = (why: string) => new Refused("unavailable", why);
