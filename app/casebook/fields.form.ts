import { z } from "zod";
import { STAFFING_OPTIONS } from "~/aids/options";
import { isDay } from "~/calendar/day";

export const day = z.string("une date au format AAAA-MM-JJ est attendue").refine(isDay, "cette date n'existe pas");

export const flag = z.boolean("« true », « false » ou « null » est attendu").nullish();

export const count = z.number("un nombre est attendu").min(0, "un nombre négatif n'a pas de sens").nullish();

/** Share of an objective that was reached: may pass 1. */
export const ratio = z.number("un nombre est attendu").min(0, "un nombre négatif n'a pas de sens").nullish();

export const fraction = z
  .number("une part entre 0 et 1 est attendue")
  .min(0, "une part est au moins 0")
  .max(1, "une part est au plus 1")
  .nullish();

/** Codes are written in capitals without accents; a careless file is read all the same. */
export const code = z
  .string("un code est attendu")
  .transform((text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .trim()
      .toUpperCase()
      .replace(/[\s'’-]+/g, "_"),
  )
  .nullish();

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, `une de ces valeurs est attendue : ${values.join(", ")}`).nullish();
}

/** 0.5 and "1/2" are the same option; spreadsheets write sectors and options as numbers. */
export const option = z.preprocess((value) => SAME_OPTION[String(value)] ?? value, oneOf(STAFFING_OPTIONS));

export const asText = (value: unknown) => (typeof value === "number" ? String(value) : value);

const SAME_OPTION: Record<string, string> = {
  "0.5": "0.5",
  "0,5": "0.5",
  "1/2": "0.5",
  "1": "1",
  "1.0": "1",
  "1.5": "1.5",
  "1,5": "1.5",
  "2": "2",
  "2.0": "2",
};
