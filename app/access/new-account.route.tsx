import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { TextInput } from "~/ui/text-input";
import { AccountFields } from "./account-fields";
import { accountsSearch, inviteForm } from "./accounts.form";
import { invitationChoices, invite } from "./accounts.server";
import { enter, readSearch, submit } from "./doorway.server";
import { FundChoice } from "./fund-choice";

export const meta: MetaFunction = () => [{ title: "Inviter une personne · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, accountsSearch);
  return enter(args, "account.manage", (ctx) => invitationChoices(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "account.manage", inviteForm, async (ctx, input) => {
    const accountId = await invite(ctx, input);
    return redirect(`/comptes/${accountId}?fait=invite`);
  });
}

export default function NewAccount() {
  const { roles, sectors, fundId, funds } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader
        title="Inviter une personne"
        back={{ to: "/comptes", label: "Comptes" }}
        intro="Elle recevra une lettre avec un lien, valable sept jours, pour choisir son mot de passe."
      />
      <FundChoice funds={funds} fundId={fundId} />
      <Form method="post" className="form" noValidate key={fundId}>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        {fundId !== null && <input type="hidden" name="fundId" value={fundId} />}
        <TextInput
          name="email"
          label="Adresse e-mail"
          type="email"
          autoComplete="off"
          required
          error={refused?.fields.email}
          help="Elle sert à se connecter et ne change plus ensuite."
        />
        <AccountFields roles={roles} sectors={sectors} problems={refused?.fields} />
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={isBusy}>
            Envoyer l'invitation
          </Button>
        </div>
      </Form>
    </div>
  );
}
