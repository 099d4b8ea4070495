import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useNavigate,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useCallback } from "react";
import { enter } from "~/access/doorway.server";
import { initials } from "~/format/names";
import type { CommandResult } from "~/ui/command-results";
import { ErrorPage } from "~/ui/error-page";
import { Frame } from "~/ui/frame";
import { frameOf } from "./frame.server";
import { entriesFor } from "./navigation";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "self.manage", frameOf);
}

export default function SignedIn() {
  const frame = useLoaderData<typeof loader>();
  return (
    <Surroundings frame={frame}>
      <Outlet />
    </Surroundings>
  );
}

type FrameData = ReturnType<typeof useLoaderData<typeof loader>>;

function Surroundings({ frame, children }: { frame: FrameData; children: React.ReactNode }) {
  const navigate = useNavigate();
  const [firstName = "", ...rest] = frame.name.split(" ");
  const entries = entriesFor(frame.role);
  const search = useCallback(
    (text: string, signal: AbortSignal) => (frame.mayFindDoctors ? findDoctors(text, signal) : Promise.resolve([])),
    [frame.mayFindDoctors],
  );
  return (
    <Frame
      home="/"
      fund={frame.fund}
      user={{ name: frame.name, initials: initials({ lastName: rest.join(" "), firstName }) }}
      userMenu={[
        { id: "account", label: `Mon compte (${frame.roleLabel})`, icon: "user", to: "/mon-compte" },
        { id: "leave", label: "Se déconnecter", icon: "logout", onAction: leave },
      ]}
      entries={entries}
      search={search}
      searchHint={frame.mayFindDoctors ? "Rechercher un médecin, une commune" : "Aller à une page"}
      actions={entries.map(({ to, label, icon }) => ({ id: to, group: "Pages", label, icon, run: () => navigate(to) }))}
    >
      {children}
    </Frame>
  );
}

async function findDoctors(text: string, signal: AbortSignal): Promise<CommandResult[]> {
  const answer = await fetch(`/medecins/recherche?q=${encodeURIComponent(text)}`, { signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { doctors } = (await answer.json()) as { doctors: { id: number; name: string; where: string }[] };
  return doctors.map(({ id, name, where }) => ({
    id: `doctor-${id}`,
    group: "Médecins",
    label: name,
    detail: where,
    icon: "doctors",
    to: `/medecins/${id}`,
  }));
}

/** A form and not a link: leaving changes something, and links are followed by machines. */
function leave() {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/deconnexion";
  document.body.append(form);
  form.submit();
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("home/frame.route");
  const page = <ShownError error={error} />;
  return frame ? <Surroundings frame={frame}>{page}</Surroundings> : <main className="alone">{page}</main>;
}

/** The same three answers whatever went wrong; our own bugs say nothing of themselves. */
function ShownError({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = isRouteErrorResponse(error) ? (error.data as { error?: string } | null)?.error : undefined;
  const home = <a href="/">Revenir à l'accueil</a>;
  switch (status) {
    case 404:
      return (
        <ErrorPage
          title="Introuvable"
          what={said ?? "Cette adresse ne mène à rien."}
          todo="Vérifiez l'adresse, ou cherchez avec Ctrl K."
          action={home}
        />
      );
    case 403:
      return (
        <ErrorPage
          title="Accès refusé"
          what={said ?? "Votre rôle ne donne pas accès à cette page."}
          todo="Demandez ce droit à l'administration de votre caisse."
          action={home}
        />
      );
    case 409:
    case 422:
    case 503:
      return (
        <ErrorPage
          title="Demande interrompue"
          what={said}
          safe="Rien n'a été modifié."
          todo="Revenez à la page précédente et réessayez."
          action={home}
        />
      );
    default:
      return (
        <ErrorPage
          title="Une erreur s'est produite"
          what="Tandem n'a pas pu afficher cette page."
          safe="Ce que vous aviez enregistré est gardé."
          todo="Réessayez dans un instant. Si cela recommence, prévenez l'assistance en donnant l'heure."
          action={home}
        />
      );
  }
}
