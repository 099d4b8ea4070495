import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enterAsAddressee } from "~/access/addressee.server";
import { numericDay } from "~/format/dates";
import { number } from "~/format/numbers";
import { AuthFrame } from "~/ui/auth-frame";
import { DefinitionList } from "~/ui/definition-list";
import { openWhy } from "./addressee.server";

export const meta: MetaFunction = () => [
  { title: "Pourquoi moi, et quelles données" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return enterAsAddressee(args, (ctx) => openWhy(ctx, args.params.token));
}

export default function Why() {
  const { token, name, fund, reason, sender, facts } = useLoaderData<typeof loader>();
  return (
    <AuthFrame
      title="Pourquoi moi, et quelles données"
      intro={reason}
      foot={<Link to={`/lettre/${token}/stop`}>Ne plus recevoir ces courriels</Link>}
    >
      <p>
        {name}, ce courriel vient de {sender} ({fund}). Voici ce que votre caisse sait de vous et d'où elle le tient.
      </p>
      <DefinitionList
        items={facts.map(({ label, value, source, on }) => ({
          term: label,
          value: (
            <>
              {typeof value === "number" ? number(value) : value}
              {source && <span className="soft small">{` · ${source}${on ? `, ${numericDay(on)}` : ""}`}</span>}
            </>
          ),
        }))}
      />
      <p className="soft">
        Une donnée est inexacte ? Répondez au courriel : elle sera corrigée. Vous pouvez aussi en demander la copie, en
        limiter l'usage, vous y opposer ou saisir la CNIL.
      </p>
    </AuthFrame>
  );
}
