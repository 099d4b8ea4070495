import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { messageFile } from "./deliverability.server";

/** The message byte for byte; a browser must not show it, whatever it holds. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, raw } = await enter(args, "campaign.read", (ctx) => messageFile(ctx, args.params.digest));
  const headers = {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename="${name}"`,
  };
  return new Response(new Uint8Array(raw), { headers: { ...headers, "Cache-Control": "no-store" } });
}
