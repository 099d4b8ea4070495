import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { enterAsAddressee, submitAsAddressee } from "~/access/addressee.server";
import { AuthFrame } from "~/ui/auth-frame";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { askForContact, openMeeting } from "./addressee.server";
import { contactForm } from "./doctor.form";

export const meta: MetaFunction = () => [{ title: "Demander un rendez-vous" }, { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  return enterAsAddressee(args, (ctx) => openMeeting(ctx, args.params.token));
}

export async function action(args: ActionFunctionArgs) {
  return submitAsAddressee(args, contactForm, (ctx, { kind }) => askForContact(ctx, args.params.token, kind));
}

export default function Meeting() {
  const { token, name, fund, delegate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const who = delegate ?? "votre caisse";
  return (
    <AuthFrame
      title="Demander un rendez-vous ou un appel"
      intro={`${name}, ${delegate ? `${delegate}, votre délégué à ${fund},` : fund} vous recontacte.`}
      foot={<Link to={`/lettre/${token}/ma-simulation`}>Revoir ma simulation</Link>}
    >
      {answer && "error" in answer && <FormErrors message={answer.error} />}
      {answer && "done" in answer ? (
        <Notice kind="good" title="C'est transmis" live>
          {who} vous recontacte dans les jours ouvrés qui viennent.
        </Notice>
      ) : (
        <Form method="post" className="stack">
          <Button type="submit" name="kind" value="visit" kind="primary" wide>
            Demander une visite au cabinet
          </Button>
          <Button type="submit" name="kind" value="call" wide>
            Être rappelé
          </Button>
        </Form>
      )}
    </AuthFrame>
  );
}
