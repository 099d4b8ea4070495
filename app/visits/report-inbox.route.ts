import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter, submit } from "~/access/doorway.server";
import { receive } from "./report/inbox.server";
import { inboxForm } from "./report/report.form";

/** What phones send when they can: data, without a page around it. */
export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", inboxForm, receive);
}

/** Somebody who reads this address instead of sending to it. */
export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.plan", async () => redirect("/visites/journee"));
}
