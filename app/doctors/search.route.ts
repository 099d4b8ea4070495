import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { findDoctors } from "./browse.server";

/** What Ctrl K asks while somebody types. */
export async function loader(args: LoaderFunctionArgs) {
  const words = new URL(args.request.url).searchParams.get("q") ?? "";
  return enter(args, "doctor.read", async (ctx) => ({ doctors: await findDoctors(ctx, words) }));
}
