import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { submit } from "~/access/doorway.server";
import { receive } from "./report/inbox.server";
import { inboxForm } from "./report/report.form";

/** What phones send when they can: data, without a page around it. */
export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", inboxForm, receive);
}

export const loader = () => redirect("/visites/journee");
