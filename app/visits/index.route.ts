import { redirect } from "@remix-run/node";

/** « Visites » opens on the day it is. */
export const loader = () => redirect("/visites/journee");
