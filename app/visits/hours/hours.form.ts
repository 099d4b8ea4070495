import { z } from "zod";

const day = z
  .string("Écrivez les ouvertures sur une seule ligne.")
  .max(120, "Cette ligne est trop longue.")
  .default("");

export const hoursFields = {
  day1: day,
  day2: day,
  day3: day,
  day4: day,
  day5: day,
  day6: day,
  day7: day,
  /** When the hours that the form showed were noted; empty when there were none. */
  seen: z.string().max(40).default(""),
};

export const closureFields = { fromOn: z.string().max(10).default(""), toOn: z.string().max(10).default("") };
