import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { csvText } from "~/access/download.server";
import { growthLines } from "./export.server";

export async function loader(args: LoaderFunctionArgs) {
  return csvText(
    "patientele.csv",
    await enter(args, "contract.read", (ctx) => growthLines(ctx, args.params.contractId)),
  );
}
