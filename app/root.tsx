import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "~/ui/error-page";
import theme from "~/ui/theme/theme.css?url";
import { UiRoot } from "~/ui/ui-root";
import { useNonce } from "./server/nonce";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: theme },
  { rel: "icon", href: FAVICON, type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Tandem" }];

/** The mark, small: two linked circles. */
const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='%230B5D66' stroke-width='4'%3E%3Ccircle cx='11' cy='16' r='8'/%3E%3Ccircle cx='21' cy='16' r='8'/%3E%3C/svg%3E";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* React Aria reads its nonce here. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <UiRoot>{children}</UiRoot>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const KNOWN: Record<number, { title: string; what: string; todo: string }> = {
  403: {
    title: "Accès refusé",
    what: "Votre rôle ne donne pas accès à cette page.",
    todo: "Revenez à l'accueil, ou demandez cet accès à l'administration de votre caisse.",
  },
  404: { title: "Page introuvable", what: "Cette adresse ne mène à rien.", todo: "Vérifiez l'adresse." },
};
const UNKNOWN = {
  title: "Une erreur s'est produite",
  what: "Tandem n'a pas pu afficher cette page.",
  todo: "Réessayez dans un instant.",
};

/** What happens outside the frame: an unknown address, a screen that fills the page, a fault before anybody is known. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { title, what, todo } = (isRouteErrorResponse(error) && KNOWN[error.status]) || UNKNOWN;
  return (
    <main className="alone">
      <ErrorPage
        title={title}
        what={what}
        safe="Ce que vous aviez enregistré est gardé."
        todo={todo}
        action={<a href="/">Revenir à l'accueil</a>}
      />
    </main>
  );
}
