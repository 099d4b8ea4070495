import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter, readSearch } from "~/access/doorway.server";
import { figuresFor } from "./figures.server";
import { figuresSearch } from "./segments.form";

/** What the builder asks at each change. */
export async function loader(args: LoaderFunctionArgs) {
  const { criteres, segment } = readSearch(args.request, figuresSearch);
  return enter(args, "segment.read", (ctx) => figuresFor(ctx, criteres, segment));
}
