import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { fileDownload } from "~/access/download.server";
import { exportAsked } from "./exporting.server";

/** A list as a workbook or a comma file, with the filters of its page. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = await enter(args, "self.manage", async ({ now }) => exportAsked(args.params.file, query, now));
  return fileDownload(args, asked.permission, asked.file, asked.pieces);
}
