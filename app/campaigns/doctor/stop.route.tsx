import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { enterAsAddressee, submitAsAddressee } from "~/access/addressee.server";
import { AuthFrame } from "~/ui/auth-frame";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { openStop, stopAsAsked } from "./addressee.server";
import { stopForm } from "./doctor.form";

export const meta: MetaFunction = () => [
  { title: "Ne plus recevoir ces courriels" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return enterAsAddressee(args, (ctx) => openStop(ctx, args.params.token));
}

export async function action(args: ActionFunctionArgs) {
  return submitAsAddressee(args, stopForm, (ctx, ask) => stopAsAsked(ctx, args.params.token, ask));
}

export default function Stop() {
  const { token, name, fund, address, categoryLabel, category, isStopped, isAllStopped } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isStatutory = category === "statutory";
  return (
    <AuthFrame
      title="Ne plus recevoir ces courriels"
      intro={`${name}, ${fund} vous écrit à ${address}.`}
      foot={<Link to={`/lettre/${token}/pourquoi-moi`}>Pourquoi moi, et quelles données</Link>}
    >
      {answer && "done" in answer && (
        <Notice kind="good" title="C'est noté" live>
          Plus aucun courriel de cette nature ne partira. Ceux qui étaient en main à l'instant même peuvent encore
          arriver.
        </Notice>
      )}
      {isStatutory && (
        <Notice kind="info">
          Ce courriel répond à une obligation d'informer : refuser les autres courriels de la caisse reste possible.
        </Notice>
      )}
      {isAllStopped ? (
        <p>Vous ne recevez plus aucun courriel d'information de la caisse.</p>
      ) : (
        <Form method="post" className="stack">
          {!isStopped && !isStatutory && (
            <Button type="submit" name="scope" value="category" kind="primary" wide>
              Ne plus recevoir : {categoryLabel}
            </Button>
          )}
          <Button type="submit" name="scope" value="all" kind={isStatutory || isStopped ? "primary" : "secondary"} wide>
            Ne plus recevoir aucun courriel de ce type d'envoi
          </Button>
        </Form>
      )}
    </AuthFrame>
  );
}
