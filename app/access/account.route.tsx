import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { AccountAccess } from "./account-access";
import { AccountFields } from "./account-fields";
import { AccountState } from "./account-state";
import { accountForm } from "./accounts.form";
import { CoverPanel } from "./cover-panel";
import { enter, submit } from "./doorway.server";
import { accountPage, manageAccount } from "./manage-account.server";

export const meta: MetaFunction = () => [{ title: "Compte · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "account.manage", (ctx) => accountPage(ctx, args.params.accountId ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.accountId ?? "";
  return submit(args, "account.manage", accountForm, async (ctx, change) => {
    await manageAccount(ctx, id, change);
    return redirect(`/comptes/${id}?fait=${change.intent}`);
  });
}

const DONE: Record<string, string> = {
  change: "Les changements sont enregistrés.",
  disable: "Le compte est désactivé et ses sessions ont pris fin.",
  enable: "Le compte est réactivé.",
  invite: "La lettre part dans un instant.",
  cover: "Le remplacement est noté.",
  uncover: "Le remplacement est retiré.",
};

export default function Account() {
  const { account, problem, isOneself, roles, sectors, sectorIds, covers, colleagues } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  return (
    <div className="page">
      <PageHeader
        title={account.name}
        back={{ to: account.fund_id === null ? "/comptes" : `/comptes?caisse=${account.fund_id}`, label: "Comptes" }}
        facts={
          <>
            <AccountState account={account} />
            <span>{account.email}</span>
            <span className="soft">{account.fund ?? "Toutes les caisses"}</span>
          </>
        }
      />
      <FormErrors problems={refused?.fields} message={refused?.error} />
      {done && !refused && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      {problem ? (
        <Notice>{french(problem)}</Notice>
      ) : (
        <>
          <Form method="post" className="form" noValidate key={`${account.role}-${sectorIds.join()}`}>
            <input type="hidden" name="intent" value="change" />
            <AccountFields
              name={account.name}
              role={account.role}
              roles={roles}
              roleIsFixed={isOneself}
              sectors={sectors}
              sectorIds={sectorIds}
              problems={refused?.fields}
            />
            {isOneself && <p className="soft">Votre propre rôle se change par un autre administrateur.</p>}
            <div className="form-actions">
              <Button type="submit" kind="primary">
                Enregistrer
              </Button>
            </div>
          </Form>
          {account.role === "delegate" && (
            <CoverPanel accountId={account.id} covers={covers} colleagues={colleagues} problems={refused?.fields} />
          )}
          <Panel title="Accès">
            <AccountAccess account={account} isOneself={isOneself} />
          </Panel>
        </>
      )}
    </div>
  );
}
