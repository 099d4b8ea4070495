import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AuthFrame } from "~/ui/auth-frame";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import { DemoSignIn } from "./demo-sign-in";
import { enterAsGuest, submitAsGuest } from "./doorway.server";
import { safeReturn } from "./return-path";
import { whoAsks } from "./session.server";
import { signInForm } from "./sign-in.form";
import { demoPeople, signIn } from "./sign-in.server";

export const meta: MetaFunction = () => [{ title: "Connexion · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const retour = new URL(args.request.url).searchParams.get("retour") ?? undefined;
  if (await whoAsks(args.request, args.context)) return redirect(safeReturn(retour));
  return json({ retour, demo: await enterAsGuest(args, (tx) => demoPeople(tx, args.context.services.env)) });
}

export async function action(args: ActionFunctionArgs) {
  return submitAsGuest(args, signInForm, async ({ retour, ...input }) => {
    const cookie = await signIn(args.request, args.context, input);
    return redirect(safeReturn(retour), { headers: { "Set-Cookie": cookie } });
  });
}

export default function SignIn() {
  const { retour, demo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <AuthFrame
      title="Connexion"
      intro="L'accompagnement des médecins vers l'aide à l'emploi d'un assistant médical."
      foot="Accès réservé aux agents de l'Assurance Maladie. Les consultations sont journalisées."
    >
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        {retour && <input type="hidden" name="retour" value={retour} />}
        <TextInput
          name="email"
          label="Adresse e-mail"
          type="email"
          autoComplete="username"
          required
          error={refused?.fields.email}
        />
        <TextInput
          name="password"
          label="Mot de passe"
          type="password"
          autoComplete="current-password"
          required
          error={refused?.fields.password}
        />
        <Button type="submit" kind="primary" wide busy={isBusy}>
          Se connecter
        </Button>
        <p>
          <Link to="/mot-de-passe-oublie">Mot de passe oublié</Link>
        </p>
      </Form>
      {demo.length > 0 && <DemoSignIn people={demo} retour={retour} />}
    </AuthFrame>
  );
}
