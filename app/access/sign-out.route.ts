import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "./session.server";

export const loader = () => redirect("/");

export async function action({ request, context }: ActionFunctionArgs) {
  return redirect("/connexion", { headers: { "Set-Cookie": await closeSession(request, context) } });
}
