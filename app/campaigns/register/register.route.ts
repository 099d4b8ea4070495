import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { csvDownload } from "~/access/download.server";
import { registerOf } from "./register.server";

/** Every line of the books, as a file a spreadsheet can open without harm. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, pages } = await enter(args, "campaign.read", (ctx) => registerOf(ctx, args.params.campaignId));
  return csvDownload(args, "campaign.read", name, pages);
}
