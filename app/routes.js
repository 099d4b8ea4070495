/**
 * The front door: every URL of the product, in French, and the screen that answers it.
 * @param {import("@remix-run/dev/dist/config/routes.js").DefineRouteFunction} route
 */
export function routes(route) {
  route("/connexion", "access/sign-in.route.tsx");
  route("/deconnexion", "access/sign-out.route.ts");
}
