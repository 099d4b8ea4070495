import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { can } from "~/access/permissions";

/** « Visites » opens on the day it is, or on the calendar for who only looks. */
export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", async ({ actor }) =>
    redirect(can(actor, "visit.plan") ? "/visites/journee" : "/visites/calendrier"),
  );
}
