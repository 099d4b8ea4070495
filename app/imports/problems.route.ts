import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { csvDownload } from "~/access/download.server";
import { problemReport } from "./problems.server";

/** Every rejected or remarked line, as a file a spreadsheet can open without harm. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, pages } = await enter(args, "import.manage", (ctx) => problemReport(ctx, args.params.importId!));
  return csvDownload(args, "import.manage", name, pages);
}
