import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { enterAsAddressee, submitAsAddressee } from "~/access/addressee.server";
import { french } from "~/format/typography";
import { AuthFrame } from "~/ui/auth-frame";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { stopForm } from "./candidate.form";
import { openStop, stopAsAsked } from "./stop.server";

export const meta: MetaFunction = () => [
  { title: "Ne plus recevoir ces lettres" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return enterAsAddressee(args, (ctx) => openStop(ctx, args.params.token));
}

export async function action(args: ActionFunctionArgs) {
  return submitAsAddressee(args, stopForm, (ctx, ask) => stopAsAsked(ctx, args.params.token, ask));
}

export default function Stop() {
  const { email, fund, isStopped } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AuthFrame
      title="Ne plus recevoir ces lettres"
      intro={email === null ? `${fund} garde votre fiche de candidat.` : `${fund} vous écrit à ${email}.`}
    >
      {answer && "done" in answer && (
        <Notice kind="good" title="C'est noté" live>
          Plus aucune lettre d'information ne partira.
        </Notice>
      )}
      <Form method="post" className="stack">
        {!isStopped && (
          <Button type="submit" name="scope" value="letters" kind="primary" wide>
            Ne plus recevoir de lettre
          </Button>
        )}
        <Button type="submit" name="scope" value="all" kind="secondary" wide>
          Effacer toutes mes données
        </Button>
        <p className="soft small">L'effacement est immédiat et ne peut pas être annulé.</p>
      </Form>
    </AuthFrame>
  );
}

/** Erased, or never written: the page says the same of both. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <AuthFrame title="Aucune donnée" intro="Aucune fiche ne correspond à ce lien.">
      <Notice kind="good">
        {french("Si vous venez de demander votre effacement, il est fait : nous ne gardons plus rien.")}
      </Notice>
    </AuthFrame>
  );
}
