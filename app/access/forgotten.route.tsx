import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { AuthFrame } from "~/ui/auth-frame";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { TextInput } from "~/ui/text-input";
import { submitAsGuest } from "./doorway.server";
import { askForPasswordLink } from "./password-link.server";
import { forgottenForm } from "./sign-in.form";

export const meta: MetaFunction = () => [{ title: "Mot de passe oublié · Tandem" }];

export async function action(args: ActionFunctionArgs) {
  return submitAsGuest(args, forgottenForm, async ({ email }) => {
    await askForPasswordLink(args.context.services, args.context.address, email);
    return { asked: true as const };
  });
}

export default function Forgotten() {
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const refused = answer && "error" in answer ? answer : undefined;
  return (
    <AuthFrame title="Mot de passe oublié" foot={<Link to="/connexion">Retour à la connexion</Link>}>
      {answer && "asked" in answer ? (
        <Notice kind="info" title="Consultez votre messagerie" live>
          Si un compte existe à cette adresse, une lettre vient d'y partir. Son lien est valable une heure.
        </Notice>
      ) : (
        <Form method="post" className="form" noValidate>
          <FormErrors problems={refused?.fields} message={refused?.error} />
          <TextInput
            name="email"
            label="Adresse e-mail"
            type="email"
            autoComplete="username"
            required
            error={refused?.fields.email}
            help="Nous y enverrons un lien pour choisir un nouveau mot de passe."
          />
          <Button type="submit" kind="primary" wide busy={isBusy}>
            Recevoir un lien
          </Button>
        </Form>
      )}
    </AuthFrame>
  );
}
