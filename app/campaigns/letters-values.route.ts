import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter, readSearch } from "~/access/doorway.server";
import { valuesSearch } from "./letters/letters.form";
import { exampleOf } from "./letters/preview.server";

/** What « Aperçu pour… » asks when a doctor is chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const { medecin } = readSearch(args.request, valuesSearch);
  return enter(args, "letter.read", (ctx) => exampleOf(ctx, medecin));
}
