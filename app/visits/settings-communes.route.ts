import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter, readSearch } from "~/access/doorway.server";
import { suggestCommunes } from "./settings/base.server";
import { communeSearch } from "./settings/settings.form";

/** The list under the field of the commune. */
export async function loader(args: LoaderFunctionArgs) {
  const { q } = readSearch(args.request, communeSearch);
  return enter(args, "visit.plan", (ctx) => suggestCommunes(ctx, q));
}
