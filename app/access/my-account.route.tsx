import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { NO_BREAK } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import "./access.css";
import { ROLE_MEANINGS } from "./account-roles";
import { mySessionForm } from "./accounts.form";
import { enter, submit } from "./doorway.server";
import { endMyOtherSessions, endMySession, myAccount } from "./my-account.server";
import { MySessions } from "./my-sessions";
import { ROLE_LABELS } from "./permissions";
import { whoAsks } from "./session.server";

export const meta: MetaFunction = () => [{ title: "Mon compte · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await whoAsks(args.request, args.context);
  return enter(args, "self.manage", (ctx) => myAccount(ctx, signedIn?.sessionId));
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await whoAsks(args.request, args.context);
  return submit(args, "self.manage", mySessionForm, async (ctx, input) => {
    if (input.intent === "end") await endMySession(ctx, input.sessionId);
    else await endMyOtherSessions(ctx, signedIn!.sessionId);
    return redirect("/mon-compte?fait=sessions");
  });
}

const DONE: Record<string, string> = {
  "mot-de-passe": "Votre mot de passe est changé. Vos autres sessions ont pris fin.",
  sessions: "La session a pris fin.",
};

export default function MyAccount() {
  const me = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  return (
    <div className="page">
      <PageHeader
        title="Mon compte"
        action={
          <LinkButton to="/mon-compte/mot-de-passe" kind="primary">
            Changer de mot de passe
          </LinkButton>
        }
      />
      {done && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: "Nom", value: me.name },
          { term: "Adresse e-mail", value: me.email },
          { term: "Caisse", value: me.fund ?? "Toutes les caisses" },
          { term: "Rôle", value: `${ROLE_LABELS[me.role]}${NO_BREAK}: ${lowerFirst(ROLE_MEANINGS[me.role])}` },
          ...(me.role === "delegate"
            ? [{ term: "Secteurs", value: me.sectors.join(", ") || "Aucun pour le moment" }]
            : []),
        ]}
      />
      <Panel
        title="Mes sessions"
        aside={
          me.sessions.length > 1 && (
            <Form method="post">
              <input type="hidden" name="intent" value="end-others" />
              <Button type="submit">Terminer toutes les autres</Button>
            </Form>
          )
        }
      >
        <p className="panel-note">
          Une session prend fin après 30{NO_BREAK}minutes sans activité, et 10{NO_BREAK}heures après la connexion.
        </p>
        <MySessions sessions={me.sessions} />
      </Panel>
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
