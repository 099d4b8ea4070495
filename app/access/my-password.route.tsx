import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { TextInput } from "~/ui/text-input";
import { enter, requireActor, submitAsGuest } from "./doorway.server";
import { changeMyPassword, myAccount } from "./my-account.server";
import { PasswordFields } from "./password-fields";
import { changePasswordForm } from "./sign-in.form";

export const meta: MetaFunction = () => [{ title: "Mon mot de passe · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "self.manage", (ctx) => myAccount(ctx, undefined));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args.request, args.context, "self.manage");
  return submitAsGuest(args, changePasswordForm, async (input) => {
    const cookie = await changeMyPassword(args.request, args.context, actor, input);
    return redirect("/mon-compte?fait=mot-de-passe", { headers: { "Set-Cookie": cookie } });
  });
}

export default function MyPassword() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader
        title="Changer de mot de passe"
        back={{ to: "/mon-compte", label: "Mon compte" }}
        intro="Vos sessions ouvertes sur d'autres appareils prendront fin."
      />
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <TextInput
          name="current"
          label="Mot de passe actuel"
          type="password"
          autoComplete="current-password"
          required
          error={refused?.fields.current}
        />
        <PasswordFields email={email} problems={refused?.fields} />
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={isBusy}>
            Changer de mot de passe
          </Button>
        </div>
      </Form>
    </div>
  );
}
