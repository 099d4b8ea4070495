import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AuthFrame } from "~/ui/auth-frame";
import { Button, LinkButton } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { enterAsGuest, submitAsGuest } from "./doorway.server";
import { PasswordFields } from "./password-fields";
import { passwordLink, usePasswordLink } from "./password-link.server";
import { newPasswordForm } from "./sign-in.form";

export const meta: MetaFunction = () => [{ title: "Choisir un mot de passe · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const link = await enterAsGuest(args, (tx) => passwordLink(tx, args.params.token ?? ""));
  return json({ link }, { status: link ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  return submitAsGuest(args, newPasswordForm, async ({ password }) => {
    const cookie = await usePasswordLink(args.request, args.context, args.params.token ?? "", password);
    return redirect("/", { headers: { "Set-Cookie": cookie } });
  });
}

export default function NewPassword() {
  const { link } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  if (!link) return <DeadLink />;
  const isInvited = link.purpose === "invitation";
  return (
    <AuthFrame
      title={isInvited ? `Bienvenue, ${link.name}` : "Nouveau mot de passe"}
      intro={
        isInvited
          ? "Choisissez votre mot de passe pour ouvrir votre compte."
          : "Vos sessions ouvertes sur d'autres appareils prendront fin."
      }
    >
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <PasswordFields email={link.email} problems={refused?.fields} />
        <Button type="submit" kind="primary" wide busy={isBusy}>
          Enregistrer et entrer
        </Button>
      </Form>
    </AuthFrame>
  );
}

function DeadLink() {
  return (
    <AuthFrame
      title="Ce lien n'est plus valable"
      intro="Il a déjà servi, ou son délai est passé. Votre mot de passe actuel reste en place."
    >
      <LinkButton to="/mot-de-passe-oublie" kind="primary" wide>
        Demander un autre lien
      </LinkButton>
    </AuthFrame>
  );
}
